### Convocatorias: se llama a muchas personas a la vez

button-call-arrived = Sí que llegó
button-call-not-arrived = No llegó
button-call-yes = Sí, iré
button-call-no = No puedo ir
button-call-later = Pregúnteme más tarde
button-call-out = Al final no puedo ir
button-call-could = Al final sí puedo ir
button-call-stand-by = Apúntenme en la reserva
button-call-send = Enviar la convocatoria
button-call-leave = Dejarlo por ahora
button-call-agree = De acuerdo, envíela
button-call-refuse = No estoy de acuerdo
button-call-roster = Quién viene
button-call-stop = Detener esta convocatoria
button-call-stop-yes = Sí, deténgala ya
button-call-stop-no = No, que siga
button-call-next = Llamar a más personas

answer-call-purpose = Para qué
answer-call-words = Qué exactamente
answer-call-place = Adónde hay que ir
answer-call-areas = Barrios
answer-call-when = Cuándo
answer-call-wanted = Cuántas personas en { $area }
answer-call-kinds = Tipos de ayuda
answer-call-languages = Idiomas
answer-call-checked = Con verificación o sin ella
answer-call-strangers = También personas nuevas
answer-preview-call-out = Envío
answer-call-not-possible = Dejarlo

call-for-packing = Empaquetar u ordenar cosas
call-for-delivering = Repartir cosas
call-for-cooking = Cocinar o servir comida
call-for-phoning = Llamar por teléfono a la gente
call-for-driving = Llevar personas o cosas en coche
call-for-clearing = Recoger o limpiar
call-for-leaflets = Repartir folletos
call-for-emergency = Ayuda en una emergencia
call-for-something-else = Otra cosa

ask-call-purpose =
    ¿Para qué necesita gente?
ask-call-words =
    ¿Qué van a hacer exactamente? ¿Tienen que traer algo?

    Por favor, escríbalo. Lo lee toda persona llamada. Así que no ponga nombres, direcciones ni nada más sobre un residente.
ask-call-place =
    ¿Adónde tienen que ir?

    Por favor, escríbalo en una línea, como «Salón parroquial, calle Molino». No escriba la dirección de un residente.
ask-call-areas =
    ¿A qué barrios quiere llamar?
ask-call-when =
    ¿Qué día, y desde qué hora hasta qué hora?

    Por favor, toque una opción o escríbalo. Por ejemplo: «el sábado de 9 a 12».
ask-call-wanted =
    ¿Cuántas personas quiere de { $area }?

    Por favor, toque un número o escríbalo.
ask-call-kinds =
    ¿Llamo solo a quienes ofrecen ciertos tipos de ayuda?

    Si no, toque «{ button-several-done }».
ask-call-languages =
    ¿Llamo solo a quienes hablan ciertos idiomas?

    Si no, toque «{ button-several-done }».
ask-call-checked =
    ¿Solo pueden venir personas cuya verificación valga ese día?
ask-call-strangers =
    ¿Pueden venir personas que todavía no están con nosotros?

    Entonces recibirá un enlace y una imagen que puede publicar en otro sitio.

preview-call-out = Esto es lo que leerá la gente:
call-whom = Y esto es a quiénes llamaré:
call-only-kinds = Solo a quienes ofrecen: { $kinds }
call-only-languages = Solo a quienes hablan: { $languages }
call-only-checked = Solo a quienes tienen una verificación válida ese día
call-also-strangers = También recibirá un enlace para personas que todavía no están con nosotros.
call-reaches-area =
    { $area }: { $wanted ->
        [one] se quiere 1
       *[other] se quieren { $wanted }
    }, llamaré a { $number ->
        [one] 1 persona
       *[other] { $number } personas
    }
call-reaches =
    En total llamaré a { $number ->
        [one] 1 persona.
       *[other] { $number } personas.
    } No están quienes hacen una pausa ni quienes nunca quieren que se les pregunte directamente.
