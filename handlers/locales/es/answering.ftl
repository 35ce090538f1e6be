### Responder, y lo que puede fallar

several-how = Toque todo lo que encaje. Después toque «{ button-several-done }».
several-chosen = Ha elegido: { $chosen }. Si está bien, toque «{ button-several-done }».
several-mark = Elegido: { $label }

change-which = ¿Qué respuesta quiere cambiar?

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
answer-neighbourhood-adjacent = Barrios de al lado
answer-neighbourhood-time-zone = Zona horaria
answer-preview-neighbourhood = Guardado
answer-check-until = Último día
answer-preview-check = Guardado

problem-choose = Aquí necesito uno de los botones. Toque uno, o escriba sus palabras o su número.
problem-choose-several = No lo he entendido. Toque todo lo que encaje, o escriba los números, como «1, 3». Después toque «{ button-several-done }».
problem-choose-one-at-least = Todavía no ha elegido nada. Toque al menos una opción y después «{ button-several-done }».
problem-choice-gone = Lo que eligió antes ya no está. Elija otra vez.
problem-answer-gone = Ya no he podido usar su respuesta anterior. Responda otra vez.
problem-words-wanted = Aquí solo puedo leer palabras escritas. Escriba su respuesta.
problem-empty = No había nada escrito. Escriba su respuesta.
problem-too-long = Es demasiado largo para mí: { $length } caracteres. Use { $limit } como máximo y envíelo otra vez.
problem-number = Necesito un número entero del { $lowest } al { $highest }. Escriba uno, como { $lowest }.
problem-time-not-understood = No he entendido esa hora. Toque un botón, o escriba un día y una hora. Por ejemplo: «el viernes después de las 3».
problem-time-ambiguous = Eso puede significar más de una hora. Escriba un solo día y una sola hora. Por ejemplo: «el viernes a las 3 de la tarde».
problem-time-no-such-day = Ese día no existe en el calendario. Mire la fecha y escríbala otra vez.
problem-time-past = Esa hora ya ha pasado. Toque o escriba una más tarde.
problem-time-too-far = Falta demasiado para eso. Puedo planear hasta 60 días desde hoy. Elija un día más cercano.
problem-time-gone = La hora que eligió ya ha pasado. Elija una nueva. Sus demás respuestas siguen aquí.
problem-day-not-understood = No he entendido ese día. Toque un botón, o escriba día, mes y año. Por ejemplo: «31 de mayo de 2030».
problem-day-past = Ese día ya ha pasado. Toque o escriba uno posterior.
problem-day-too-far = { $years ->
    [one] Falta demasiado para ese día. Una comprobación vale un año como máximo. Elija un día más cercano.
   *[other] Falta demasiado para ese día. Una comprobación vale { $years } años como máximo. Elija un día más cercano.
}
problem-postcodes-empty = No he visto ningún código postal. Escriba uno o más, separados por comas. Por ejemplo: «28012, 28013».
problem-postcodes-not-a-postcode = Hay algo que no es un código postal. Mire la lista y envíela otra vez, separada por comas. Por ejemplo: «28012, 28013».
problem-postcodes-too-many = Son demasiados códigos postales para mí. Puedo guardar 200. Envíe una lista más corta, o solo el principio de cada uno, como «280».
problem-postcode-taken = { $postcode } ya es de { $area }. Quítelo aquí y envíe la lista otra vez. O pare, y cambie primero { $area }.
problem-outline-not-geojson = No he podido leer eso como un contorno. Envíe GeoJSON, o tres líneas o más con latitud, longitud.
problem-outline-not-an-area = Ese contorno no rodea nada. Necesita al menos tres esquinas. Mírelo y envíelo otra vez.
problem-outline-crosses-itself = Ese contorno se cruza consigo mismo. Ponga las esquinas en orden, una tras otra, y envíelo otra vez.
problem-outline-too-large = Ese contorno es demasiado grande para un barrio. Mire los números y envíe uno más pequeño.
problem-outline-too-many-points = Ese contorno tiene demasiadas esquinas para mí. Puedo guardar 5000. Envíe uno más sencillo.
problem-outline-out-of-range = Algunos números no son ningún lugar del mapa. Mírelos y envíe el contorno otra vez.
problem-time-zone = No conozco esa zona horaria. Toque un botón, o escriba un nombre como «Europe/London».
problem-place = No he encontrado ese lugar. Escriba un código postal, o toque el nombre de un botón. También puede enviar su ubicación: toque el clip y luego Ubicación.
problem-confirm = Léalo con calma y después toque el primer botón. Para cambiar algo, toque «{ button-change }».

stopped = He parado. No se ha enviado nada. Puede empezar de nuevo cuando quiera.
problem-photo = Aquí necesito una foto. Envíe una, o toque «{ button-skip }».
