# Todo lo que Doorstep dice en español.
#
# Frases cortas y palabras sencillas: muchas personas que leen están enfermas, son mayores, están
# solas o de luto. Si algo ha ido mal, el texto dice qué ha pasado y qué hacer ahora.

-currency = £

### Botones

button-yes = Sí
button-no = No
button-skip = Omitir
button-back = Atrás
button-stop = Parar
button-send = Enviar
button-change = Cambiar una respuesta
button-agree = De acuerdo
button-several-done = Listo
button-leave-to-coordinator = Que lo vea la coordinación
button-ask = Pedir ayuda
button-offer = Ofrecer ayuda
button-mine = Mis peticiones
button-language = Idioma
button-claim = Puedo hacerlo
button-could = Podría hacerlo
button-choose-helper = Elegir a esta persona
button-give-address = Dar mi dirección
button-set-off = Salgo ahora
button-done = Hecho
button-hand-back = Al final no puedo
button-withdraw = Ya no lo necesito
button-withdraw-yes = Sí, cerrarla
button-withdraw-no = No, dejarla

### Tipos de ayuda

kind-shopping = Compra
kind-food-parcel = Paquete de comida
kind-hot-meal = Comida caliente
kind-errand = Recado
kind-post = Correo
kind-dog-walk = Pasear al perro
kind-doorstep-chat = Charla en la puerta
kind-pharmacy-run = Ir a la farmacia
kind-phone-call = Llamada amiga
kind-lift = Llevar en coche
kind-listening = Alguien con quien hablar
kind-paperwork = Papeleo
kind-something-else = Otra cosa

### Cómo es una petición

size-small = Una bolsa pequeña
size-bags = Unas cuantas bolsas
size-large = Algo grande o pesado

need-car = Un coche
need-step-free = Sin escalones
need-heavy-lifting = Cargar peso
need-dog = Un perro en casa

pays-nothing-to-pay = no hay nada que pagar
pays-paid-already = ya está pagado
pays-paid-back = se devuelve el dinero a quien ayuda, hasta { -currency }{ $ceiling }

pays-choice-nothing = No hay nada que pagar
pays-choice-already = Ya está pagado
pays-choice-back = Lo devuelvo, hasta { -currency }{ $ceiling }
pays-choice-other = Devuelvo otra cantidad

# Cada idioma se escribe en su propia lengua.
language-en = English
language-es = Español
language-any = Cualquier idioma

# El texto de un botón que ofrece una hora.
window-morning = { $window }
window-afternoon = { $window }
window-evening = { $window }
window-day = { $window }
window-hours = { $window }
window-days = { $window }

number = { $number }

# Cómo se escribe un día: letras como en los patrones de fecha de Unicode (EEEE el día de la
# semana, d el día, MMMM el mes); otras palabras van entre comillas simples.
date-pattern = EEEE d 'de' MMMM
full-day = { $day } de { $year }
years-until = { $day }

### La tarjeta que ve un grupo

card-area = Dónde: { $area }
card-window = Cuándo: { $window }
card-size = Cuánto: { $size }
card-needs = Ten en cuenta: { $needs }
card-language = Idioma: { $language }
card-pays = Pago: { $pays }
card-reference = Referencia: { $reference }
card-open = Libre. Todavía no se encarga nadie.
card-taken = Ya se encarga alguien. Gracias.
card-done = Hecho. Gracias.
card-closed = Cerrado. Ahora no hay nada que hacer aquí.

### En un grupo

group-hello = Hola. Soy Doorstep. Cuando este grupo esté unido a un barrio, publicaré aquí peticiones de ayuda. Para eso, quien dirige la red escribe /link y el nombre del barrio.
group-write-in-private = Escríbeme en privado. Lo que digas allí queda entre nosotros.
group-anonymous = No puedo saber quién ha escrito esto, porque se ha enviado en nombre del grupo. Escríbelo con tu propio nombre.
group-lost = Ya no puedo escribir en el grupo de { $neighbourhoods }. Sus tarjetas esperan hasta que pueda. Añádeme otra vez al grupo, o une otro grupo con /link.
button-guidance-yes = Sí, así lo haré
button-guidance-no = No, este tipo no
button-save = Guardar
button-finish = Terminar
button-record-check = Apuntar una comprobación
button-open-private-chat = Escribir en privado
card-of-another-group = Esta tarjeta no es de este grupo. Usa la tarjeta en el grupo de su barrio.

### Primeras palabras

welcome =
    Hola. Esto es Doorstep. Aquí los vecinos se ayudan unos a otros.

    Puedes pedir ayuda u ofrecerla. Puedes parar en cualquier momento. ¿Qué te gustaría hacer?

    Si la vida de alguien está en peligro, llama primero al 999 o al 112.