call-no-details = Mírelo otra vez, por favor: ¿dice algo sobre un residente? Si es así, toque «{ button-change }» y quítelo.
call-takes-two =
    Son más de { $limit ->
        [one] 1 persona.
       *[other] { $limit } personas.
    } Por eso otra persona de la coordinación tiene que estar de acuerdo. Se lo preguntaré.
call-goes-at = Es tarde, así que llamaré a la gente por la mañana: { $window }.
call-at-night = Es tarde, pero esto empieza pronto. Por eso llamaré ahora, y puede que despierte a alguien.
call-reaches-nobody = Así no llegaría a nadie. Toque «{ button-change }» y elija más barrios, más tipos de ayuda o cualquier idioma. También puede dejarlo por ahora.
call-nobody-agrees =
    Son más de { $limit ->
        [one] 1 persona,
       *[other] { $limit } personas,
    } y otra persona de la coordinación tiene que estar de acuerdo. Nadie más lleva todos estos barrios. Elija menos personas con «{ button-change }», o pida que se invite antes a alguien con /invite.
call-left = Está bien. No he llamado a nadie y no se guarda nada de esto.
call-not-yours = Usted ya no lleva todos estos barrios, así que no he llamado a nadie. Si es un error, pregunte a quien dirige la red.

call-asks = Se busca gente. Para qué: { $purpose }
call-when = Cuándo: { $window }
call-where = Dónde: { $place }
call-where-forgotten = Dónde: ya se ha olvidado
call-areas = Para: { $areas }
call-can-you = ¿Puede venir?
call-see-below = Ya ha contestado a esta llamada: { $purpose }. Más abajo está cómo queda.

call-has-place = Gracias. Tiene una plaza para { $area }.
call-place-how = Si al final no puede ir, toque «{ button-call-out }». Así otra persona puede tener su plaza.
call-on-reserve = Gracias. Ahora mismo están ocupadas todas las plazas, así que está en la reserva.
call-reserve-how = Todavía no tiene que ir. Cuando haya una plaza libre y le toque, se lo diré.
call-moved-up = Hay una plaza libre para { $area } y le toca. Ya es suya. Por favor, venga.
call-no-noted = Gracias por decirlo. Si al final puede ir, toque «{ button-call-could }».
call-out-noted = Gracias por decirlo. Ya nadie cuenta con usted allí. Si al final puede ir, toque «{ button-call-could }».
call-later-noted = Está bien. Le preguntaré una vez más antes de que empiece. También puede decirlo aquí en cualquier momento.
call-later-by-yourself = Está bien. No le preguntaré otra vez, porque queda poco tiempo. Por favor, dígalo aquí cuando lo sepa.
call-needs-check = Esta vez solo pueden venir personas con una verificación válida ese día. La suya no lo es. Por favor, pregunte a la coordinación.
call-not-called = No se le llamó para esto, así que no hay nada que contestar. Si quiere ayudar, escriba /offer.
call-late-stopped = Esto se ha detenido y nadie tiene que ir. He guardado su respuesta. Gracias.
call-late-refused = Esto se ha detenido y nadie tiene que ir. He guardado su respuesta. Gracias.
call-late-waiting = Esto todavía no ha empezado. Conteste cuando se le llame, por favor.
call-late-over = Esto ya ha terminado. He guardado su respuesta. Gracias por pensar en ello.

progress-call-out = Convocatoria: { $purpose }. { $window }
progress-waiting = Espera a que otra persona de la coordinación esté de acuerdo. Todavía no he llamado a nadie.
progress-in-the-morning = Es tarde, así que se enviará por la mañana: { $window }.
progress-sending = Se está enviando.
progress-answering = He llamado a todas las personas.
progress-stopped = Se detuvo.
progress-refused = Nadie estuvo de acuerdo y no llamé a nadie.
progress-over = Ha terminado.
progress-sent = Enviados: { $number }
progress-unreachable = Sin poder llegar: { $number }
progress-unknown = Sin saber si llegó: { $number }
progress-not-sent = Ya no se envían: { $number }
progress-joined = Vinieron por el enlace: { $number }
progress-left =
    Por enviar: { $number }, en { $minutes ->
        [one] 1 minuto
       *[other] { $minutes } minutos
    } más o menos
