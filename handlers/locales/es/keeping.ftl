### Qué se guarda sobre alguien, y cuándo se borra

mydata-here =
    Esto es lo que se guarda sobre usted, y cuándo se borra. Debajo llegan dos archivos con todo, palabra por palabra. Nadie más los recibe.
mydata-here-of = Esto es lo que se guarda sobre { $name }, y cuándo se borra. Puede leerlo, o imprimir el archivo de abajo y entregarlo.
mydata-you = Su nombre, su idioma y su cuenta en la aplicación: hasta que escriba /forget. Si no se le ve aquí en { $days } días, le pregunto si quiere seguir.
mydata-request-open = { $reference }, { $kind }: las palabras y su dirección se quedan mientras está abierta, y { $days ->
    [one] un día
   *[other] { $days } días
} más.
mydata-request-closed = { $reference }, { $kind }: las palabras y su dirección se borran el { $day } a las { $hour }.
mydata-request-emptied = { $reference }, { $kind }: las palabras y su dirección ya no están. Lo demás que mostraba el aviso se borra el { $day }.
mydata-requests-more = Y { $number } peticiones más: están en el archivo.
mydata-requests-old = { $number ->
    [one] Una petición más antigua: solo quedan el tipo, el lugar y las horas, para las cuentas.
   *[other] { $number } peticiones más antiguas: solo quedan el tipo, el lugar y las horas, para las cuentas.
}
mydata-others = Las personas para las que pide: hasta 30 días después de dejar de pedir para ellas.
mydata-weekly = La ayuda semanal: hasta que termine.
mydata-relay = Lo que usted y la otra parte se escribieron ({ $number }): lo último se borra el { $day } a las { $hour }.
mydata-words = Sus agradecimientos, ideas y palabras sobre las visitas: lo último se borra el { $day }.
mydata-worries = Lo que le preocupó: las palabras se borran { $days } días después de que salvaguarda lo dé por resuelto.
mydata-seen = Quién vio qué de usted: cada nota se borra { $days } días después.
mydata-costs = Lo que le costó ayudar: la contabilidad lo guarda hasta el { $day }.
mydata-offer = Lo que ofrece: hasta que deje de ayudar.
mydata-checks = Lo que se vio de sus documentos: hasta que se retire o se cambie, y { $days } días más.
mydata-called = Cuando se llamó a muchos: a quién se preguntó se borra { $days } días después de terminar.
mydata-roles = Sus funciones aquí: hasta dos años después de que terminen.
mydata-draft = Lo que ha empezado y no terminado: hasta el { $day } a las { $hour }.
mydata-hold = Si se está mirando la seguridad de alguien, algo puede quedarse más tiempo.
mydata-next = Para borrarlo todo, escriba /forget. Qué se guarda y quién lo ve, en breve: /privacy
mydata-readable = Todo, para leer. Es texto sencillo: cualquier teléfono puede abrirlo y leerlo en voz alta.
mydata-json = Lo mismo otra vez, para que otro programa pueda leerlo (JSON).
mydata-again = Se lo envié todo hace poco. Sigue en este chat. Puede pedirlo otra vez desde { $by }.
mydata-not-yours = Usted no se ocupa de esta persona, así que no puedo mostrarle lo que se guarda sobre ella.
mydata-gone = Ya no se guarda nada sobre esta persona.
data-title = Lo que se guarda sobre usted
data-title-of = Lo que se guarda sobre { $name }
data-made = Hecho el { $day } a las { $hour }.
data-others = Lo que otras personas le escribieron también es suyo. Por eso aquí dice que está y cuándo se borra, sin las palabras. Por lo mismo no nombra a nadie más.
data-row = Número { $number }
data-field = { $label }: { $value }
data-moment = { $day }, { $hour }
data-withheld = Está, pero no se dice aquí, porque es o puede ser de otra persona: { $parts }
data-goes = Esto se borra el { $day } a las { $hour }.
data-goes-parts = Esto se borra el { $day } a las { $hour }: { $parts }
data-stays = Esto se borra { $days ->
    [one] un día
   *[other] { $days } días
} después de que termine.
data-stays-parts = Esto se borra { $days ->
    [one] un día
   *[other] { $days } días
} después de que termine: { $parts }
data-duties = Lo que hizo para la red. Lo demás es de otras personas, así que aquí solo está cuántas veces y cuándo.
data-duty = { $value }: { $number ->
    [one] una vez, el { $last }
   *[other] { $number } veces, del { $first } al { $last }
}
button-mydata-of = Qué se guarda sobre la persona
privacy-short =
    Lo que escribe aquí se guarda para que sus vecinos puedan ayudarle.

    El grupo solo ve lo que muestra el aviso: el tipo de ayuda, el barrio y la hora. Quien le ayuda ve su nombre, su calle y sus palabras. La puerta la ve cuando sale. La coordinación ve lo que necesita para ayudar. Si algo le preocupa, solo lo lee salvaguarda.

    { $days ->
        [one] Un día
       *[other] { $days } días
    } después de cerrar una petición se borran las palabras y su dirección. Lo que se escriben se borra a { $relay ->
        [one] un día
       *[other] los { $relay } días
    }, y lo que empezó sin terminar, al cabo de un día. Los números que no nombran a nadie se quedan.

    No puedo recuperar lo que alguien copió o fotografió, ni lo que guarda la propia aplicación.

    /mydata – ver todo lo que se guarda sobre usted, con sus fechas
    /forget – borrarlo todo