help =
    Esto es lo que puedes hacer aquí:

    /ask – pedir ayuda
    /offer – ofrecer ayuda o cambiar lo que ofreces
    /mine – ver tus peticiones y lo que haces por otros
    /language – elegir otro idioma
    /cancel – parar lo que te estoy preguntando
    /help – volver a leer esto

    Puedes tocar un botón, o escribir sus palabras o su número.

    Si la vida de alguien está en peligro, llama primero al 999 o al 112.
help-owner =
    Para quienes cuidan de la red de ayuda:

    /neighbourhood – preparar un barrio
    /link NOMBRE – escríbelo en un grupo para unirlo a un barrio
# Lo que la aplicación muestra junto a cada orden.
command-start = Empezar aquí
command-help = Qué puedo hacer por ti
command-ask = Pedir ayuda
command-offer = Ofrecer ayuda a tus vecinos
command-mine = Cómo van tus peticiones
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

### Pedir ayuda

ask-agree =
    Antes de empezar, te cuento qué pasa con lo que me dices.

    Guardo tus respuestas para que alguien de tu barrio pueda ayudarte.
    El grupo ve el tipo de ayuda, el barrio y la hora. También ve lo demás que pone en la tarjeta, y nada más.
    Quien se encargue verá tu nombre, tu calle y tus palabras.
    Verá el número de tu puerta, tus notas y tu teléfono solo cuando esté de camino.
    Si falta algo, la coordinación puede leer tu petición para arreglarlo.
    Tu dirección y tus palabras se borran 72 horas después de cerrar la petición. Una petición a medias se borra a las 24 horas.

    No compartas nunca una tarjeta bancaria ni un PIN, ni conmigo ni con quien te ayude.

    Para seguir, toca «{ button-agree }». Si no quieres, toca «{ button-stop }».
ask-health =
    ¿Puedo guardar también lo que me cuentes sobre tu salud? Por ejemplo, que tienes una enfermedad o que te cuesta andar.

    Solo lo ve quien te ayuda. Puedes decir que no. En ese caso, no escribas nada sobre tu salud.
ask-name =
    ¿Cómo te llamas?

    Escribe tu nombre, sin apellidos. El grupo no lo ve. Quien te ayude, sí.
ask-kind =
    ¿Qué te vendría bien?

    Toca un botón. También puedes escribir sus palabras o su número.
ask-words =
    Escribe con tus palabras qué necesitas.

    El grupo no lo ve. Quien te ayude, sí. Si prefieres no escribir nada, toca «{ button-skip }».
ask-when =
    ¿Cuándo te gustaría recibir ayuda?

    Toca una hora, o escríbela. Por ejemplo: «el viernes después de las 3».
ask-where =
    ¿Dónde hace falta la ayuda?

    Escribe tu código postal, o toca el nombre de tu barrio. También puedes enviar tu ubicación: toca el clip y luego Ubicación.
ask-where-known =
    ¿Dónde hace falta la ayuda?

    La última vez fue { $home }. Si sigue siendo así, tócalo. Si no, toca otro nombre o escribe un código postal. También puedes enviar tu ubicación: toca el clip y luego Ubicación.
place-outside =
    No conozco ningún barrio nuestro en ese lugar.

    No se pierde nada. Puedes decirme otro lugar, o dejar que lo vea la coordinación. Leerá lo que has enviado y buscará una solución.
ask-street =
    ¿En qué calle es?

    Escríbela. Solo la ve quien se encargue. Puedes tocar «{ button-skip }» y decírmela cuando alguien se encargue.
ask-door =
    ¿Qué número o qué nombre hay en tu puerta?

    Escríbelo. Quien te ayude lo ve solo cuando está de camino. Si quieres, toca «{ button-skip }».
ask-entry-notes =
    ¿Hay que saber algo para entrar? Por ejemplo: «Llamar dos veces, tardo en abrir».

    Escríbelo, o toca «{ button-skip }». Quien te ayude lo ve solo cuando está de camino.
ask-phone =
    ¿Hay un teléfono donde se te pueda llamar?

    Escríbelo, o toca «{ button-skip }». Quien te ayude lo ve solo cuando está de camino.
ask-phone-to-ring =
    ¿A qué número de teléfono te tienen que llamar?

    Escríbelo, por favor. Quien te ayude solo lo ve cuando va a llamarte.
ask-size =
    ¿Cuánto hay que llevar?
ask-needs =
    ¿Hay algo que se deba saber o traer?

    Si nada encaja, toca «{ button-several-done }».
