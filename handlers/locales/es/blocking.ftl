### Alguien queda bloqueado, o deja de estarlo

block-why = ¿Por qué quiere bloquear a { $name }?
block-why-read = Leerá el motivo. No pasa nada antes de que usted haya visto qué sigue.
button-block-harm = Hubo daño o amenazas
button-block-money = Faltó dinero o faltaron cosas
button-block-misuse = Lo que se dijo no era en serio
button-block-rules = No se cumplió lo acordado
button-block-open-question = Hay algo que aclarar
button-block-yes = Sí, bloquear
button-block-not = No, no bloquear
block-preview = Esto pasa si bloquea a { $name }:
block-follows-both = – No puede pedir ayuda ni ayudar, hasta que alguien lo quite.
block-follows-held = – Lo que tiene vuelve a estar abierto para otras personas: { $references }
block-follows-asked = – Lo que ha pedido le espera a usted, y nadie puede cogerlo por su cuenta: { $references }
block-follows-weekly-given = { $number ->
    [one] – Ya no va cada semana, y se lo digo a quien le espera.
   *[other] – Ya no va cada semana a { $number } casas, y se lo digo a todas.
}
block-follows-weekly-asked = { $number ->
    [one] – Su ayuda semanal descansa, hasta que usted la termine o quite el bloqueo.
   *[other] – Su ayuda semanal descansa, { $number } en total, hasta que usted la termine o quite el bloqueo.
}
block-follows-elsewhere = – Lo que tiene en otro lugar queda abierto otra vez, o espera a otras personas.
block-follows-safety = – Puede contar una preocupación, y sus palabras de peligro se oyen como antes.
block-they-read = Esto es lo que leerá:
block-done-by-phone = He bloqueado a { $name }, y alguien tiene que decírselo por teléfono.
block-done = He bloqueado a { $name }, y se lo he dicho.
block-left = No he bloqueado a nadie.
block-elsewhere = La coordinación de otra organización o de otro barrio ha bloqueado a alguien.
block-decide = { $reference } se queda, y nadie puede cogerla por su cuenta. Ábrala y decida qué se hace con ella.
block-decide-weekly = La ayuda semanal de { $name } descansa: { $kind }. Decida si debe terminar.
block-not-yourself = No puede bloquearse a sí mismo.
block-not-an-owner = No se puede bloquear a quien dirige la red de ayuda. Hable con esa persona.
block-by-an-owner = También cuida de la red, así que solo puede bloquearle quien la dirige. Dígaselo.
block-nobody = No hay nadie bloqueado entre las personas que usted cuida.
block-how = Para bloquear a alguien, abra una petición suya con /request y la referencia.
block-standing = { $name } está bloqueado desde el { $day }, por { $other }.
unblock-name = Desbloquear a { $name }
unblock-done-by-phone = { $name } puede pedir ayuda y ayudar otra vez. Alguien tiene que decírselo por teléfono.
unblock-done = { $name } puede pedir y ayudar otra vez, y se lo he dicho.
unblock-before = { $name } no está bloqueado. No hay nada que hacer.
details-closed-blocked = { $reference } la tienen ahora otras personas. Los datos vuelven a estar cerrados.
weekly-blocked-to-owners = No se hizo nada para { $window }, porque está bloqueado. Termine la ayuda semanal, o quite el bloqueo con /block.

# Lo que lee esa persona.
blocked-told = Por ahora no puede pedir ayuda ni ayudar aquí. Así lo ha decidido la coordinación.
blocked-why-harm = El motivo: alguien sufrió daño, amenazas o miedo.
blocked-why-money = El motivo: faltó dinero o faltaron cosas.
blocked-why-misuse = El motivo: se pidió o se prometió algo que no era en serio.
blocked-why-rules = El motivo: no se cumplió algo que acordamos para la seguridad de todas las personas.
blocked-why-open-question = El motivo: antes hay que aclarar algo. No quiere decir que usted hiciera nada mal.
blocked-where-to-turn = Si cree que es un error, hable con la coordinación. Si algo le preocupa, escriba /worry, y lo lee quien cuida de la seguridad. Si necesita ayuda ahora, quizá su ayuntamiento o una asociación cercana sepan quién puede.
blocked-where-to-turn-rung = Si cree que es un error, o si algo le preocupa, dígalo ahora. Si necesita ayuda ya, su ayuntamiento o una asociación cercana quizá sepa quién puede ayudar.
blocked-notice = Por ahora no puede hacer eso aquí. Le he escrito por qué.
unblocked-told = Puede pedir ayuda y ayudar aquí otra vez.
