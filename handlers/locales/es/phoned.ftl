### Personas sin aplicación, cuyas peticiones se toman por teléfono

# Tomar una petición.
ask-caller =
    ¿Quién pide ayuda por teléfono?

    Toque un nombre, o escríbalo. Si nunca ha pedido ayuda, toque «{ button-somebody-new }».
ask-caller-which = Conozco a más de una persona que se llama { $name }. ¿Cuál es?
answer-caller = Quién pide ayuda
button-somebody-new = Alguien nuevo
caller-known = { $name }, su número acaba en { $number }
caller-known-of = { $name }, { $area }, …{ $number }
problem-caller-unknown = No conozco aquí a nadie con ese nombre. Mire cómo se escribe, o toque «{ button-somebody-new }».
ask-caller-same-number =
    ¿Podemos llamar a { $person } al mismo número?

    Tóquelo, o escriba el nuevo.
caller-same-number = Todavía { $number }
answer-caller-same-number = Número al que llamar
ask-caller-name =
    ¿Cuál es su nombre de pila?

    Escríbalo. Lo ve quien le ayude.
answer-caller-name = Nombre de pila
ask-caller-phone =
    ¿A qué número podemos llamar a { $person }?

    Escríbalo. Lo ve la coordinación, y quien ayude cuando vaya de camino.
answer-caller-phone = Número de teléfono
problem-telephone-number = Eso no parece un número de teléfono. Escríbalo con todas sus cifras, por ejemplo: 910 123 456.
ask-caller-language =
    ¿En qué idioma hablamos con { $person }?
answer-caller-language = Idioma
ask-caller-agrees = Lea esto a { $person } y pregunte si está de acuerdo:
read-to-caller =
    «Apuntamos lo que usted nos dice, para que alguien de su barrio pueda ayudarle.
    El grupo ve el tipo de ayuda, el barrio y la hora, y nada más de usted.
    Quien le ayude ve su nombre de pila, su calle y sus palabras.
    Ve su puerta y su número de teléfono solo cuando va de camino.
    La coordinación puede ver su número, porque le llamamos cuando hay novedades.
    Su dirección y sus palabras se borran { $kept-hours } horas después de que termine. ¿Le parece bien?»
answer-caller-agrees = Su sí
button-caller-agrees = Está de acuerdo
button-caller-does-not = No está de acuerdo
ask-caller-health =
    Pregunte a { $person }: «¿Podemos apuntar también lo que diga de su salud?»

    Solo lo ve quien le ayude. Si dice que no, no escriba nada de su salud.
answer-caller-health = Datos de salud
preview-read-out = Lea esto a { $person }. ¿Está todo bien?
preview-private-rung = Esto solo lo verá quien le ayude:
phonein-not-agreed = Está bien. No he guardado nada de lo que escribió. Quizá haya alguien cerca que pueda ayudarle.
phonein-blocked = { $name } no puede pedir ayuda aquí por ahora, así que no he enviado esto. Puede ver el motivo con /block.
phonein-sent = Enviada. La referencia de la petición de { $name } es { $reference }.
phonein-next-open = Es para { $window }. El barrio ya puede verla. Diga a { $name } que llamaremos en cuanto alguien se encargue.
phonein-next-assigned = Es para { $window }. La coordinación elige con cuidado a quien ayuda. Diga a { $name } que llamaremos en cuanto haya alguien.
phonein-next-coordinator = Es para { $window }. La coordinación la mira antes de que otras personas puedan verla. Diga a { $name } que llamaremos en cuanto haya novedades.
again-agreed-on-the-phone = Queda acordado. Unos días antes de cada vez le pediré que llame.