ask-language-wanted =
    ¿Qué idioma debe hablar quien te ayude?
ask-payment =
    ¿Hay algo que pagar?

    Decídelo ahora, y así nadie tendrá que preguntarlo en la puerta. No des nunca a nadie tu tarjeta bancaria ni tu PIN.
ask-ceiling =
    ¿Cuánto puede costar como máximo?

    Escribe un número entero, como 15.

preview-public = Esto es lo que verán tus vecinos:
preview-private = Esto solo lo verá quien te ayude:
preview-no-card = Todavía nada. La coordinación mira primero tu petición.

sent = Enviada. La referencia de tu petición es { $reference }.
sent-open =
    Es para: { $window }. Tus vecinos ya pueden verla. Te escribiré en cuanto alguien se encargue.

    Si nadie lo hace, la coordinación lo sabrá con tiempo.
sent-assigned =
    Es para: { $window }. Tus vecinos ya pueden decir que podrían hacerlo. Después, la coordinación elige con cuidado a la persona adecuada.

    Te escribiré en cuanto haya alguien.
sent-with-coordinator =
    Es para: { $window }. La coordinación la mira primero y buscará cómo seguir.

    Te escribiré en cuanto haya noticias.

completed-to-resident = Hay noticias de tu petición { $reference }. La coordinación la ha mirado y tus vecinos ya pueden verla. Te escribiré en cuanto alguien se encargue.
unclaimed-to-resident = Todavía nadie se encarga de tu petición { $reference }. La coordinación ya lo sabe y buscará una solución. Te escribiré en cuanto alguien se encargue.
unclaimed-and-nobody-told = Todavía nadie se encarga de tu petición { $reference }, y ahora mismo no puedo avisar a la coordinación. Sigue abierta. Te escribiré en cuanto alguien se encargue. Si no puede esperar, pídeselo también a otra persona.
uncompleted-to-resident = Tu petición { $reference } todavía espera a la coordinación. Se lo he recordado. Te escribiré en cuanto haya noticias.

mine-nothing = Ahora no tienes ninguna petición abierta ni te encargas de ninguna. Puedes empezar por aquí.
standing-with-coordinator = La coordinación la está mirando. Te escribiré en cuanto haya noticias.
standing-open = Todavía no se encarga nadie. Tus vecinos pueden verla, y te escribiré en cuanto alguien se encargue.
standing-assigned = Todavía no hay nadie elegido. La coordinación elige con cuidado a la persona adecuada. Te escribiré en cuanto haya alguien.
standing-claimed = { $name } se encarga, pero aún no está de camino.
standing-on-the-way = { $name } va de camino a tu casa.
standing-done = Está hecha.
standing-withdrawn = Está cerrada.

withdraw-sure = ¿Cierro tu petición { $reference }? Entonces no irá nadie.
withdraw-noted = Tu petición está cerrada.
withdrawn = Tu petición { $reference } está cerrada y no irá nadie. Tu dirección y tus palabras se borrarán dentro de 72 horas. Puedes volver a pedir ayuda cuando quieras.
already-closed = Tu petición { $reference } ya está cerrada.
not-your-request = Esta petición no es tuya. Solo puede cerrarla quien la hizo.

private-name = Nombre: { $value }
private-street = Calle: { $value }
private-words = Qué hace falta: { $value }
private-door = Puerta: { $value }
private-entry-notes = Para entrar: { $value }
private-phone = Teléfono: { $value }

### Responder, y lo que puede fallar

several-how = Toca todo lo que encaje. Después toca «{ button-several-done }».
several-chosen = Has elegido: { $chosen }. Si está bien, toca «{ button-several-done }».
several-mark = Elegido: { $label }

change-which = ¿Qué respuesta quieres cambiar?

answer-agree = Lo que se guarda
answer-health = Salud
answer-name = Nombre
answer-kind = Tipo de ayuda
answer-words = Mis palabras
answer-when = Cuándo
answer-where = Barrio
answer-street = Calle
answer-door = Puerta
answer-entry-notes = Para entrar
answer-phone = Teléfono
answer-phone-to-ring = Número al que llamar
answer-size = Cuánto
answer-needs = Qué saber o traer
answer-language-wanted = Idioma
answer-payment = Quién paga
answer-ceiling = Cantidad máxima
answer-preview = Envío
answer-language = Idioma
answer-guidance = Guía: { $kind }
answer-agree-volunteer = Lo que se guarda
answer-volunteer-name = Nombre
answer-offer-areas = Barrios
answer-offer-kinds = Tipos de ayuda
answer-offer-nothing = Final
answer-offer-times = Días y horas
answer-offer-languages = Idiomas
answer-offer-car = Coche
answer-tasks-at-once = Cuántas a la vez
answer-asked-at-most = Cada cuánto pregunto
answer-preview-offer = Guardado
answer-neighbourhood-which = Barrio
answer-neighbourhood-part = Qué cambiar
answer-neighbourhood-postcodes = Códigos postales
answer-neighbourhood-outline = Contorno
answer-neighbourhood-homes = Número de viviendas
answer-neighbourhood-adjacent = Barrios vecinos
answer-neighbourhood-time-zone = Zona horaria
answer-preview-neighbourhood = Guardado
answer-check-until = Último día
answer-preview-check = Guardado