command-mydata = Qué se guarda sobre usted
command-privacy = Quién ve qué, y cuánto tiempo

data-field-account = Su cuenta en la aplicación
data-field-acknowledged-at = Alguien de salvaguarda empezó a ocuparse
data-field-address = Dirección del chat
data-field-agreed = Hubo acuerdo
data-field-agreed-at = Acuerdo dado el
data-field-amount = Importe, en la moneda más pequeña
data-field-answer = Respuesta
data-field-answered-at = Respondido el
data-field-asked-again-at = Nueva pregunta el
data-field-asked-at = Preguntado el
data-field-asked-at-most = Con qué frecuencia se le pregunta
data-field-asked-to-offer-at = Se le preguntó si quería ayudar el
data-field-asked-to-stay-at = Se le preguntó si quería seguir el
data-field-at = Cuándo
data-field-bereaved-at = Se deja su hogar en paz desde
data-field-by-phone = Tomado por teléfono
data-field-ceiling = Se devuelve hasta, en unidades enteras
data-field-checked-only = Solo quienes están comprobados
data-field-claimed-at = Asumida el
data-field-cleared-at = Detalles vaciados el
data-field-closed-as = Por qué se cerró
data-field-closed-at = Cerrada el
data-field-coming-from = Quien ayuda viene desde
data-field-coming-until = Quien ayuda viene hasta
data-field-confirmed-at = Confirmada el
data-field-consent-at = Dieron su acuerdo el
data-field-consent-how = Cómo dieron su acuerdo
data-field-contact-at = Quien ayuda se puso en contacto el
data-field-created-at = Desde
data-field-currency = Moneda
data-field-data-sent-at = Esto se le envió por última vez el
data-field-decided-at = Decidido el
data-field-door = Puerta
data-field-due-at = Se enviará desde
data-field-ended-at = Terminó el
data-field-ends-at = Hasta
data-field-entry-notes = Cómo entrar
data-field-expires-at = Funciona hasta
data-field-expires-on = Válido hasta el
data-field-fate = Qué pasó con el mensaje
data-field-first-end = Primera vez, hasta
data-field-first-name = Nombre
data-field-first-start = Primera vez, desde
data-field-from-id = De
data-field-guidance-read-at = Guía leída el
data-field-has-car = Coche
data-field-has-place = Tiene plaza
data-field-health-agreed-at = Acuerdo sobre datos de salud el
data-field-helper-away-until = Quien ayuda no está hasta
data-field-helper-word = Palabra de quien ayuda para la puerta
data-field-how = Cómo fue
data-field-is-danger = Por palabras de peligro
data-field-is-urgent = Urgente
data-field-issued-on = Fecha del documento
data-field-kind = Qué
data-field-kinds = Tipos de ayuda
data-field-language = Idioma
data-field-language-chosen = Usted eligió el idioma
data-field-language-wanted = Idioma deseado
data-field-languages = Idiomas
data-field-last-asked-at = Última pregunta el
data-field-left-out = No aparece en el aviso
data-field-level = Quién puede ayudar
data-field-lifted-at = Pudo seguir desde
data-field-lifted-until = Puede seguir hasta
data-field-moved-at = Se pasó el
data-field-name = Lo que había empezado
data-field-named = Aparece en el aviso
data-field-needs = Qué hace falta
data-field-neighbourhood-id = Barrio
data-field-next-end = Próxima vez, hasta
data-field-next-start = Próxima vez, desde
data-field-offered-at = Ofrecido el
data-field-opened-at = Abierta desde
data-field-organisation-id = Organización
data-field-paused-until = Pausa hasta
data-field-phone = Teléfono
data-field-picture-id = Con una foto
data-field-place = Lugar
data-field-posted-at = Publicado el
data-field-purpose = Para qué
data-field-quiet-until = No se envía nada antes de
data-field-reach = Hasta dónde se llevó
data-field-reachable = Los mensajes le llegan
data-field-reaches = A cuántas personas llegó
data-field-reason = Motivo
data-field-receipt-id = Con una foto del recibo
data-field-recorded-at = Anotado el
data-field-reference = Referencia
data-field-relation = Qué relación tiene con la persona
data-field-reminded-at = Recordado el
data-field-repeat-id = Parte de una ayuda semanal
data-field-resident-word = Su palabra para la puerta
data-field-review-on = Se les vuelve a preguntar el
data-field-reviewed-at = La coordinación lo miró el
data-field-role = Función
data-field-rung = Se le llama en lugar de escribirle
data-field-seen-at = Última vez aquí, más o menos un día
data-field-set-off-at = Quien ayuda salió el
data-field-settled-at = Resuelto el
data-field-side = De qué parte estaba
data-field-since = Desde
data-field-size = Cuánto hay que llevar
data-field-slot = Número de quien ayuda
data-field-slots = Cuántas personas ayudan
data-field-stage = Qué se mostró
data-field-started-at = Empezado el
data-field-starts-at = Desde
data-field-status = Cómo está
data-field-stood-down-at = Se le dijo que ya había bastantes el
data-field-stopped-at = Parado el
data-field-street = Calle
data-field-takes-strangers = Abierto a quien no está registrado
data-field-task-id = Petición
data-field-tasks-at-once = Cuántas tareas a la vez
data-field-times = Días y horas
data-field-to-id = A
data-field-tried = Cuántos se probaron
data-field-turn = Su turno en la reserva
data-field-updated-at = Último cambio el
data-field-used-at = Seguida el
data-field-was-right = Era usted la persona indicada
data-field-what = Qué
data-field-who-pays = Quién paga
data-field-why = Por qué
data-field-window-end = Se quiere hasta
data-field-window-start = Se quiere desde
data-field-words = Palabras

data-withheld-buttons = lo que decían los botones
data-withheld-handover-note = una nota de quien ayudó para la siguiente persona
data-withheld-passed-on = lo que escribió la otra parte
data-withheld-payload = lo que dice el mensaje
data-withheld-state = sus respuestas hasta ahora

data-part-you = Usted
data-part-chat = Su chat con este servicio
data-part-admission = Cómo entró
data-part-requests = Lo que ha pedido
data-part-requests-for-another = Lo que ha pedido para otra persona
data-part-asked-for = Personas para las que pide
data-part-weekly = Ayuda cada semana
data-part-weekly-for-another = Ayuda cada semana para otra persona
data-part-seen-by-others = Quién vio sus datos: cuándo y cuánto
data-part-cards = Dónde están los avisos de sus peticiones
data-part-handed-over = Peticiones que pasaron a otros
data-part-calls = Llamadas para usted
data-part-helped-with = En qué ha ayudado
data-part-helps-weekly = En qué ayuda cada semana
data-part-wished-weekly = Donde le piden que venga cada semana
data-part-shown-to-you = Lo que vio de las peticiones
data-part-asked-directly = Lo que se le preguntó a usted
data-part-could-help = Donde dijo que podía ayudar
data-part-links = Enlaces hechos para usted
data-part-costs = Lo que le costó ayudar
data-part-did-not-come = Donde alguien le esperó
data-part-limits = Límites a los que llegó
data-part-offer = Lo que ofrece
data-part-offered-kinds = Tipos de ayuda que ofrece
data-part-offered-places = Dónde ayuda
data-part-checks = Lo que se vio de sus documentos
data-part-you-wrote = Lo que escribió a la otra parte
data-part-written-to-you = Lo que le escribió la otra parte
data-part-not-passed-on = Lo que escribió y aún no es para nadie
data-part-writing-to = A quién está escribiendo
data-part-lines = Frases para sus avisos
data-part-handed-in = Agradecimientos e ideas suyas
data-part-how-it-went = Cómo le fue
data-part-worries = Lo que le preocupó
data-part-called = Cuando se llamó a muchos
data-part-called-others = Cuando llamó a muchos
data-part-roles = Sus funciones aquí
data-part-looked-after = De qué se ocupa
data-part-invited = Invitaciones que siguió
data-part-blocks = Cuando se le bloqueó
data-part-draft = Lo que ha empezado
data-part-buttons = Botones que vio hace poco
data-part-messages = Mensajes que le esperan
data-part-wrong-links = Enlaces equivocados en su chat
data-part-helped = Sobre esta persona

