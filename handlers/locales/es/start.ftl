### Primeras palabras

welcome =
    Hola. Esto es Doorstep. Aquí los vecinos se ayudan unos a otros.

    Puedes pedir ayuda u ofrecerla. Puedes parar en cualquier momento. ¿Qué te gustaría hacer?

    Si la vida de alguien está en peligro, llama primero al { $numbers }.
help =
    Esto es lo que puedes hacer aquí:

    /ask – pedir ayuda
    /askfor – pedir para otra persona
    /offer – ofrecer ayuda o cambiar lo que ofreces
    /mine – ver tus peticiones y lo que haces por otros
    /me – ver o cambiar lo que ofrece, descansar o dejarlo
    /report – decir que algo le preocupa
    /language – elegir otro idioma
    /cancel – parar lo que te estoy preguntando
    /help – volver a leer esto

    Puedes tocar un botón, o escribir sus palabras o su número.

    Si la vida de alguien está en peligro, llama primero al { $numbers }.
help-owner =
    Para quienes cuidan de la red de ayuda:

    /neighbourhood – preparar un barrio
    /link NOMBRE – escríbelo en un grupo para unirlo a un barrio
    /invite – nombrar a alguien con un enlace
    /roles – ver a quién se ha nombrado para qué
    /approvals – leer lo que espera su sí
    /ledger – ver lo que ha costado ayudar
    /weekly – ver toda la ayuda semanal, y terminar alguna
# Lo que la aplicación muestra junto a cada orden.
command-start = Empezar aquí
command-help = Qué puedo hacer por ti
command-ask = Pedir ayuda
command-askfor = Pedir ayuda para otra persona
command-offer = Ofrecer ayuda a tus vecinos
command-mine = Cómo van tus peticiones
command-me = Lo que ofrece y lo que ha hecho
command-language = Elegir tu idioma
command-cancel = Parar lo que te estoy preguntando
command-unknown = No conozco esa orden. Elige una de estas, o escribe /help.
nothing-to-stop = Ahora no hay nada que parar. Puedes elegir una de estas cosas.
in-the-middle = Esto está a medias. Respóndelo primero, o toca «{ button-stop }». No se ha perdido nada.
link-leads-nowhere = Este enlace ya no funciona. Toca otra vez la tarjeta en tu grupo.
not-understood = No lo he entendido. Toca uno de estos botones, o escribe /help.
not-words = Solo puedo leer palabras escritas. Escríbeme, o toca uno de estos botones.
edited = No puedo seguir los cambios de un mensaje anterior. Escríbelo otra vez. Si quieres cambiar una respuesta, toca «{ button-back }».
our-fault = Algo ha ido mal por nuestra parte. No es culpa tuya. Inténtalo de nuevo dentro de un rato.
may-be-repeated = Puede que ya hayas recibido este mensaje.
button-old = Este botón es de hace tiempo y ya no hace nada. Puedes elegir una de estas cosas, o escribir /mine.
button-of-earlier-question = Ese botón es de una pregunta anterior. Esta es la pregunta que te hago ahora:
button-unknown = Este botón ya no funciona. Usa el mensaje más reciente.

draft-recalled = Hace un rato empezaste esto. ¿Quieres seguir? Tus respuestas siguen aquí. Si no sigues, las olvidaré al cabo de un día.
draft-forgotten = Empezaste algo aquí y quedó sin terminar. He borrado tus respuestas. Puedes empezar de nuevo cuando quieras.
