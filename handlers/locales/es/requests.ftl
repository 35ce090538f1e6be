### Una petición como la ve quien cuida de ella, y lo que puede hacer

page-how = Escriba /request y la referencia, por ejemplo: /request KRT-27
page-unknown = No encuentro la petición { $reference } entre las que usted cuida. Mire otra vez la referencia.
page-by-phone = Por teléfono: quien la pidió no tiene la aplicación
page-for-another = La pidió otra persona
page-weekly = Una vez de una ayuda semanal
page-places = Necesita varias personas: { $references }
page-incomplete = Le falta el tipo o el barrio, así que nadie más puede verla todavía.
page-open = Nadie se encarga. Está abierta desde { $by }.
page-could = { $number ->
    [0] La coordinación elige a quien ayuda. Nadie ha dicho todavía que podría.
    [one] La coordinación elige a quien ayuda. Una persona ha dicho que podría.
   *[other] La coordinación elige a quien ayuda. { $number } personas han dicho que podrían.
}
page-claimed = Se encarga { $name }.
page-on-the-way = Se encarga { $name }, y ya va de camino.
page-not-in-touch = Todavía no se ha puesto en contacto. Si no sé nada antes de { $by }, vuelve a estar abierta.
page-unconfirmed = Quien ayuda dice que está hecho. Quien lo pidió todavía no lo ha dicho.
page-done = Está hecha.
page-closed = Está cerrada.
page-words-kept = Sus palabras se guardan hasta { $by }. Hasta entonces puede abrirla otra vez.
page-words-gone = Sus palabras se borraron: { $by }.
page-ring-waits = Una llamada a quien lo pidió todavía espera.
page-disputed = Quien lo pidió dice que no está hecho. Alguien tiene que mirarlo.
page-words = Las palabras de { $reference }:
page-words-logged = Queda anotado que las ha leído. No las cuente a nadie.
page-no-words = Las palabras de { $reference } ya están borradas. No hay nada que mostrar.
page-not-open = { $reference } no está abierta ahora, así que no puedo mostrar otra vez su aviso.
page-shown-lately = El aviso de { $reference } se mostró hace menos de media hora. Espere un poco.
page-no-group = No puedo mostrar { $reference } en ningún grupo ahora. Mire si hay un grupo enlazado y si puedo escribir en él.
page-raised = He mostrado otra vez el aviso.

button-complete = Poner lo que le falta
button-assign = Elegir a quien la haga
button-reassign = Dársela a otra persona
button-raise = Mostrar otra vez el aviso
button-show-words = Ver sus palabras
button-close = Cerrarla
button-reopen = Abrir otra vez esta petición
button-hand-over = Pasarla a otra organización
button-block-resident = Bloquear a quien la pidió
button-block-helper = Bloquear a quien ayuda

# Lo que ha pasado, y quién vio qué.
log = Lo que ha pasado:
log-asked = – { $by }: se pidió
log-asked-by-phone = – { $by }: se pidió por teléfono
log-seen-claimed = – { $by }: se encargó { $name }, y vio el nombre, la calle y las palabras
log-seen-had = – { $by }: se encargó { $name }, vio el nombre, la calle y las palabras, y ya no la tiene
log-seen-set-off = – { $by }: { $name } salió, y vio la puerta y lo demás que se dio
log-seen-ringing = – { $by }: { $name } vio el teléfono, para llamar
log-seen-read = – { $by }: { $name } leyó las palabras
log-seen-outside = – { $by }: { $name } lo vio todo, para ocuparse fuera de este servicio
log-somebody = alguien
log-moved = – { $by }: pasó a { $organisation }
log-opened = – { $by }: abierta otra vez
log-done = – { $by }: quien ayuda dijo que está hecho
log-confirmed = – { $by }: anotada como hecha
log-closed = – { $by }: cerrada
log-closed-by = – { $by }: la cerró { $name }: { $why }

closed-as-fulfilled = está hecho
closed-as-not-needed = ya no hace falta
closed-as-could-not-help = no pudimos ayudar
closed-as-duplicate = se pidió dos veces
closed-as-handed-over = pasó a otra organización
closed-as-out-of-area = está fuera de nuestra zona

