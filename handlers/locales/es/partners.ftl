### Organizaciones colaboradoras: una petición pasa de una a otra

organisation-own = Doorstep

ask-hand-over-to = ¿Quién debería encargarse de { $reference }?
answer-hand-over-to = Quién se encarga
answer-preview-hand-over = La pregunta
preview-hand-over = Primero pregunto a { $name } si { $reference } puede pasar a { $organisation }. Hasta que diga que sí, allí nadie se entera.
preview-hand-over-by-phone = Primero alguien llama a { $name } y pregunta si { $reference } puede pasar a { $organisation }. Hasta que diga que sí, allí nadie se entera.
preview-hand-over-goes = Si está de acuerdo, { $organisation } recibe la petición con todo lo que ha pasado hasta ahora. Desde entonces usted ya no la ve.
preview-hand-over-helper = { $name } la tiene ahora. Le diría con amabilidad que no hace falta que vaya.
hand-over-weekly-stays = La ayuda de todas las semanas sigue como está.
hand-over-asked = Estoy preguntando a { $name } y le diré a usted qué contesta. Hasta entonces { $reference } sigue como antes.
hand-over-asked-before = Ya se está preguntando por { $reference }. Por favor, espere la respuesta.
hand-over-closed = { $reference } está cerrada. Ya no hay nada que pasar a nadie.
hand-over-on-the-way = Quien ayuda está en camino por { $reference }. Por favor, espere a que vuelva.
hand-over-nobody = Todavía no hay ninguna organización que pueda encargarse. Quien dirige la red puede invitar a una con /invite.
hand-over-stopped = He retirado la pregunta. { $reference } sigue con ustedes.

hand-over-question = ¿Puedo pasar su petición { $reference } a { $organisation }? Verán su nombre, lo que escribió, su dirección y lo que ha pasado hasta ahora.
hand-over-question-for = ¿Puedo pasar su petición { $reference } para { $person } a { $organisation }? Verán los nombres de ambos, lo que usted escribió, la dirección y lo que ha pasado hasta ahora.
hand-over-not-before = Allí nadie se entera si usted no dice que sí. Si dice que no, todo sigue como está.
hand-over-once-more = Le pregunté esto hace dos días y todavía no tengo su respuesta.
hand-over-asked-below = Le he vuelto a preguntar por { $reference } más abajo.
hand-over-over = Esta pregunta sobre { $reference } ya terminó. No se ha pasado nada por ella.
hand-over-stays = Está bien. { $reference } se queda donde está, y { $organisation } no se ha enterado.
hand-over-thanks = Gracias. { $organisation } tiene ahora su petición { $reference } y busca una solución. Le escribiré en cuanto haya noticias.
hand-over-thanks-for = Gracias. { $organisation } tiene ahora su petición { $reference } para { $person } y busca una solución. Le escribiré en cuanto haya noticias.
hand-over-taken = Gracias. Mientras tanto alguien se ha encargado de { $reference }, así que no la he pasado a { $organisation }.
hand-over-unanswered = No he tenido su respuesta sobre { $reference }, así que no he pasado nada. Su petición se queda donde está.
hand-over-unanswered-for = No he tenido su respuesta sobre { $reference }, así que no he pasado nada. Su petición para { $person } se queda donde está.

hand-over-refused = { $name } prefiere que { $reference } no pase a { $organisation }. No ha cambiado nada: sigue con ustedes.
hand-over-agreed = { $name } está de acuerdo. { $reference } está ahora con { $organisation } y ustedes ya no la ven. Gracias por todo lo que hicieron.
hand-over-taken-noted = { $name } estaba de acuerdo en que { $reference } pase a { $organisation }. Pero mientras tanto alguien se ha encargado, así que sigue con ustedes.
hand-over-unanswered-noted = { $name } no ha dicho si { $reference } puede pasar a { $organisation }. Por eso sigue con ustedes. Pueden llamar o volver a preguntar.
details-closed-handed-over = { $reference } está ahora con otra organización, así que no hace falta que vaya. Los datos quedan cerrados de nuevo. Gracias por querer ayudar.

