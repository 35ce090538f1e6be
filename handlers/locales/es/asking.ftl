### Pedir ayuda

ask-agree =
    Antes de empezar, le cuento qué pasa con lo que me diga.

    Guardo sus respuestas para que alguien de su barrio pueda ayudarle.
    El grupo ve el tipo de ayuda, el barrio y la hora. También ve lo demás que pone en el aviso, y nada más.
    Quien se encargue verá el nombre de usted, la calle y sus palabras.
    Solo cuando esté de camino verá el número de la puerta, las notas y el teléfono.
    Si falta algo, la coordinación puede leer su petición para arreglarlo.
    Su dirección y sus palabras se borran { $kept-hours } horas después de cerrar la petición. Una petición a medias se borra a las 24 horas.
    Más sobre esto: /privacy

    No comparta nunca su tarjeta del banco ni su PIN, ni conmigo ni con quien le ayude.

    Para seguir, toque «{ button-agree }». Si no quiere, toque «{ button-stop }».
ask-health =
    ¿Puedo guardar también lo que me cuente sobre su salud? Por ejemplo, que tiene una enfermedad o que le cuesta andar.

    Solo lo ve quien le ayuda. Puede decir que no. En ese caso, no escriba nada sobre su salud.
leave-health-out = No escriba aquí nada sobre su salud, porque dijo que no. Puede cambiarlo con /privacy.
health-noticed =
    Usted me dijo que no guardara nada sobre su salud. Quizá hablen de ella estas palabras: { $value }

    Escríbalo otra vez sin ellas. Si puedo guardar lo que escribió, toque «{ button-keep-words }».
problem-health-left-out = Lo que escribió antes quizá hable de su salud, o de la de la persona para quien pide. Me dijo que no guardara eso, así que está borrado. Escríbalo otra vez sin eso.
button-keep-words = Guardar estas palabras
ask-name =
    ¿Cómo se llama usted?

    Escriba su nombre, sin apellidos. El grupo no lo ve. Quien le ayude, sí.
ask-kind =
    ¿Qué le vendría bien?

    Toque un botón. También puede escribir sus palabras o su número.
ask-words =
    Escriba con sus palabras qué necesita.

    El grupo no lo ve. Quien le ayude, sí. Si prefiere no escribir nada, toque «{ button-skip }».
ask-when =
    ¿Cuándo le gustaría recibir ayuda?

    Toque una hora, o escríbala. Por ejemplo: «el viernes después de las 3».
ask-where =
    ¿Dónde hace falta la ayuda?

    Escriba su código postal, o toque el nombre de su barrio. También puede enviar su ubicación: toque el clip y luego Ubicación.
ask-where-known =
    ¿Dónde hace falta la ayuda?

    La última vez fue en { $home }. Si sigue siendo así, tóquelo. Si no, toque otro nombre o escriba un código postal. También puede enviar su ubicación: toque el clip y luego Ubicación.
place-outside =
    No conozco ningún barrio nuestro en ese lugar.

    No se pierde nada. Puede decirme otro lugar, o dejar que lo vea la coordinación. Leerá lo que ha enviado y buscará una solución.
ask-street =
    ¿En qué calle es?

    Escríbala. Solo la ve quien se encargue. Puede tocar «{ button-skip }» y decírmela cuando alguien se encargue.
ask-door =
    ¿Qué número o qué nombre hay en su puerta?

    Escríbalo. Quien le ayude lo ve solo cuando está de camino. Si quiere, toque «{ button-skip }».
ask-entry-notes =
    ¿Hay que saber algo para entrar? Por ejemplo: «Llamar dos veces, tardo en abrir».

    Escríbalo, o toque «{ button-skip }». Quien le ayude lo ve solo cuando está de camino.
ask-phone =
    ¿Hay un teléfono donde se le pueda llamar?

    Escríbalo, o toque «{ button-skip }». Quien le ayude lo ve solo cuando está de camino.
ask-phone-to-ring =
    ¿A qué número de teléfono hay que llamarle?

    Escríbalo, por favor. Quien le ayude solo lo ve cuando va a llamarle.
ask-size =
    ¿Cuánto hay que llevar?
ask-needs =
    ¿Hay algo que se deba saber o traer?

    Si nada encaja, toque «{ button-several-done }».
ask-language-wanted =
    ¿Qué idioma debe hablar quien le ayude?
ask-payment =
    ¿Hay algo que pagar?

    Decídalo ahora, y así nadie tendrá que preguntarlo en la puerta. No dé nunca a nadie su tarjeta del banco ni su PIN.
ask-ceiling =
    ¿Cuánto puede costar como máximo?

    Escriba un número entero, como 15.

preview-public = Esto es lo que verán en su barrio:
preview-private = Esto solo lo verá quien le ayude:
preview-no-card = Todavía nada. La coordinación mira primero su petición.

sent = Enviada. La referencia de su petición es { $reference }.
sent-open =
    Es para: { $window }. En su barrio ya pueden verla. Le escribiré en cuanto alguien se encargue.

    Si nadie lo hace, la coordinación lo sabrá con tiempo.
sent-assigned =
    Es para: { $window }. En su barrio ya pueden decir que podrían hacerlo. Después, la coordinación elige con cuidado a la persona adecuada.

    Le escribiré en cuanto haya alguien.
sent-with-coordinator =
    Es para: { $window }. La coordinación la mira primero y buscará cómo seguir.

    Le escribiré en cuanto haya noticias.

completed-to-resident = Hay noticias de su petición { $reference }. La coordinación la ha mirado y en su barrio ya pueden verla. Le escribiré en cuanto alguien se encargue.
unclaimed-to-resident = Todavía nadie se encarga de su petición { $reference }. La coordinación ya lo sabe y buscará una solución. Le escribiré en cuanto alguien se encargue.
unclaimed-and-nobody-told = Todavía nadie se encarga de su petición { $reference }, y ahora mismo no puedo avisar a la coordinación. Sigue abierta. Le escribiré en cuanto alguien se encargue. Si no puede esperar, pídaselo también a otra persona.
uncompleted-to-resident = Su petición { $reference } todavía espera a la coordinación. Se lo he recordado. Le escribiré en cuanto haya noticias.

mine-nothing = Ahora no tiene ninguna petición abierta ni se encarga de ninguna. Puede empezar por aquí.
standing-with-coordinator = La coordinación la está mirando. Le escribiré en cuanto haya noticias.
standing-assigned = Todavía no hay nadie elegido. La coordinación elige con cuidado a la persona adecuada. Le escribiré en cuanto haya alguien.
standing-claimed = { $name } se encarga y me ha dicho que lo hará.
standing-on-the-way = { $name } va de camino a casa de usted.
standing-on-the-phone = { $name } va a llamarle.
standing-done = Está hecha.
standing-withdrawn = Está cerrada.

withdraw-sure = ¿Cierro su petición { $reference }? Entonces no irá nadie.
withdraw-noted = Su petición está cerrada.
withdrawn = Su petición { $reference } está cerrada y no irá nadie. Su dirección y sus palabras se borrarán dentro de { $kept-hours } horas. Puede volver a pedir ayuda cuando quiera.
already-closed = Su petición { $reference } ya está cerrada.
not-your-request = Esta petición no es de usted. Solo puede cerrarla quien la hizo.

private-name = Nombre: { $value }
private-street = Calle: { $value }
private-words = Qué hace falta: { $value }
private-door = Puerta: { $value }
private-entry-notes = Para entrar: { $value }
private-phone = Teléfono: { $value }
