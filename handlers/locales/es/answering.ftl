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
problem-place = No he encontrado ese lugar. Escriba un código postal, o toque el nombre de un botón. También puede enviar su ubicación: toque el clip y luego Ubicación.
problem-confirm = Léalo con calma y después toque el primer botón. Para cambiar algo, toque «{ button-change }».

stopped = He parado. No se ha enviado nada. Puede empezar de nuevo cuando quiera.
problem-photo = Aquí necesito una foto. Envíe una, o toque «{ button-skip }».