standing-with-partner = Ahora la tiene { $organisation } y busca una solución. Le escribiré en cuanto haya noticias.
handed-over-to-you = { $organisation } les pasa una petición: { $kind }. Referencia: { $reference }. Quien la hizo está de acuerdo.
complete-nowhere = Ustedes no tienen aquí ningún barrio en el que pueda mostrarla a voluntarios.
handed-over = { $reference } pasó a { $organisation }: { $by }. Ahora se ocupan allí.
hand-over-given-back = Gracias. { $reference } está de nuevo con { $organisation }.
hand-over-held = Alguien se está encargando de { $reference }. Mientras sea así no se puede devolver.
hand-over-nothing-to-give-back = { $reference } no les llegó de otra organización, o ya ha pasado a otra. No hay nada que devolver.
hand-over-came-back = { $organisation } les ha devuelto { $reference }. Está abierta de nuevo, como antes.
hand-over-back-to-resident = Al final { $here } no puede ayudar con { $reference }. Vuelve a ocuparse { $there }, y le escribiré en cuanto haya noticias.
hand-over-outside-sure = ¿Se ocupan ustedes mismos de { $reference }, sin voluntarios de aquí? Entonces la cierro aquí y digo a quien la hizo que tendrá noticias de ustedes.
hand-over-outside-unreachable = No podrían ponerse en contacto: para { $reference } no hay aquí ni dirección completa ni teléfono. Por favor, asígnenle un barrio o devuélvanla.
hand-over-outside-where = Aquí está la dirección. Queda anotado que usted la ha visto.
page-hand-over-asked = Se le está preguntando si esto puede pasar a { $organisation }.
hand-over-outside-noted = He cerrado { $reference } aquí y he dicho a quien la hizo que ustedes se ocupan. Por favor, pónganse pronto en contacto.
hand-over-outside-to-resident = { $organisation } se ocupa directamente de su petición { $reference } y se pondrá en contacto con usted. La he cerrado aquí.
hand-over-outside-to-resident-for = { $organisation } se ocupa directamente de su petición { $reference } para { $person } y se pondrá en contacto con usted. La he cerrado aquí.
hand-over-waits = { $reference } pasó a { $organisation } y allí nadie ha hecho nada todavía. Por favor, pregúnteles.

give-area = Desde ahora { $organisation } se ocuparía de { $area }.
give-area-along = Con él van { $requests ->
    [one] una petición abierta
   *[other] { $requests } peticiones abiertas
}, { $weekly ->
    [one] una ayuda semanal
   *[other] { $weekly } ayudas semanales
} y { $volunteers ->
    [one] una persona voluntaria
   *[other] { $volunteers } personas voluntarias
}.
give-area-told = Quienes se ocupan ahora ya no verán nada de esto. A quien tenga allí una petición abierta le digo que { $organisation } puede verla.
give-area-done = { $organisation } se ocupa ahora de { $area }. Se lo he dicho, y también a quien tiene allí una petición abierta.
give-area-theirs = { $organisation } ya se ocupa de { $area }.
give-area-gone = { $organisation } se ocupa ahora de { $area } y ustedes ya no ven sus peticiones ni a sus voluntarios. Gracias por todo lo que hicieron allí.
give-area-yours = Desde ahora ustedes se ocupan de { $area }. Escriba /queue para ver lo que espera allí.
give-area-to-resident = Desde ahora { $organisation } se ocupa de { $area }. Puede ver su petición { $reference }. Si prefiere que no, puede cerrarla.
give-area-to-resident-for = Desde ahora { $organisation } se ocupa de { $area }. Puede ver su petición { $reference } para { $person }. Si prefiere que no, puede cerrarla.
colleague-asked = { $name } ha pedido ayuda para alguien a quien ustedes atienden: { $reference }. Se ocupa { $organisation }, y más que esto ustedes no ven.
ask-give-area-which = ¿Qué barrio quiere dar a otra organización?
answer-give-area-which = Barrio
ask-give-area-to = ¿Quién se ocupa de él desde ahora?
answer-give-area-to = Quién se ocupa
answer-preview-give-area = La entrega
give-area-nobody = Todavía no hay ningún barrio, o ninguna organización colaboradora. Puede invitar a una con /invite.