problem-choose = Aquí necesito uno de los botones. Toca uno, o escribe sus palabras o su número.
problem-choose-several = No lo he entendido. Toca todo lo que encaje, o escribe los números, como «1, 3». Después toca «{ button-several-done }».
problem-choose-one-at-least = Todavía no has elegido nada. Toca al menos una opción y después «{ button-several-done }».
problem-choice-gone = Lo que elegiste antes ya no está. Elige otra vez.
problem-answer-gone = Ya no he podido usar tu respuesta anterior. Responde otra vez.
problem-words-wanted = Aquí solo puedo leer palabras escritas. Escribe tu respuesta.
problem-empty = No había nada escrito. Escribe tu respuesta.
problem-too-long = Es demasiado largo para mí: { $length } caracteres. Usa { $limit } como máximo y envíalo otra vez.
problem-number = Necesito un número entero del { $lowest } al { $highest }. Escribe uno, como { $lowest }.
problem-time-not-understood = No he entendido esa hora. Toca un botón, o escribe un día y una hora. Por ejemplo: «el viernes después de las 3».
problem-time-ambiguous = Eso puede significar más de una hora. Escribe un solo día y una sola hora. Por ejemplo: «el viernes a las 3 de la tarde».
problem-time-no-such-day = Ese día no existe en el calendario. Mira la fecha y escríbela otra vez.
problem-time-past = Esa hora ya ha pasado. Toca o escribe una más tarde.
problem-time-too-far = Falta demasiado para eso. Puedo planear hasta 60 días desde hoy. Elige un día más cercano.
problem-time-gone = La hora que elegiste ya ha pasado. Elige una nueva. Tus demás respuestas siguen aquí.
problem-day-not-understood = No he entendido ese día. Toca un botón, o escribe día, mes y año. Por ejemplo: «31 de mayo de 2030».
problem-day-past = Ese día ya ha pasado. Toca o escribe uno posterior.
problem-day-too-far = { $years ->
    [one] Falta demasiado para ese día. Una comprobación vale un año como máximo. Elige un día más cercano.
   *[other] Falta demasiado para ese día. Una comprobación vale { $years } años como máximo. Elige un día más cercano.
}
problem-postcodes-empty = No he visto ningún código postal. Escribe uno o más, separados por comas. Por ejemplo: «28012, 28013».
problem-postcodes-not-a-postcode = Hay algo que no es un código postal. Mira la lista y envíala otra vez, separada por comas. Por ejemplo: «28012, 28013».
problem-postcodes-too-many = Son demasiados códigos postales para mí. Puedo guardar 200. Envía una lista más corta, o solo el principio de cada uno, como «280».
problem-postcode-taken = { $postcode } ya es de { $area }. Quítalo aquí y envía la lista otra vez. O para, y cambia primero { $area }.
problem-outline-not-geojson = No he podido leer eso como un contorno. Envía GeoJSON, o tres líneas o más con latitud, longitud.
problem-outline-not-an-area = Ese contorno no rodea nada. Necesita al menos tres esquinas. Míralo y envíalo otra vez.
problem-outline-crosses-itself = Ese contorno se cruza consigo mismo. Pon las esquinas en orden, una tras otra, y envíalo otra vez.
problem-outline-too-large = Ese contorno es demasiado grande para un barrio. Mira los números y envía uno más pequeño.
problem-outline-too-many-points = Ese contorno tiene demasiadas esquinas para mí. Puedo guardar 5000. Envía uno más sencillo.
problem-outline-out-of-range = Algunos números no son ningún lugar del mapa. Míralos y envía el contorno otra vez.
problem-time-zone = No conozco esa zona horaria. Toca un botón, o escribe un nombre como «Europe/London».
problem-place = No he encontrado ese lugar. Escribe un código postal, o toca el nombre de un botón. También puedes enviar tu ubicación: toca el clip y luego Ubicación.
problem-confirm = Léelo con calma y después toca el primer botón. Para cambiar algo, toca «{ button-change }».

stopped = He parado. No se ha enviado nada. Puedes empezar de nuevo cuando quieras.

### Idioma

ask-language =
    ¿En qué idioma quieres que te hable?

    Toca un botón.
language-set = Desde ahora te hablaré en español.

### Dar la dirección más tarde

request-unknown = Ya no conozco esta petición. Puedes ver todas las tuyas con /mine.
address-too-late = Tu petición { $reference } ya está cerrada. Ya no hace falta ninguna dirección.
address-not-yours = Esta petición no es tuya. Solo puede dar la dirección quien la hizo.
address-nothing-given = No has dado nada, y nada ha cambiado. Puedes dar la dirección cuando quieras con /mine.
address-saved = Gracias. He guardado esto para tu petición { $reference }:
address-raised = Como se habla de llaves o de dinero, la coordinación elige quién se encarga.
address-shown-claimed = { $name } ya puede ver tu calle. Tu puerta, tus notas y tu teléfono siguen ocultos hasta que { $name } esté de camino.
address-shown-on-the-way = { $name } va de camino y ya puede ver todo esto.
address-arrived = Hay novedades en la dirección de { $reference }. Estos son los detalles ahora.

### Ofrecer ayuda

ask-agree-volunteer =
    Antes de empezar, te cuento qué pasa con lo que me dices.

    Guardo tu nombre y lo que ofreces.
    La coordinación puede ver las dos cosas. La persona a la que ayudas ve tu nombre.
    El grupo no ve nada de esto.

    Para seguir, toca «{ button-agree }». Si no quieres, toca «{ button-stop }».
ask-volunteer-name =
    ¿Cómo te llamas?

    Escribe tu nombre, sin apellidos. Lo verán la persona a la que ayudes y la coordinación.
offer-is-change = Ya ofreces ayuda. Lo que respondas ahora sustituye a lo que ofrecías antes.
ask-offer-areas =
    ¿En qué barrios te gustaría ayudar?
ask-offer-kinds =
    ¿En qué te gustaría ayudar?

    Después te enseñaré unas palabras sobre cada tipo que elijas.
ask-guidance = ¿Lo harás así?
ask-offer-times =
    ¿Cuándo puedes ayudar normalmente?
ask-offer-languages =
    ¿Qué idiomas hablas?
ask-offer-car =
    ¿Tienes un coche que puedas usar para ayudar?
ask-tasks-at-once =
    ¿Cuántas tareas quieres tener a la vez, como máximo?

    Toca un número, o escríbelo.
ask-asked-at-most =
    ¿Puedo preguntarte directamente cuando nadie se encargue de una petición? ¿Cada cuánto?
ask-offer-nothing =
    No has dicho que sí a ningún tipo de ayuda. Por eso no hay nada que guardar.

    Para elegir otra vez, toca «{ button-change }». Si está bien así, toca «{ button-finish }».

time-weekday-morning = Entre semana, mañanas
time-weekday-afternoon = Entre semana, tardes
time-weekday-evening = Entre semana, noches
time-weekend-morning = Fin de semana, mañanas
time-weekend-afternoon = Fin de semana, tardes
time-weekend-evening = Fin de semana, noches

asked-as-needed = Siempre que haga falta
asked-daily = Una vez al día como mucho
asked-weekly = Una vez por semana como mucho
asked-never = Nunca, ya miro yo

preview-offer = Esto es lo que ofreces. ¿Está bien?
preview-offer-change = Esto es lo que ofreces desde ahora. ¿Está bien?
offer-shows-name = Nombre: { $name }
offer-shows-areas = Barrios: { $areas }
offer-shows-kinds = Tipos de ayuda: { $kinds }
offer-shows-times = Horas: { $times }
offer-shows-languages = Idiomas: { $languages }
offer-shows-car = Coche: sí
offer-shows-no-car = Coche: no
offer-shows-at-once = Tareas a la vez: { $number }
offer-shows-asked = Cada cuánto puedo preguntar: { $asked }

offer-thanks = Gracias. Ya puedes ayudar. Cuando alguien del barrio necesite algo, aparecerá una tarjeta en tu grupo. Tócala para encargarte.
offer-changed = Gracias. He guardado lo que ofreces ahora.
offer-needs-check = Algunos de estos tipos necesitan antes comprobar quién eres: { $kinds }. La coordinación ya lo sabe y hablará contigo.
offer-not-kept = No he guardado nada. Puedes ofrecer ayuda cuando quieras con /offer.
offer-stays = No he cambiado nada. Lo que ofrecías antes sigue igual.