progress-yes = Sí, con plaza: { $number }
progress-reserve = En la reserva: { $number }
progress-no = No: { $number }
progress-later = Más tarde: { $number }
progress-area = { $area }: { $taken } de { $wanted } plazas ocupadas, { $reserve } en la reserva

call-agree-asked = { $name } quiere enviar esta convocatoria. Llega a tanta gente que otra persona de la coordinación tiene que estar de acuerdo.
call-agree-reaches =
    Llega a { $number ->
        [one] 1 persona.
       *[other] { $number } personas.
    } Leerán esto:
call-agree-still = Esto todavía espera que alguien esté de acuerdo.
call-agree-below = Le he preguntado otra vez por esta convocatoria, más abajo.
call-agree-settled = Esta convocatoria ya está resuelta. No queda nada que hacer.
call-agreed = Gracias. Ya se está enviando. Le mostraré cómo va.
call-refused = Gracias por mirarlo. No se enviará.
call-refused-yours = No hubo acuerdo sobre su convocatoria. No he llamado a nadie. Pueden hablarlo, y usted puede escribir /callout otra vez.
call-agree-own = Esta convocatoria la hizo usted. Otra persona tiene que estar de acuerdo.
call-agree-author-gone = Quien hizo esta convocatoria ya no lleva todos sus barrios. Por eso no se puede enviar. Puede escribir /callout usted.
call-agree-waiting = Esta convocatoria todavía espera que alguien esté de acuerdo.
call-agree-sending = Alguien ya estuvo de acuerdo. Se está enviando.
call-agree-answering = Alguien ya estuvo de acuerdo. He llamado a todas las personas.
call-agree-stopped = Esta convocatoria se detuvo antes de que alguien estuviera de acuerdo. No se ha enviado nada.
call-agree-refused = No hubo acuerdo sobre esta convocatoria. No se ha enviado nada.
call-agree-over = Esta convocatoria ha terminado. Ya no hay nada que acordar.

call-gap =
    { $area }: { $number ->
        [one] hay 1 plaza libre
       *[other] hay { $number } plazas libres
    } otra vez, y nadie está en la reserva para ella. Si quiere, puedo llamar a personas a las que no llamé, o a las que dije que no hacían falta.

call-gap-settled = { $area }: esto ya está atendido.
call-next-noted = Estoy llamando a más personas. Verá cómo va.
call-next-nobody = No hay nadie más a quien pueda llamar. Puede abrirlo a personas que no están con nosotros, con otro /callout.
call-next-too-late = Esta convocatoria ha llegado a su fin, así que ya no llamo a nadie.
call-next-takes-two = Ahora llegaría a más de { $limit } personas, y nadie ha dado su acuerdo para eso. Escriba otra vez /callout. Así puede dar su acuerdo otra persona de la coordinación.
call-outs-none = No hay ninguna convocatoria en marcha que usted lleve. Para enviar una, escriba /callout.

call-full = Gracias por estar ahí. Ya hay bastante gente para esto: { $purpose }. No tiene que hacer nada. Si quiere, puedo apuntarle en la reserva.
call-stopped-yours = Esto se ha detenido: { $purpose }. Nadie tiene que ir. Gracias por estar ahí.
call-over-came = Gracias por venir y ayudar con esto: { $purpose }. Es posible gracias a vecinos como usted.
call-over-stood-by = Gracias por estar en la reserva para esto: { $purpose }. Esta vez no hizo falta.
call-reminder = Es dentro de poco y usted tiene una plaza. Para qué: { $purpose }
call-asked-again = Quería que le preguntara más tarde por esto. ¿Ya lo sabe?

call-stop-sure =
    ¿Detengo de verdad esta convocatoria? { $number ->
        [0] Todavía no he llamado a nadie.
        [one] Ya he llamado a 1 persona. Le diré que nadie tiene que ir.
       *[other] Ya he llamado a { $number } personas. Les diré que nadie tiene que ir.
    }
