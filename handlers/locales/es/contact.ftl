### Estar en contacto después de aceptar una tarea, devolverla, y personas a quienes no llega nada

button-contact = Estoy en contacto
button-when-coming = Cuándo voy

details-contact-by = Por favor, avise antes del { $by } de que usted lo hará. Cuando haya avisado, toque «{ button-contact }». Si no sé nada para entonces, la abro otra vez para otras personas.
contact-nudge = Usted se encarga de { $reference }. ¿Ya está en contacto? Por favor, toque «{ button-contact }» antes del { $by }. Si no sé nada para entonces, la abro otra vez para otras personas, y tampoco pasa nada.
contact-noted = Gracias. Se lo digo ahora.
contact-thanks = Gracias. Usted se encarga de { $reference }. Por favor, toque un botón de abajo cuando haya noticias.
in-touch = { $name } me ha dicho que lo hará. Es por su petición { $reference }.

answer-coming = Cuándo va usted
ask-coming =
    Gracias. ¿Cuándo irá? Es por { $reference }.

    Por favor, toque una hora o escríbala, por ejemplo «a las 3 de la tarde». Si todavía no lo sabe, toque «{ button-skip }».
ask-coming-phone =
    Gracias. ¿Cuándo llamará? Es por { $reference }.

    Por favor, toque una hora o escríbala, por ejemplo «a las 3 de la tarde». Si todavía no lo sabe, toque «{ button-skip }».
problem-time-outside = La ayuda hace falta en otro momento: { $window }. Por favor, toque o escriba una hora que quede dentro.
coming-noted = Gracias. Aviso de cuándo irá usted para { $reference }: { $window }. Si eso cambia, toque «{ button-when-coming }».
coming-to-resident = { $name } piensa ir a esta hora: { $window }. Es por su petición { $reference }.
coming-phone = { $name } piensa llamar a esta hora: { $window }. Es por su petición { $reference }.

details-closed-lease = { $reference } está abierta otra vez para otras personas. Los datos están cerrados.
lease-over = No tuve noticias de usted sobre { $reference }, así que la he abierto otra vez para otras personas. No pasa nada: a veces surgen cosas. Si todavía puede, vuelva a encargarse desde su aviso.
lease-over-to-resident = { $name } no pudo decirme a tiempo que irá. Su petición { $reference } está abierta otra vez en su barrio. Le escribiré en cuanto alguien se encargue.
lease-over-to-owners = { $name } se encargaba de { $reference }, pero no supimos nada a tiempo. Está abierta otra vez para otras personas. Usted no tiene que hacer nada por ahora.

standing-not-in-touch = { $name } se encarga. Todavía tiene que confirmarlo. Si no sé nada antes del { $by }, en su barrio puede encargarse otra persona.
standing-coming = Piensa ir a esta hora: { $window }.
standing-coming-phone = Piensa llamar a esta hora: { $window }.
standing-unreached = Ahora mismo no le llegan mis mensajes.
standing-over = El tiempo ya ha terminado. Le he preguntado cómo ha ido.

button-of-earlier-claim = Este botón es de otra vez en que usted se encargó de { $reference }. Por favor, use los botones de mi mensaje más nuevo sobre ella.

answer-hand-back-note = Nota para quien ayude después
ask-hand-back-note =
    ¿Quiere dejar una nota para quien ayude después? Por ejemplo: «La tienda estaba cerrada, la de la calle Mayor lo tiene».

    Solo pueden leerla quien ayude después y la coordinación. Por favor, no escriba direcciones ni teléfonos: ya verán lo que necesiten. También puede tocar «{ button-skip }».
note-kept = Gracias. He guardado su nota para quien ayude después con { $reference }.
note-left-out = No pasa nada. Ya no queda nada que hacer con { $reference }.
note-not-needed = Ya no hace falta ninguna nota para { $reference }. Gracias por pensar en ello.
note-arrived = Alguien que tuvo { $reference } antes que usted dejó esta nota: { $note }
note-to-owners = { $name } devolvió { $reference } y dejó esta nota para quien ayude después: { $note }
details-note = Una nota de alguien que tuvo esto antes: { $note }

ring-resident = Mis mensajes ya no llegan a { $name }. Es por su petición { $reference }. Por favor, llame por teléfono.
resident-unreached = Mis mensajes no llegan ahora a { $name }, así que lo que usted escriba puede tardar. Pedí a la coordinación que llame por { $reference }.
ring-no-phone = Teléfono: no se dio ninguno
ring-no-more = Los mensajes llegan otra vez a { $name }. No hace falta llamar por { $reference }.
ring-closed = { $reference } está cerrada. El teléfono ya no se muestra.
rung-instead = No pude escribirle sobre { $reference }. Por eso he pedido a la coordinación que busque otro camino.
rung-instead-sees = No pude escribirle sobre { $reference }. Por eso he pedido a la coordinación que le llame. Puede ver su teléfono hasta que termine su petición.
helper-lost = Mis mensajes ya no llegan a { $name }. Se encarga de { $reference }.
helper-lost-lease = Todavía no lo ha confirmado. Si no llega nada antes del { $by }, la abro otra vez para otras personas.
helper-lost-in-touch = Había dicho que lo hará. Por favor, averigüe si todavía puede.
helper-lost-to-resident = Ahora mismo no puedo escribir a { $name }. Había dicho que ayudará con la petición { $reference } de usted. La coordinación lo sabe y lo va a mirar.
helper-lost-and-nobody-told = Ahora mismo no puedo escribir a { $name }. Había dicho que ayudará con la petición { $reference } de usted. Si no puede esperar, por favor pida ayuda también a otra persona.
helper-back = Los mensajes llegan otra vez a { $name }. Es por { $reference }.