join-agree = Si dices que sí, guardo tu nombre y lo que ofreces. Verán tu nombre la persona a la que ayudes y la coordinación.
join-declined = No pasa nada. No he guardado nada, y puede encargarse otra persona.
join-kept = He guardado lo que ofreces. La próxima vez basta con un toque.

needs-check = Gracias por querer ayudar. Para esta ayuda, { $kind }, alguien tiene que comprobar antes quién eres. La coordinación ya lo sabe y hablará contigo.

### Ayudar

claim-yours = Gracias. Ahora te encargas tú. Te envío los detalles en privado.
claim-already-yours = Ya te encargas de esta. Puedes ver los detalles con /mine, en privado.
claim-own = Esta petición es tuya. Puede encargarse alguien de tu barrio.
claim-too-many = { $number ->
    [one] Querías una sola tarea a la vez. Termínala primero. Después podrás encargarte de esta.
   *[other] Querías { $number } tareas a la vez como máximo. Termina una primero. Después podrás encargarte de esta.
}
claim-questions-first = Gracias. Antes hay una o dos preguntas cortas. Te las hago en privado.
claim-needs-check = Esta ayuda necesita antes una comprobación. Te cuento más en privado.
claim-with-coordinator = La coordinación está mirando esta petición. Gracias por querer ayudar.
claim-claimed = Ya se encarga otra persona. Gracias por querer ayudar.
claim-on-the-way = Ya hay alguien de camino. Gracias por querer ayudar.
claim-done = Esto ya está hecho. Gracias por querer ayudar.
claim-withdrawn = Esta ayuda ya no hace falta. Gracias por querer ayudar.
not-allowed = No puedes hacer eso aquí. Si crees que deberías poder, pregunta a la coordinación.

could-noted = Gracias. Aquí elige la coordinación. Si te eligen, te avisaré.
could-already = Ya he apuntado que podrías hacerlo. Si te eligen, te avisaré.
could-to-owners = { $name } podría hacerlo: { $kind }, referencia { $reference }.

taken-by = { $name } se encarga de tu petición { $reference }.
taken-sees = { $name } puede ver: { $parts }.
taken-hidden = Solo cuando { $name } esté de camino podrá ver también: { $parts }.
taken-hidden-phone = Solo cuando { $name } vaya a llamarte podrá ver también: { $parts }.

# What somebody can see of a request, as its resident is told.
part-name = tu nombre
part-street = tu calle
part-words = tus palabras
part-door = tu puerta
part-entry-notes = tus notas
part-phone = tu teléfono
taken-address-missing = Todavía no tengo tu dirección completa. Toca «{ button-give-address }» para que te puedan encontrar.

details-headline = { $kind }, { $window }. Referencia: { $reference }
details-next = Cuando salgas, toca «{ button-set-off }». Entonces verás la puerta, cómo entrar y el teléfono, si los han dado. Si no puedes ir, toca «{ button-hand-back }».
details-next-phone = Cuando vayas a llamar, toca «{ button-set-off }». Entonces verás el teléfono. Si no puedes llamar, toca «{ button-hand-back }».
details-no-phone = Todavía no hay número de teléfono. Pregunta a la coordinación.
details-on-the-phone = Cuando contesten, di tu nombre y que llamas de Doorstep. No pidas nunca una tarjeta bancaria ni un PIN. Toca «{ button-done }» cuando hayas ayudado.
details-no-door = No hay número de puerta. Si no encuentras la puerta, pregunta a la coordinación.
details-at-the-door = En la puerta, di tu nombre y que vienes de Doorstep. No aceptes nunca una tarjeta bancaria ni un PIN. Toca «{ button-done }» cuando hayas ayudado.

set-off-noted = Gracias. Te envío los demás detalles.
on-the-way = { $name } va de camino a tu casa. Es por tu petición { $reference }.
on-the-phone = { $name } va a llamarte. Es por tu petición { $reference }.
on-the-way-sees = { $name } ya puede ver también: { $parts }.

hand-back-noted = No pasa nada. Ahora puede encargarse otra persona.
hand-back-thanks = Has devuelto { $reference }. No pasa nada, y gracias por avisar. Ya está libre para los demás.
handed-back = { $name } al final no puede ir. Es por tu petición { $reference }. Tus vecinos vuelven a verla, y te escribiré cuando alguien se encargue.
details-closed-handed-back = Has devuelto { $reference }. Los detalles vuelven a estar cerrados.
details-closed-withdrawn = { $reference } ya no hace falta. Los detalles vuelven a estar cerrados. Gracias por querer ayudar.
unfinished-to-helper = El tiempo para { $reference } ha terminado. ¿Cómo ha ido? Toca un botón abajo para que lo sepamos.