data-code-with-coordinator = con la coordinación
data-code-open = abierta
data-code-claimed = asumida
data-code-on-the-way = en camino
data-code-done = hecha
data-code-withdrawn = cerrada
data-code-posted = en el grupo
data-code-raised = mostrada otra vez
data-code-adjacent = en grupos vecinos
data-code-asking = se pregunta a voluntarios
data-code-coordinator = la coordinación lo sabe
data-code-set-off = todo, de camino
data-code-ringing = el número para llamar
data-code-read = las palabras, a la coordinación
data-code-danger = dónde está, por peligro
data-code-waiting = en espera
data-code-approved = aprobado
data-code-refused = rechazado
data-code-dropped = retirado
data-code-taken-back = retirado por usted
data-code-ready-made = palabras preparadas
data-code-paid-back = se devuelve
data-code-nothing-to-pay = nada que pagar
data-code-paid-already = ya está pagado
data-code-going = en marcha
data-code-choosing = espera su decisión
data-code-ended = terminada
data-code-sending = se está enviando
data-code-answering = todo enviado
data-code-stopped = parado
data-code-over = terminado
data-code-resident = le ayudaron
data-code-helper = usted ayudó
data-code-due = aún no enviado
data-code-queued = a punto de enviarse
data-code-sent = enviado
data-code-unreachable = no le llegó
data-code-unknown = quizá le llegó
data-code-stood-down = ya no hacía falta
data-code-joined = vino por un enlace
data-code-yes = sí
data-code-no = no
data-code-later = más tarde
data-code-requests = muchas peticiones abiertas
data-code-reveals = muchos datos vistos
data-code-no-shows = no acudió
data-code-silent = sin contacto
data-code-nobody-came = no vino nadie
data-code-thanks = agradecimiento
data-code-thought = una idea para otros
data-code-card-line = una frase para el aviso
data-code-pending = a punto de enviarse
data-code-retry = se intentará otra vez
data-code-tap-answer = un aviso corto
data-code-answer = una respuesta
data-code-safety = sobre seguridad
data-code-card = un aviso
data-code-news = una noticia
data-code-bulk = para muchos
data-code-harm = alguien sufrió daño o miedo
data-code-money = faltó dinero o faltaron cosas
data-code-misuse = no iba en serio
data-code-rules = no se cumplió lo acordado
data-code-open-question = se está aclarando algo
data-yes = sí
data-no = no