call-stopped = La he detenido. Ya no se envía nada, y se lo estoy diciendo a las personas llamadas.
call-stopped-unsent = La he detenido. No he llamado a nadie.
call-stopped-by-other = Otra persona que lleva estos barrios ha detenido su convocatoria. Se lo estoy diciendo a las personas llamadas.
call-goes-on = Está bien. Sigue adelante.
call-ended-stopped = Esta convocatoria ya se detuvo. No queda nada que hacer.
call-ended-refused = No hubo acuerdo sobre esta convocatoria, así que no llamé a nadie. No queda nada que hacer.
call-ended-over = Esta convocatoria ya ha terminado. No queda nada que hacer.
call-nobody-agreed = Nadie estuvo de acuerdo a tiempo con su convocatoria. Por eso no he llamado a nadie.

summary-call-out = Esta convocatoria ha terminado: { $purpose }. { $window }
summary-wanted = Se querían: { $number }
summary-yes = Tenían plaza: { $number }
summary-reserve = En la reserva: { $number }
summary-no = Dijeron que no: { $number }
summary-silent = No dijeron nada: { $number }
summary-next = Quienes tenían plaza o estaban en la reserva reciben las gracias. Lo que usted escribió se olvida después de { $keep-call-out-words ->
    [one] un día
   *[other] { $keep-call-out-words } días
}.
call-chart-title = Cómo fue la convocatoria
call-chart-panel = Personas, por barrio
call-chart-wanted = Se querían
call-chart-yes = Plaza
call-chart-reserve = Reserva
call-chart-no = No
call-chart-silent = Sin respuesta
call-chart-not-told = no se dice
call-chart-nothing = Nada que mostrar

roster = Quién viene. { $purpose }. { $window }
roster-yes = Con plaza, { $number }: { $names }
roster-reserve = En la reserva, en este orden, { $number }: { $names }
roster-later = Lo dirán más tarde, { $number }: { $names }
roster-late = Dijeron que sí cuando ya se había detenido o terminado, { $number }: { $names }
roster-unknown = No se sabe si les llegó el mensaje: { $names }. No les escribo otra vez, para no preguntar dos veces a nadie. Podría llamarles por teléfono.
roster-nobody = Todavía nadie ha dicho que sí.
call-sheet-area = Barrio
call-sheet-name = Nombre
call-sheet-answer = Respuesta
call-sheet-turn = Turno en la reserva
call-sheet-yes = plaza
call-sheet-reserve = reserva
call-sheet-later = más tarde
call-sheet-late = demasiado tarde

call-link-how = Esto es para personas que todavía no están con nosotros. Puede publicar el mensaje siguiente en otro sitio o imprimir su imagen. Adónde ir lo leen en lo que yo les pregunto.
call-post-how = Si quiere ayudar, abra este enlace. La primera vez hay unas pocas preguntas.
call-arrived-noted = Gracias. Lo he apuntado.
call-arrived-settled = Alguien ya se ha ocupado de esto. No queda nada que hacer.
queue-unknown-send = No sé si mi mensaje llegó a { $name }. Era una convocatoria: { $purpose }, { $window }. No lo repito. ¿Podría preguntar a { $name }?
call-join-unknown = No conozco este enlace. Quizá no se copió entero. Si quiere ayudar, toque una de estas opciones.
call-join-ended = Gracias por venir. Esta llamada ya no está abierta. Aun así puede ayudar a sus vecinos: toque «{ button-offer }».
call-join-over = Gracias por venir. Esto ya ha terminado. Aun así puede ayudar a sus vecinos: toque «{ button-offer }».
call-join-full = Ahora mismo están ocupadas todas las plazas. Si dice que sí, estará en la reserva.
offer-for-call-out = Se busca gente para esto: { $purpose }. Primero tengo unas preguntas. Después le preguntaré si puede venir.
