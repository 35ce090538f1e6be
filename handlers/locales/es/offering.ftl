### Ofrecer ayuda

ask-agree-volunteer =
    Antes de empezar, le cuento qué pasa con lo que me diga.

    Guardo su nombre y lo que ofrece.
    La coordinación puede ver las dos cosas. La persona a la que ayude verá su nombre.
    El grupo no ve nada de esto.
    Más sobre esto: /privacy

    Para seguir, toque «{ button-agree }». Si no quiere, toque «{ button-stop }».
ask-volunteer-name =
    ¿Cómo se llama usted?

    Escriba su nombre, sin apellidos. Lo verán la persona a la que ayude y la coordinación.
offer-is-change = Usted ya ofrece ayuda. Lo que responda ahora sustituye a lo que ofrecía antes.
ask-offer-areas =
    ¿En qué barrios le gustaría ayudar?
ask-offer-kinds =
    ¿En qué le gustaría ayudar?

    Después le enseñaré unas palabras sobre cada tipo que elija.
ask-guidance = ¿Lo hará así?
ask-offer-times =
    ¿Cuándo puede ayudar normalmente?
ask-offer-languages =
    ¿Qué idiomas habla?
ask-offer-car =
    ¿Tiene un coche que pueda usar para ayudar?
ask-tasks-at-once =
    ¿Cuántas tareas quiere tener a la vez, como máximo?

    Toque un número, o escríbalo.
ask-asked-at-most =
    ¿Puedo preguntarle directamente cuando nadie se encargue de una petición? ¿Cada cuánto?
ask-offer-nothing =
    No ha dicho que sí a ningún tipo de ayuda. Por eso no hay nada que guardar.

    Para elegir otra vez, toque «{ button-change }». Si está bien así, toque «{ button-finish }».

time-weekday-morning = Entre semana, mañanas
time-weekday-afternoon = Entre semana, tardes
time-weekday-evening = Entre semana, noches
time-weekend-morning = Fin de semana, mañanas
time-weekend-afternoon = Fin de semana, tardes
time-weekend-evening = Fin de semana, noches

asked-as-needed = Siempre que haga falta
asked-daily = Una vez al día como máximo
asked-weekly = Una vez por semana como máximo
asked-never = Nunca, ya miro yo

preview-offer = Esto es lo que ofrece. ¿Está bien?
preview-offer-change = Esto es lo que ofrece desde ahora. ¿Está bien?
offer-shows-name = Nombre: { $name }
offer-shows-areas = Barrios: { $areas }
offer-shows-kinds = Tipos de ayuda: { $kinds }
offer-shows-times = Horas: { $times }
offer-shows-languages = Idiomas: { $languages }
offer-shows-car = Coche: sí
offer-shows-no-car = Coche: no
offer-shows-at-once = Tareas a la vez: { $number }
offer-shows-asked = Cada cuánto puedo preguntar: { $asked }

offer-thanks = Gracias. Ya puede ayudar. Cuando alguien del barrio necesite algo, aparecerá un aviso en su grupo. Tóquelo para encargarse.
offer-changed = Gracias. He guardado lo que ofrece ahora.
offer-needs-check = Algunos de estos tipos necesitan antes comprobar quién es usted: { $kinds }. La coordinación ya lo sabe y hablará con usted.
offer-not-kept = No he guardado nada. Puede ofrecer ayuda cuando quiera con /offer.
offer-stays = No he cambiado nada. Lo que ofrecías antes sigue igual.

join-agree = Si dice que sí, guardo su nombre y lo que ofrece. Verán su nombre la persona a la que ayude y la coordinación. Más sobre esto: /privacy
join-declined = No pasa nada. No he guardado nada, y puede encargarse otra persona.
join-kept = He guardado lo que ofrece. La próxima vez basta con un toque.

needs-check = Gracias por querer ayudar. Para esta ayuda, { $kind }, alguien tiene que comprobar antes quién es usted. La coordinación ya lo sabe y hablará con usted.
