### Primeras palabras

welcome =
    Hola. Esto es Doorstep. Aquí la gente del barrio se ayuda.

    Puede pedir ayuda u ofrecerla. Puede parar en cualquier momento. ¿Qué le gustaría hacer?

    Si la vida de alguien está en peligro, llame primero al { $numbers }.
help =
    Esto es lo que puede hacer aquí:

    /ask – pedir ayuda
    /askfor – pedir ayuda para otra persona
    /offer – ofrecer ayuda o cambiar lo que ofrece
    /mine – ver sus peticiones y de qué se encarga
    /me – ver o cambiar lo que ofrece, descansar o dejarlo
    /report – decir que algo le preocupa
    /language – elegir otro idioma
    /mydata – ver qué se guarda sobre usted
    /privacy – quién ve qué, y cuánto tiempo
    /forget – borrarlo todo
    /cancel – parar lo que le estoy preguntando
    /help – volver a leer esto

    Puede tocar un botón, o escribir sus palabras o su número.

    Si la vida de alguien está en peligro, llame primero al { $numbers }.
help-caring = Para quienes cuidan de la red de ayuda:
help-queue =
    /queue – ver lo que le espera
help-places =
    /setup – preparar la red de ayuda, y ver qué falta
    /neighbourhood – cambiar un barrio
    /link – escriba esto en un grupo para unirlo a un barrio
    /poster – hacer un cartel con un enlace
help-invite =
    /invite – invitar a alguien con un enlace
help-holds =
    /holds – ver qué se guarda por una preocupación
help-roles =
    /roles – ver a quién se ha nombrado para qué
help-requests =
    /phonein – recoger una petición por teléfono
    /request KRT-27 – abrir una petición por su referencia
    /block – ver a quién se ha bloqueado, y quitarlo
    /callout – llamar a muchas personas a la vez
    /callouts – ver cómo van las convocatorias
    /approvals – leer lo que espera su sí
    /ledger – ver lo que ha costado ayudar
    /weekly – ver toda la ayuda semanal, y terminar alguna
help-numbers =
    /report – ver los números de unos días
    /worry – decir que algo le preocupa
# Lo que la aplicación muestra junto a cada orden.
command-start = Empezar aquí
command-help = Qué puedo hacer por usted
command-ask = Pedir ayuda
command-askfor = Pedir ayuda para otra persona
command-offer = Ofrecer ayuda en su barrio
command-mine = Cómo van sus peticiones
command-me = Lo que ofrece y lo que ha hecho
command-language = Elegir su idioma
command-cancel = Parar lo que le estoy preguntando
command-unknown = No conozco esa orden. Elija una de estas, o escriba /help.
nothing-to-stop = Ahora no hay nada que parar. Puede elegir una de estas cosas.
in-the-middle = Esto está a medias. Respóndalo primero, o toque «{ button-stop }». No se ha perdido nada.
link-leads-nowhere = Este enlace ya no funciona. Toque otra vez el aviso en su grupo.
not-understood = No lo he entendido. Toque uno de estos botones, o escriba /help.
not-words = Solo puedo leer palabras escritas. Escríbame, o toque uno de estos botones.
edited = No puedo seguir los cambios de un mensaje anterior. Escríbalo otra vez. Si quiere cambiar una respuesta, toque «{ button-back }».
our-fault = Algo ha ido mal por nuestra parte. No es culpa de usted. Inténtelo de nuevo dentro de un rato.
may-be-repeated = Puede que ya haya recibido este mensaje.
button-old = Este botón es de hace tiempo y ya no hace nada. Puede elegir una de estas cosas, o escribir /mine.
button-of-earlier-question = Ese botón es de una pregunta anterior. Esta es la pregunta que le hago ahora:
button-unknown = Este botón ya no funciona. Use el mensaje más reciente.

draft-recalled = Hace un rato empezó esto. ¿Quiere seguir? Sus respuestas siguen aquí. Si no sigue, las olvidaré al cabo de un día.
draft-forgotten = Empezó algo aquí y quedó sin terminar. He borrado sus respuestas. Puede empezar de nuevo cuando quiera.
