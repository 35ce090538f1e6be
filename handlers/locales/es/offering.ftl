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