done-noted = Gracias por ayudar.
done-thanks = { $reference } está hecho. Gracias por ayudar en tu barrio.
done-to-resident = { $name } dice que tu petición { $reference } está hecha. Esperamos que haya ido bien.
done-closed-again = Tus datos vuelven a estar cerrados. Tu dirección y tus palabras se borrarán dentro de 72 horas.
details-closed-done = { $reference } está hecho. Los detalles vuelven a estar cerrados.

not-yours = { $reference } no está a tu cargo. Puede que ahora se encargue otra persona.
yours-with-coordinator = La coordinación está mirando { $reference }. No tienes que hacer nada.
yours-open = Ahora nadie se encarga de { $reference }. Puedes volver a encargarte desde su tarjeta.
yours-claimed = Te encargas de { $reference }, pero aún no has salido. Usa los botones de mi último mensaje sobre esto.
yours-on-the-way = Ya vas de camino por { $reference }. Los detalles están en mi último mensaje sobre esto.
yours-done = { $reference } ya está hecho. Gracias por ayudar.
yours-withdrawn = { $reference } ya no hace falta. Gracias por querer ayudar.

### Para quienes cuidan de la red de ayuda

complete-request = Una petición te necesita antes de que otros puedan verla. Referencia: { $reference }
complete-place = Lugar que se indicó: { $place }
complete-where = Todavía no tiene barrio. Toca el barrio que debe encargarse.
complete-kind = Todavía no tiene tipo. Toca el tipo de ayuda que encaje.
link-in-group = Escribe /link y un nombre en el propio grupo. Antes, añádeme al grupo.
link-owners-only = Solo puede unir este grupo quien dirige la red. Si deberías poder, pregunta a quien lleva Doorstep aquí.
link-how = Escribe /link y el nombre del barrio en un solo mensaje. Por ejemplo: /link Lavapiés.
link-name-too-long = Ese nombre es demasiado largo: { $length } caracteres. Usa { $limit } como máximo y escribe /link otra vez.
link-name-signs = Ese nombre tiene signos que no puedo usar. Usa solo letras y números, y escribe /link otra vez.
link-made = He creado el barrio { $area } y este grupo está unido a él.
link-done = Este grupo está ahora unido a { $area }.
link-moved = Este grupo está ahora unido a { $area }, y ya no a { $before }.
link-next = Sus tarjetas aparecerán aquí. Quien dirige la red puede poner sus códigos postales y más: que me escriba /neighbourhood en privado.

neighbourhood-none = Todavía no hay ningún barrio. Añádeme a un grupo y escribe allí /link y un nombre.
ask-neighbourhood-which =
    ¿De qué barrio se trata?
ask-neighbourhood-part =
    ¿Qué quieres poner o cambiar?
neighbourhood-postcodes = Códigos postales
neighbourhood-outline = Contorno en el mapa
neighbourhood-homes = Número de viviendas
neighbourhood-adjacent = Barrios vecinos
neighbourhood-time-zone = Zona horaria
ask-neighbourhood-postcodes =
    ¿Qué códigos postales tiene?

    Escríbelos separados por comas. Basta con el principio. Por ejemplo: «28012, 28013». Sustituyen a la lista anterior.
ask-neighbourhood-outline =
    ¿Cuál es su contorno?

    Envíalo como GeoJSON. También puedes escribir una esquina por línea, con latitud, longitud. Por ejemplo: «40.4087, -3.7012».
ask-neighbourhood-homes =
    ¿Cuántas viviendas tiene?

    Escribe un número entero. Si son pocas, las tarjetas lo nombran junto con el barrio vecino.
ask-neighbourhood-adjacent =
    ¿Qué barrios están al lado?

    Si no hay ninguno, toca «{ button-several-done }».
ask-neighbourhood-time-zone =
    ¿En qué zona horaria está?

    Toca una, o escríbela. Por ejemplo: «Europe/London».
preview-neighbourhood = Esto es lo que pondré para { $area }:
neighbourhood-shows-postcodes = Códigos postales: { $postcodes }
neighbourhood-shows-outline = Un contorno nuevo en el mapa
neighbourhood-shows-homes = Número de viviendas: { $homes }
neighbourhood-shows-time-zone = Zona horaria: { $zone }
neighbourhood-shows-adjacent = Al lado: { $areas }
neighbourhood-shows-none-adjacent = Al lado: ninguno
neighbourhood-saved = Lo he guardado para { $area }.
neighbourhood-next = Para cambiar otra cosa, escribe /neighbourhood de nuevo.

