### Estar en contacto después de aceptar una tarea, devolverla, y personas a quienes no llega nada

button-contact = Estoy en contacto
button-when-coming = Cuándo voy

details-contact-by = Por favor, avise antes del { $by } de que lo hará. Pulse «{ button-contact }» cuando lo haya hecho. Si no sé nada hasta entonces, lo abro otra vez para otras personas.
contact-nudge = Usted aceptó { $reference }. ¿Ya está en contacto? Por favor, pulse «{ button-contact }» antes del { $by }. Si no sé nada hasta entonces, lo abro otra vez para otras personas, y tampoco pasa nada.
contact-noted = Gracias. Se lo digo ahora.
contact-thanks = Gracias. { $reference } es suya. Por favor, pulse un botón de abajo cuando haya novedades.
in-touch = { $name } me ha dicho que lo hará. Se trata de su solicitud { $reference }.

answer-coming = Cuándo va usted
ask-coming =
    Gracias. ¿Cuándo irá? Se trata de { $reference }.

    Por favor, pulse una hora o escríbala, por ejemplo «a las 3 de la tarde». Si todavía no lo sabe, pulse «{ button-skip }».
ask-coming-phone =
    Gracias. ¿Cuándo llamará? Se trata de { $reference }.

    Por favor, pulse una hora o escríbala, por ejemplo «a las 3 de la tarde». Si todavía no lo sabe, pulse «{ button-skip }».
problem-time-outside = La ayuda se necesita en otro momento: { $window }. Por favor, pulse o escriba una hora que quede dentro.
coming-noted = Gracias. Les digo cuándo irá usted para { $reference }: { $window }. Si eso cambia, pulse «{ button-when-coming }».
coming-to-resident = { $name } piensa ir a esta hora: { $window }. Se trata de su solicitud { $reference }.
coming-phone = { $name } piensa llamar a esta hora: { $window }. Se trata de su solicitud { $reference }.

details-closed-lease = { $reference } está abierta otra vez para otras personas. Los datos están cerrados.
lease-over = No tuve noticias suyas sobre { $reference }, así que la he abierto otra vez para otras personas. No pasa nada: a veces surgen cosas. Si todavía puede, acéptela otra vez desde su tarjeta.
lease-over-to-resident = { $name } no pudo decirme a tiempo que irá. Su solicitud { $reference } está abierta otra vez para sus vecinos. Le escribiré en cuanto alguien la acepte.
lease-over-to-owners = { $name } había aceptado { $reference }, pero no supimos nada a tiempo. Está abierta otra vez para otras personas. Usted no tiene que hacer nada por ahora.

standing-not-in-touch = { $name } la ha aceptado. Todavía tiene que confirmarlo. Si no sé nada antes del { $by }, sus vecinos pueden aceptarla otra vez.
standing-coming = Piensa ir a esta hora: { $window }.
standing-coming-phone = Piensa llamar a esta hora: { $window }.
standing-unreached = Ahora mismo no le llegan mis mensajes.
standing-over = El tiempo ya ha terminado. Le he preguntado cómo ha ido.

button-of-earlier-claim = Este botón es de otra vez en que usted tuvo { $reference }. Por favor, use los botones de mi mensaje más nuevo sobre ella.

answer-hand-back-note = Nota para quien siga
ask-hand-back-note =
    ¿Quiere dejar una nota para quien ayude después? Por ejemplo: «La tienda estaba cerrada, la de la calle Mayor lo tiene».

    Solo pueden leerla quien ayude después y la coordinación. Por favor, no escriba direcciones ni teléfonos: ya verán lo que necesiten. También puede pulsar «{ button-skip }».
note-kept = Gracias. He guardado su nota para quien ayude después con { $reference }.
note-left-out = No pasa nada. Ya no queda nada que hacer con { $reference }.
note-not-needed = Ya no hace falta ninguna nota para { $reference }. Gracias por pensar en ello.
note-arrived = Alguien que tuvo { $reference } antes que usted dejó esta nota: { $note }
note-to-owners = { $name } devolvió { $reference } y dejó esta nota para quien ayude después: { $note }
details-note = Una nota de alguien que tuvo esto antes: { $note }

ring-resident = Mis mensajes ya no llegan a { $name }. Se trata de su solicitud { $reference }. Por favor, llame por teléfono.
resident-unreached = Mis mensajes no llegan ahora a { $name }, así que lo que usted escriba puede tardar. Pedí a la coordinación que llame por { $reference }.
ring-no-phone = Teléfono: no se dio ninguno
ring-no-more = Los mensajes llegan otra vez a { $name }. No hace falta llamar por { $reference }.
ring-closed = { $reference } está cerrada. El teléfono ya no se muestra.
rung-instead = No pude escribirle sobre { $reference }, así que pedí a la coordinación que busque otro camino.
rung-instead-sees = No pude escribirle sobre { $reference }, así que pedí a la coordinación que le llame. Puede ver su teléfono hasta que termine su solicitud.
helper-lost = Mis mensajes ya no llegan a { $name }. Aceptó { $reference }.
helper-lost-lease = Todavía no lo ha confirmado. Si no llega nada antes del { $by }, la abro otra vez para otras personas.
helper-lost-in-touch = Había dicho que lo hará. Por favor, averigüe si todavía puede.
helper-lost-to-resident = Ahora mismo no puedo escribir a { $name }. Había dicho que ayudará con su solicitud { $reference }. La coordinación lo sabe y lo va a mirar.
helper-lost-and-nobody-told = Ahora mismo no puedo escribir a { $name }. Había dicho que ayudará con su solicitud { $reference }. Si no puede esperar, por favor pida ayuda también a otra persona.
helper-back = Los mensajes llegan otra vez a { $name }. Se trata de { $reference }.
