### Entrar con invitación

# Lo que se le dice a quien no tiene invitación.
outside = Hola. Aquí los vecinos se ayudan. Solo pueden participar las personas invitadas.
outside-scheme = Hola. Esto es { $scheme }, donde los vecinos se ayudan. Solo pueden participar las personas invitadas.
outside-how = Para entrar, use el enlace o el cartel que le dieron. Si está en uno de nuestros grupos, pulse allí un aviso, o escriba allí /help.
outside-contact = También puede contactar así: { $contact }
outside-safety =
    Si la vida de alguien está en peligro, llame ahora a { $numbers }. Si alguien le preocupa, escriba /worry, y lo lee una persona.

    No guardo nada de lo que escriba aquí, salvo si trata de la seguridad de alguien.
outside-notice = Aquí solo pueden participar las personas invitadas. Para saber cómo, escríbame en privado.
links-too-many = Muchos enlaces seguidos no llevaban a ningún sitio. No miro ninguno más durante una hora. Pida un enlace nuevo a quien se lo dio.

# Enlaces para pedir y ofrecer ayuda.
button-invite-resident = Un enlace para pedir ayuda
button-invite-volunteer = Un enlace para ofrecer ayuda
button-invite-take-back = Anular todos mis enlaces
button-take-back = Sí, anularlos
ask-entry-most =
    ¿Para cuántas personas es el enlace?

    Para una persona, pulse 1. Para un folleto o un club, pulse o escriba un número mayor.
ask-entry-lasts =
    ¿Cuánto tiempo debe valer?
entry-days = { $number ->
    [one] Un día
   *[other] { $number } días
}
answer-entry-most = Cuántas personas
answer-entry-lasts = Cuánto tiempo
answer-preview-entry = Hacer el enlace
answer-preview-take-back = Anular enlaces
preview-entry-resident = { $number ->
    [one] Haré un enlace para una persona que quiere pedir ayuda.
   *[other] Haré un enlace para { $number } personas que quieren pedir ayuda.
}
preview-entry-volunteer = { $number ->
    [one] Haré un enlace para una persona que quiere ofrecer ayuda.
   *[other] Haré un enlace para { $number } personas que quieren ofrecer ayuda.
}
preview-entry-lasts = { $number ->
    [one] Vale un día.
   *[other] Vale { $number } días.
}
preview-entry-ends = Deja de valer antes si usted ya no se ocupa de nada aquí.
preview-entry-personal = Déselo solo a la persona en la que piensa.
preview-entry-shared = Quien lo tenga puede entrar, hasta que hayan entrado tantas personas. Déselo solo a quien usted quiera.
preview-take-back = ¿Anulo los enlaces para pedir ayuda y para ofrecerla? Después no dejan entrar a nadie. Quien ya ha entrado se queda. Quien dirige la red anula los de todas las personas.
entry-taken-back = { $number ->
    [0] No había ningún enlace que anular.
    [one] He anulado un enlace. Ya no deja entrar a nadie.
   *[other] He anulado { $number } enlaces. Ya no dejan entrar a nadie.
}
entry-made-resident = { $number ->
    [one] Este enlace es para una persona que quiere pedir ayuda. Vale hasta el { $day }. Páselo a esa persona:
   *[other] Este enlace es para { $number } personas que quieren pedir ayuda. Vale hasta el { $day }. Páselo a esas personas:
}
entry-made-volunteer = { $number ->
    [one] Este enlace es para una persona que quiere ofrecer ayuda. Vale hasta el { $day }. Páselo a esa persona:
   *[other] Este enlace es para { $number } personas que quieren ofrecer ayuda. Vale hasta el { $day }. Páselo a esas personas:
}
entry-over = Este enlace ya no deja entrar a nadie. Pida uno nuevo a quien se lo dio.
entry-hello-resident = Hola. Le han invitado a pedir ayuda aquí. Aquí los vecinos se ayudan.
entry-hello-volunteer = Hola. Le han invitado a ofrecer ayuda aquí. Aquí los vecinos se ayudan.

# Configurarlo.
ask-limit-which = Estos son los límites. Evitan que alguien coja demasiado, y que alguien reúna direcciones:
ask-limit-change = ¿Cuál debe cambiar? Si todo está bien así, pulse «{ button-skip }».
ask-limit-open-requests-at-most = ¿Cuántas peticiones de una persona puede haber abiertas a la vez? Ahora: { $number }
ask-limit-claims-a-day = ¿De cuántas peticiones puede encargarse una persona en un día? Ahora: { $number }
ask-limit-reveals-a-day = ¿De cuántas peticiones puede ver los datos quien ayuda, en un día? Ahora: { $number }
ask-limit-no-shows-at-most = ¿Cuántas veces en 30 días puede alguien esperar en vano a quien ayuda, hasta que la coordinación hable con esa persona? Ahora: { $number }
button-limit-open-requests-at-most = Peticiones abiertas de una persona
button-limit-claims-a-day = Peticiones cogidas en un día
button-limit-reveals-a-day = Datos vistos en un día
button-limit-no-shows-at-most = Veces que se esperó en vano
answer-limit-which = Qué límite
answer-limit-number = Cuántas
setup-shows-open-requests-at-most = Peticiones abiertas de una persona, como máximo: { $number }
setup-shows-claims-a-day = Peticiones que coge en un día quien ayuda, como máximo: { $number }
setup-shows-reveals-a-day = Peticiones de las que ve los datos en un día quien ayuda, como máximo: { $number }
setup-shows-no-shows-at-most = La coordinación habla con quien no fue tantas veces en 30 días: { $number }
ask-by-invitation = ¿Quién puede entrar?
ask-by-invitation-means = Si solo entran personas invitadas, a las demás les digo con amabilidad cómo entrar, y no guardo nada de ellas. Las palabras de peligro y las preocupaciones se oyen siempre. Los enlaces de los carteles siguen valiendo, y también los avisos en sus grupos. Para invitar, usted y cada persona de la coordinación escriben /invite.
button-by-invitation = Solo con invitación
button-for-everybody = Todo el mundo
ask-contact-line =
    ¿A quién puede dirigirse quien no tiene invitación?

    Escríbalo en una línea, para que lo lea todo el mundo. Por ejemplo: «912 345 678, de lunes a viernes, de 10 a 14». Si no hay nadie, pulse «{ button-skip }».
answer-by-invitation = Quién puede entrar
answer-contact-line = A quién dirigirse
button-setup-limits = Límites
button-setup-door = Quién puede entrar
setup-shows-by-invitation = Quién puede entrar: solo personas invitadas
setup-shows-contact = A las demás se les dice: { $contact }
