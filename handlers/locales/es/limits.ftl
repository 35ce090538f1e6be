### Cuánto se puede empezar a la vez, y quién puede dejar seguir a alguien

# Alguien que ayuda y ya ha cogido todo lo que puede por ahora.
limit-claims = { $number ->
    [one] Se ha encargado de una petición en un día. Para dejar algunas a otras personas, la siguiente puede ser desde { $by }. Gracias por ayudar.
   *[other] Se ha encargado de { $number } peticiones en un día. Es mucho, gracias. Para dejar algunas a otras personas, la siguiente puede ser desde { $by }.
}
limit-reveals = { $number ->
    [one] Ha visto los datos de una petición en un día. Para proteger las direcciones, nadie ve más. La coordinación puede permitirlo. O la siguiente, desde { $by }.
   *[other] Ha visto los datos de { $number } peticiones en un día. Para proteger las direcciones, nadie ve más. La coordinación puede permitirlo. O la siguiente, desde { $by }.
}
limit-reveals-to-coordinators = { $number ->
    [one] { $name } ha visto los datos de una petición en un día.
   *[other] { $name } ha visto los datos de { $number } peticiones en un día.
} { $taken ->
    [0] Las ha devuelto todas.
   *[other] Tiene o ha hecho { $taken } de ellas, y ha devuelto las demás.
} Nadie ve más en un día, así que ahora no ha podido coger otra.
limit-reveals-settle = Si está bien así, deje que siga. Si tiene dudas, hable antes con esa persona. Mañana podrá coger peticiones otra vez sin que nadie haga nada.

# Alguien que no apareció.
limit-no-shows = { $number ->
    [one] Últimamente alguien esperó, y usted no pudo estar ni avisar.
   *[other] Últimamente alguien esperó { $number } veces, y usted no pudo estar ni avisar.
} Puede pasar. La coordinación quiere hablar con usted. Hasta entonces no puede coger peticiones nuevas.
limit-no-shows-stays = Lo que ya tiene sigue siendo suyo. Si no puede hacerlo, puede devolverlo cuando quiera.
limit-talk-first = Por ahora no puede coger peticiones nuevas. La coordinación quiere hablar antes con usted, y puede abrírselo otra vez.
limit-no-shows-to-coordinators = { $number ->
    [one] En 30 días alguien esperó a { $name } una vez, y no avisó o no fue.
   *[other] En 30 días alguien esperó a { $name } { $number } veces, y no avisó o no fue.
} Por ahora no puede coger peticiones nuevas, y se lo he dicho con amabilidad.
limit-no-shows-settle = Hable con esa persona: quizá le pasa algo, o era demasiado. Cuando todo esté bien, deje que siga.

# Alguien que pide mucho a la vez.
limit-requests = { $number ->
    [one] Usted tiene una petición abierta. No puede tener más de una a la vez.
   *[other] Usted tiene { $number } peticiones abiertas. No puede tener más a la vez.
}
limit-requests-over-all = Usted tiene { $number } peticiones abiertas, para usted y para otras personas. No puede tener más a la vez.
limit-requests-what-now = En cuanto una esté hecha, puede pedir otra vez. Si ahora necesita más, la coordinación puede permitirlo. Para pedir para otra persona, escriba /askfor.
limit-requests-today = Usted ha pedido ayuda { $number } veces en un día, contando lo que ha retirado. No se puede pedir más en un día.
limit-requests-later = Puede volver a pedir un día después de la primera de ellas. Si necesita ayuda ahora, la coordinación puede permitirlo.
limit-your-words = Lo que ha escrito sigue aquí: { $value }
problem-requests-open = Para esta persona ya hay abiertas todas las peticiones que puede haber a la vez. Elija a otra persona o pare. Con /mine ve lo que hay abierto.
limit-more-asked = Se lo he pedido a la coordinación. Le escribiré cuando le dejen pedir más. Si no puede esperar, llame a alguien que conozca.
limit-more-asked-before = La coordinación sabe que necesita más. Le escribiré cuando le dejen pedirlo.
limit-more-not-needed = Puede pedir ayuda sin más. Para empezar, pulse «{ button-ask }».
limit-requests-to-coordinators = { $number ->
    [0] { $name } no tiene ahora ninguna petición abierta y quiere volver a pedir ayuda.
    [one] { $name } tiene una petición abierta y quiere pedir más.
   *[other] { $name } tiene { $number } peticiones abiertas y quiere pedir más.
}
limit-requests-today-to-coordinators = En un día ha pedido { $number } veces, contando lo que ha retirado.
limit-requests-today-settle = Hable con esa persona: quizá hay algo que no le queda claro. Puede dejar que pida más durante una semana.
limit-requests-settle = Mire si alguna se puede cerrar, o hable con esa persona. Puede dejar que pida más durante una semana.

# Dejar que alguien siga.
lift-requests = Que { $name } pueda pedir más
lift-reveals = Que { $name } siga hoy
lift-no-shows = Que { $name } pueda ayudar otra vez
button-limit-leave = Dejarlo como está
button-limit-more = Pedir más a la coordinación
lifted-requests = { $name } puede pedir más durante una semana, y se lo he dicho.
lifted-reveals = { $name } puede coger más peticiones durante un día, y se lo he dicho.
lifted-no-shows = { $name } puede coger peticiones otra vez, y se lo he dicho.
lifted-requests-told = La coordinación le deja pedir más, durante una semana. Para empezar, escriba /ask.
lifted-reveals-told = La coordinación le deja seguir. Puede coger más peticiones durante un día. Gracias por ayudar tanto.
lifted-no-shows-told = Puede coger peticiones otra vez. Gracias por hablarlo y por ayudar.
left-requests = De acuerdo. { $name } podrá pedir otra vez cuando una de sus peticiones esté hecha.
left-reveals = De acuerdo. { $name } podrá coger peticiones otra vez mañana.
left-no-shows = De acuerdo. { $name } no coge peticiones nuevas hasta que alguien se lo permita, o hasta que pasen 30 días.
limit-lifted-before = Alguien ya le ha dejado seguir. No hay nada que hacer.
limit-not-your-own = Esto trata de usted, así que lo decide otra persona.

# Alguien que envía muchísimo a la vez.
too-much-at-once = Me ha enviado muchísimos mensajes, y no he podido leer los últimos. Espere un momento y envíe otra vez lo importante. Si alguien está en peligro, escríbalo: eso lo miro enseguida.
