### Mientras nadie se encarga de una petición

# Lo que se le dice a quien la hizo, paso a paso.
carried-raised = Todavía nadie se encarga de su petición { $reference }. Acabo de mostrarla otra vez en el barrio.
carried-adjacent = Todavía nadie se encarga de su petición { $reference }. Ahora la muestro también en los barrios de al lado: { $areas }.
carried-asking = Todavía nadie se encarga de su petición { $reference }. Ahora pregunto directamente a personas que ofrecen ayuda, a unas pocas cada vez.
shown-to-resident = Hay noticias de su petición { $reference }. En el barrio ya pueden verla. Le escribiré en cuanto alguien se encargue.

# Lo que pasa después, y cuándo.
next-raised = Si nadie se encarga, el siguiente paso es el { $by }. Entonces la mostraré otra vez.
next-adjacent = Si nadie se encarga, el siguiente paso es el { $by }. Entonces la mostraré también en los barrios de al lado.
next-asking = Si nadie se encarga, el siguiente paso es el { $by }. Entonces buscaré a personas a quienes preguntar directamente.
next-coordinator = Si nadie se encarga, el siguiente paso es el { $by }. Entonces avisaré a la coordinación.
next-nothing = Sigue abierta. Si no puede esperar, pídaselo también a otra persona.

# ¿Dónde está mi petición?
waiting-posted = Todavía no se encarga nadie. En el barrio ya pueden verla.
waiting-raised = Todavía no se encarga nadie. La he mostrado otra vez en el barrio.
waiting-adjacent = Todavía no se encarga nadie. También pueden verla en los barrios de al lado.
waiting-asking = Todavía no se encarga nadie. También pregunto directamente a personas que ofrecen ayuda.
waiting-coordinator = Todavía no se encarga nadie. La coordinación ya lo sabe y busca una solución.
waiting-nobody = Todavía no se encarga nadie, y ahora mismo no puedo avisar a la coordinación. Si no puede esperar, pídaselo también a otra persona.
waiting-word = Le escribiré en cuanto alguien se encargue.

# Lo que se le dice a la coordinación de lo que se ha intentado.
tried = Esto se ha intentado:
tried-raised = – mostrada otra vez en el grupo
tried-adjacent = – mostrada al lado: { $areas }
tried-asking = { $number ->
    [0] – preguntado directamente: a nadie, porque ahora no hay a quien preguntar
    [one] – preguntado directamente: a una persona
   *[other] – preguntado directamente: a { $number } personas
}{ $refusals ->
    [0] { "" }
    [one] , una dijo que no
   *[other] , { $refusals } dijeron que no
}
group-to-reach = { $reference } espera y nadie puede verla: ahora mismo no puedo escribir en el grupo de { $area }. Añádame otra vez al grupo, o enlace otro grupo con /link.

# Se pregunta directamente a alguien.
ask-directly = ¿Podría ayudar a alguien del barrio? Todavía no se encarga nadie.
ask-directly-free = No pasa nada si dice que no. Si dice que sí, verá el resto.
button-not-this-time = Esta vez no
ask-no-noted = No pasa nada. Gracias por decírmelo.
ask-no-thanks = Ha dicho «esta vez no» para { $reference }. No pasa nada. Con /offer puede cambiar cada cuánto le pregunto.
ask-yours = Usted se encarga de { $reference }. Gracias.
ask-over = { $reference } ya no necesita a nadie más. Gracias por estar ahí.

# El resumen de un grupo.
overview = Ahora hace falta ayuda con esto:
overview-line = – { $kind }, { $area }, { $window }, { $reference }
overview-more = { $number ->
    [one] … y una más.
   *[other] … y { $number } más.
}
overview-nothing = Ahora no hace falta nada. Gracias.
card-moved = Esta petición está ahora más abajo.

given-up-to-resident = Nadie pudo encargarse de su petición { $reference }, y su hora pasó hace mucho. La he cerrado, y lo siento. La dirección y lo que escribió se borrarán dentro de { $kept-hours } horas. Puede pedir ayuda otra vez cuando quiera.
given-up-to-resident-for = Nadie pudo encargarse de la petición { $reference } que usted hizo para { $person }, y su hora pasó hace mucho. La he cerrado, y lo siento. La dirección y lo que escribió se borrarán dentro de { $kept-hours } horas. Puede pedir ayuda otra vez cuando quiera.
given-up-to-owners = { $reference } está cerrada: nadie se encargó de ella, y su hora pasó hace dos semanas.
