### Quien pide ayuda y quien ayuda se escriben

button-answer = Responder
button-write-helper = Escribir a quien me ayuda
button-write-neighbour = Escribir a mi vecino o vecina
button-stop-writing = Dejar de escribir
button-write-to = A { $name }, { $reference }
button-new-request = Es una petición nueva
button-for-nobody = Para nadie, olvídelo

relay-writing = Ahora escribe usted a { $name }, sobre { $reference }. Lo que escriba a partir de ahora, y las fotos, llega solo a { $name }.
relay-writing-how = No puede ver su cuenta ni su número. Cuando haya terminado, toque «{ button-stop-writing }».
relay-stopped = Por ahora ha dejado de escribir. Lo que escriba no llega a nadie. Para escribir otra vez, toque «{ button-answer }» debajo de un mensaje, o busque la tarea con /mine.

# The first line of what somebody gets; the words of whoever wrote stand below it.
relay-from = { $name } escribe:
relay-from-photo = { $name } envía esta foto:

relay-sent = Se lo he pasado a { $name }.
relay-waits = Ahora mismo no llega nada a { $name }. Guardo esto. Se lo paso en cuanto pueda, si { $reference } sigue entonces entre ustedes.
relay-waits-told = La coordinación sabe que no llega nada a { $name }.
relay-waits-not-told = Si no puede esperar, avise a la coordinación.
relay-edited = No puedo pasar un cambio. { $name } sigue viendo las primeras palabras de usted. Si es importante, escríbalo otra vez en un mensaje nuevo.
relay-edit-not-passed-on = Su cambio no se ha pasado a nadie.

relay-advice-resident = Un consejo: no escriba aquí códigos, el PIN ni dónde hay una llave. Las notas de la puerta van con su dirección, donde solo las ve quien está de camino.
relay-advice-helper = Un consejo: no pida aquí nunca un código, un PIN ni una tarjeta del banco. Lo que necesita en la puerta lo ve cuando sale.

relay-whom = ¿Para quién es esto? He guardado lo que ha escrito y todavía no se lo he pasado a nadie.
relay-kept = He guardado lo que ha escrito. ¿Es una petición nueva?
relay-whom-side = { $name }: { $kind }, { $reference }
relay-held-forgotten = Lo que había escrito antes no se ha pasado a nadie. Si todavía importa, escríbalo otra vez.
relay-unsaid = Está bien. He olvidado lo que escribió.

# Why something was not passed on, and what to do instead.
relay-no-forward = No lo he pasado. Un mensaje reenviado puede mostrar de dónde viene. Escríbalo con sus propias palabras.
relay-no-album = No lo he pasado. Envíe las fotos de una en una.
relay-no-location = No he pasado su ubicación. Mostraría exactamente dónde está. Describa el lugar con palabras.
relay-no-venue = No he pasado ese lugar. Escriba con palabras dónde está.
relay-no-contact = No he pasado esa tarjeta de contacto. Mostraría el número y la cuenta de alguien. Escriba con palabras lo que haga falta.
relay-no-voice = No he pasado su mensaje de voz. Una voz puede mostrar quién es alguien. Escríbalo, por favor. Muchos teléfonos escriben lo que se dice: busque el micrófono en el teclado.
relay-no-video = No he pasado ese vídeo. Un vídeo puede mostrar quién es alguien. Envíe una foto o escríbalo con palabras.
relay-no-file = No he pasado ese archivo. Un archivo puede llevar nombres que no se ven. Si es una imagen, envíela como foto. Si no, escríbalo con palabras.
relay-no-sticker = No he pasado ese sticker. Un sticker lleva a otras páginas. Escríbalo con palabras.
relay-no-poll = No he pasado esa encuesta. Pregunte con palabras.
relay-no-photo = No he pasado esa foto. No he podido abrirla. Envíela otra vez como una foto normal.
relay-no-other = No lo he pasado. Solo puedo pasar palabras y fotos. Escríbalo con palabras.
relay-empty = No lo he pasado. No hay nada que se pueda ver. Escríbalo otra vez.
relay-too-long = No lo he pasado. Es demasiado largo: { $length } caracteres. Envíelo en partes de { $limit } como máximo.

# Writing to each other ends with the task.
relay-not-passed-on = Lo que ha escrito no se ha pasado a nadie.
relay-over-done = { $reference } ya está hecha, así que ya no pueden escribirse sobre ella.
relay-over-withdrawn = { $reference } ya no hace falta, así que no pueden escribirse sobre ella.
relay-over-not-yours = Ya no se encarga usted de { $reference }, así que no puede escribir sobre ella.
relay-over-somebody-else = Ahora ayuda otra persona con { $reference }. La encuentra con /mine.
relay-over-nobody = Ahora mismo nadie se encarga de { $reference }, así que no hay a quién escribir. Le avisaré cuando alguien se encargue.
relay-over-next-resident = Si falta algo o algo le preocupa, avise a la coordinación. Si necesita ayuda otra vez, puede pedirla con /ask.
relay-over-next-helper = Si es importante, avise a la coordinación.