check-wanted = { $name } quiere ayudar con: { $kinds }. Para eso hace falta una comprobación. Cuando la hayas visto, toca «{ button-record-check }».
check-nobody = Ya no conozco a esta persona. Puede que se haya ido. No hay nada que apuntar.
ask-check-until =
    ¿Cuál es el último día en que vale la comprobación?

    Toca un día, o escríbelo. Por ejemplo: «31 de mayo de 2030».
preview-check = Has visto la comprobación de { $name }. Vale hasta este día, incluido: { $day }. ¿Está bien?
check-recorded = He apuntado la comprobación de { $name }. Vale hasta este día, incluido: { $day }.
check-recorded-yours = Tu comprobación está apuntada. Vale hasta este día, incluido: { $day }. Ya puedes encargarte de las ayudas que la necesitan.

complete-already = Ya lo ha arreglado otra persona. No queda nada por hacer.
complete-noted = Gracias. Queda apuntado.
choose-noted = Gracias. He avisado a quien ayuda y a quien lo pidió.
choose-already = { $reference } ya tiene quien se encargue, o está cerrada. No queda nada por hacer.
choose-not-able = Esta persona ya no puede encargarse de este tipo de ayuda. Elige a otra.
choose-holds-too-many = Esta persona ya tiene todas las tareas que quería. Elige a otra, o espera un poco.
chosen = La coordinación te ha elegido para { $reference }. Gracias por ayudar.
chosen-to-owners = { $name } se encarga ahora de { $reference }.
unclaimed-to-owners = Todavía nadie se encarga de { $reference }: { $kind }, { $window }. Busca a alguien que pueda ayudar.
group-to-link = { $reference } espera y nadie puede verla: { $area } todavía no tiene grupo. Añádeme a un grupo y escribe allí /link { $area }.
unfinished-to-owners = { $name } se encarga de { $reference }. El tiempo ha terminado y todavía no sabemos cómo ha ido. Ya he preguntado.

### Guía para quienes ayudan, una por tipo de ayuda

guidance-shopping =
    Compra: sigue la lista y no pases de la cantidad acordada. Pregunta antes de comprar otra cosa.

    Guarda el recibo y entrégalo con las bolsas. No aceptes nunca una tarjeta bancaria ni un PIN.
guidance-food-parcel =
    Paquete de comida: llévalo a la puerta y espera a que lo recojan.

    No lo abras. Si nadie contesta, avísanos. No lo dejes fuera.
guidance-hot-meal =
    Comida caliente: ve directamente de la cocina a la puerta, para que llegue caliente.

    Lávate antes las manos. Si la has cocinado tú, pregunta por las alergias.
guidance-errand =
    Recado: haz lo acordado, y pregunta antes de hacer más.

    No pases de la cantidad acordada y guarda el recibo. No aceptes nunca una tarjeta bancaria ni un PIN.
guidance-post =
    Correo: recoge o lleva las cartas y los paquetes tal como están. No abras ni leas nada.

    Si en Correos piden un aviso o un papel, pídelo antes.
guidance-dog-walk =
    Pasear al perro: pregunta qué le gusta y qué le da miedo. Llévalo siempre con correa.

    Lleva bolsas. Si pasa algo, llama primero a su dueño.
guidance-doorstep-chat =
    Charla en la puerta: quédate en la puerta o fuera, y respeta la hora acordada.

    Escucha más de lo que hablas. Lo que oigas se queda contigo.
guidance-pharmacy-run =
    Ir a la farmacia: di el nombre que te han dado. Lleva las medicinas directamente a la puerta.

    No abras la bolsa ni des consejos sobre medicinas. Lo que veas se queda contigo.
guidance-phone-call =
    Llamada amiga: llama a la hora acordada. Di tu nombre y que llamas de Doorstep.

    Escucha más de lo que hablas. Lo que oigas se queda contigo.
guidance-lift =
    Llevar en coche: tu coche debe tener seguro y estar en buen estado. Todos llevan cinturón.

    Sal con tiempo y ayuda solo hasta donde se quiera. No preguntes por la cita.
guidance-listening =
    Alguien con quien hablar: no tienes que arreglar nada. Basta con estar ahí.

    Lo que oigas se queda contigo. Si temes que alguien pueda sufrir daño, avisa enseguida a la coordinación.
guidance-paperwork =
    Papeleo: lee y explica, pero deja que la persona decida y firme.

    No apuntes nunca contraseñas ni PIN, y no manejes dinero. Lo que leas se queda contigo.
guidance-something-else =
    Otra cosa: la coordinación te dice qué hace falta antes de que digas que sí.

    Haz solo lo acordado. Si tienes dudas, pregunta.
