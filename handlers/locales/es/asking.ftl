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
standing-assigned = Todavía no hay nadie elegido. La coordinación elige con cuidado a la persona adecuada. Te escribiré en cuanto haya alguien.
standing-claimed = { $name } se encarga y me ha dicho que lo hará.
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
