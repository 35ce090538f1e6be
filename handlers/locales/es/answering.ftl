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