# Dada a alguien por la coordinación.
assign-whom = ¿Quién se encarga de { $reference }? Estas personas pueden:
assign-whom-instead = Ahora se encarga { $name } de { $reference }. ¿Quién la hace en su lugar? Estas personas pueden:
assign-person = { $number }. { $name }
assign-said-so = Ha dicho que podría.
assign-could-be-asked = No se le ha preguntado. Si no puede, la devuelve con un toque.
assign-near = Ayuda en este barrio.
assign-next-door = Ayuda en otro barrio.
assign-holds = { $number ->
    [0] No tiene ninguna tarea ahora.
    [one] Tiene una tarea, y quiere { $limit } como mucho.
   *[other] Tiene { $number } tareas, y quiere { $limit } como mucho.
}
assign-other-times = Ofrece otras horas, u otro idioma.
assign-choose = { $number }: elegir a { $name }
button-assign-more = Ver más personas
assign-nobody = No conozco a nadie que pueda hacer { $reference } ahora: de este tipo, cerca, con comprobación si hace falta y con sitio.
assign-not-now = { $reference } no se puede dar a nadie ahora.
assign-changed = { $reference } ha cambiado desde entonces. Ábrala otra vez y elija de nuevo.
assign-has-it = Ya tiene { $reference }.
reassigned = Otra persona hará su petición { $reference }: { $name }, y no { $other }.
reassigned-from-you = La coordinación ha pedido a otra persona que haga { $reference }. Usted no hizo nada mal. Gracias por estar ahí.
details-closed-reassigned = { $reference } la tiene ahora otra persona. Los datos vuelven a estar cerrados.

# Cerrada con un motivo.
close-why = ¿Por qué se cierra { $reference }? Se lo digo a cada persona con palabras que encajen.
close-helper-hears = La tiene { $name }, y también se lo diré.
button-close-not-needed = Ya no hace falta
button-close-fulfilled = Está hecho
button-close-could-not-help = No pudimos ayudar
button-close-duplicate = Se pidió dos veces
button-close-out-of-area = Fuera de nuestra zona
button-close-died = La persona ha muerto
button-close-not = Dejarla abierta
close-already = { $reference } ya está cerrada. No queda nada por hacer.
close-noted = { $reference } está cerrada: { $why }. He avisado a quien debe saberlo.
close-noted-by-phone = { $reference } está cerrada: { $why }. Quien la pidió no tiene la aplicación, y alguien tiene que llamarle.
close-weekly-goes-on = Es una vez de una ayuda semanal, y esa sigue. Puede terminarla aquí.
closed-not-needed = La coordinación ha cerrado su petición { $reference }, porque ya no hace falta. Si no es así, dígalo a la coordinación antes de { $kept-hours } horas, y se puede abrir otra vez.
closed-fulfilled = La coordinación ha anotado su petición { $reference } como hecha. Si no es así, dígalo a la coordinación antes de { $kept-hours } horas, y se puede abrir otra vez.
closed-could-not-help = Lo siento. No pudimos encontrar ayuda para su petición { $reference }, y la coordinación la ha cerrado. Quizá su ayuntamiento, su centro de salud o una asociación cercana sepan cómo. También puede pedirla aquí de nuevo.
closed-duplicate = Su petición { $reference } se había pedido dos veces, así que la coordinación la ha cerrado. La otra sigue.
closed-out-of-area = Lo siento. Su petición { $reference } es para un lugar donde no tenemos quien ayude, así que la coordinación la ha cerrado. Quizá el ayuntamiento o una asociación de allí sepan quién puede.
details-closed-not-needed = { $reference } ya no hace falta. Los datos vuelven a estar cerrados. Gracias por querer ayudar.
details-closed-fulfilled = La coordinación ha anotado { $reference } como hecha. Los datos vuelven a estar cerrados. Gracias por ayudar.
details-closed-could-not-help = La coordinación ha cerrado { $reference }, porque no podemos ayudar. Los datos vuelven a estar cerrados. Gracias por querer ayudar.
details-closed-duplicate = { $reference } se había pedido dos veces, así que está cerrada. Los datos vuelven a estar cerrados. Gracias por querer ayudar.
details-closed-out-of-area = { $reference } está fuera de nuestra zona, así que está cerrada. Los datos vuelven a estar cerrados. Gracias por querer ayudar.
ring-bereaved = Esta llamada ya no hace falta.

# Abierta otra vez.
button-reopen-yes = Sí, abrirla otra vez
button-reopen-no = No, dejarla cerrada
reopen-sure = ¿Abro { $reference } otra vez? Entonces alguien puede encargarse, y se lo digo a quien la pidió.
reopen-open = { $reference } no está cerrada. No hay nada que abrir.
reopen-too-late = { $reference } no se puede abrir otra vez: sus palabras se borran { $kept-hours } horas después de cerrarla. Quien la pidió puede pedirla de nuevo.
reopen-in-peace = { $reference } sigue cerrada. Nos dijeron que la persona para quien era ha muerto, o que ya no está de acuerdo. Si no es así, hay que pedirla de nuevo.
reopen-blocked = { $reference } sigue cerrada, porque quien la pidió no puede usar este servicio por ahora. Primero quite el bloqueo con /block.
reopen-noted = Alguien puede encargarse otra vez de { $reference }.