# Hay que llamar a alguien.
ring-please = Llame a { $name }: { $number }
ring-please-about = Llame a { $name }: { $number }. Se trata de { $reference }.
ring-without-number = Póngase en contacto con { $name }. No tengo su número de teléfono.
ring-tell = Dígale esto:
ring-is-urgent = Se trata de la seguridad de alguien y no puede esperar.
ring-still-waits = Esta llamada todavía espera a que alguien la haga.
ring-newer = Hay algo más nuevo para { $name }. Mire más abajo.
button-ring-done = Ya se lo he dicho
button-they-say-done = Dice que está hecho
button-they-say-nobody-came = Dice que no vino nadie
button-they-say-nobody-rang = Dice que no llamó nadie
button-they-say-not-right = Dice que algo no está bien
button-they-say-not-needed = Ya no lo necesita
button-add-address = Añadir la dirección
button-write-helper-for-them = Escribir a quien ayuda en su nombre
button-open-request = Abrir la petición
button-open-weekly = Abrir la ayuda semanal
ring-taken-as-done = { $reference } ya cuenta como hecha. No hace falta llamar por ella.
ring-done-noted = Gracias por llamar a { $name }. Lo he marcado como hecho.
ring-done-by = { $name } ha hablado con { $person }. No queda nada por hacer.
ring-done-before = Esa llamada a { $name } ya está hecha. No queda nada por hacer.
ring-done-of-older = Hay algo más nuevo para { $name }. Lea mi último mensaje antes de marcarlo.

# Lo que se lee por teléfono en lugar de lo que se escribiría.
taken-address-missing-rung = Todavía falta su dirección completa. ¿Quiere darla, para que puedan encontrarle?
handed-back-rung = Al final { $name } no puede ir. Se trata de su petición { $reference }. Otra persona del barrio puede encargarse. Le llamaremos cuando haya alguien.
lease-over-to-resident-rung = { $name } no pudo decirnos a tiempo que iría. Otra persona del barrio puede encargarse de su petición { $reference }. Le llamaremos cuando haya alguien.
completed-to-resident-rung = La coordinación ha mirado su petición { $reference }, y el barrio ya puede verla. Le llamaremos en cuanto alguien se encargue.
shown-to-resident-rung = El barrio ya puede ver su petición { $reference }. Le llamaremos en cuanto alguien se encargue.
unclaimed-to-resident-rung = Todavía nadie se encarga de su petición { $reference }. Buscamos una manera, y le llamaremos en cuanto la haya.
unclaimed-and-nobody-told-rung = Todavía nadie se encarga de su petición { $reference }. Sigue abierta. Si no puede esperar, pida ayuda también a otra persona.
reopened-in-time-rung = Le llamaremos en cuanto alguien se encargue.
reopened-late-rung = La hora que había pedido ya ha pasado, así que no podemos prometer cuándo irá alguien. ¿Lo necesita todavía?
confirm-reminder-rung = Si no sabemos nada hasta mañana, lo daremos por hecho.
settled-done-rung = La coordinación ha cerrado { $reference }. Si necesita más ayuda, llámenos.
given-up-to-resident-rung = Nadie pudo encargarse de su petición { $reference }, y su hora pasó hace mucho. La hemos cerrado, y lo sentimos. Puede pedir ayuda de nuevo cuando quiera.
weekly-card-rung = El barrio ya puede ver la ayuda semanal para { $window }. Le llamaremos cuando alguien se encargue. Su referencia es { $reference }.

in-touch-rung = { $name } nos ha dicho que lo hará. Se trata de su petición { $reference }.

# Palabras y fotos de quien ayuda para alguien sin aplicación.
relay-rung-sent = { $name } no tiene la aplicación. Pido a la coordinación que llame y se lo diga.
relay-rung-no-photo = { $name } no tiene la aplicación y no puede ver fotos. Escriba lo que deba saber, y la coordinación se lo dirá por teléfono.
relay-rung-too-long = { $name } no tiene la aplicación, y alguien se lo lee por teléfono. Puede tener { $limit } letras como mucho, así que no he pasado nada. Escríbalo más corto.
relay-rung-too-much = { $name } no tiene la aplicación, y aún falta decirle por teléfono lo que usted escribió antes. Esto no cabe, así que no lo he pasado. Escríbalo otra vez más tarde.

# Lo que lee la coordinación cuando habla por alguien al teléfono.
withdraw-sure-for = ¿Cierro la petición { $reference } para { $person }? Entonces no irá nadie.
address-saved-for = Gracias. He guardado esto para { $person } y la petición { $reference }:
