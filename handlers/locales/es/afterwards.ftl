### En la puerta, y lo que sigue cuando quien ayuda dice que está hecho

words-at-the-door = Cuando llegue esa persona, pregúntele su palabra. Es «{ $theirs }». La de usted es «{ $yours }». Si dice otra palabra, por favor no abra.
words-at-the-door-for = Por favor, diga dos palabras a { $person }. Quien venga dirá «{ $theirs }». { $person } contestará «{ $yours }». Si la primera palabra es otra, { $person } no debe abrir.
words-on-the-phone = Cuando llame esa persona, pregúntele su palabra. Es «{ $theirs }». La de usted es «{ $yours }». Si dice otra palabra, por favor cuelgue.
words-on-the-phone-for = Por favor, diga dos palabras a { $person }. Quien llame dirá «{ $theirs }». { $person } contestará «{ $yours }». Si la primera palabra es otra, { $person } debe colgar.
words-of-the-helper = Le preguntarán la palabra de usted. Es «{ $yours }». Pregunte usted también la otra. Es «{ $theirs }».

### ¿Está hecho?

done-to-resident = { $name } dice que su petición { $reference } está hecha. ¿Es así?
done-to-resident-for = { $name } dice que la ayuda para { $person } está hecha. Su referencia es { $reference }. ¿Es así?
done-closed-again = Sus datos vuelven a estar cerrados. Su dirección y sus palabras se borrarán dentro de { $kept-hours } horas.
done-closed-again-for = Los datos de { $person } vuelven a estar cerrados. La dirección y las palabras se borrarán dentro de { $kept-hours } horas.
button-confirm = Sí, está hecho
button-dispute = No, no lo está
confirm-noted = Gracias por decírmelo.
confirmed = Gracias por decírmelo. { $reference } está terminada.
confirmed-already = { $reference } ya está anotada como hecha. Si algo fue mal, escriba /report. Si necesita más ayuda, escriba /ask.
confirm-not-waiting = Ahora no hay nada que confirmar de { $reference }. Para ver cómo va, escriba /mine.
confirm-reminder = Si mañana sigo sin noticias, la daré por hecha.
standing-unconfirmed = Si pasan dos días sin noticias, la daré por hecha.
standing-dispute-begun = Me ha dicho que no fue así. Por favor, toque lo que pasó. Si lo deja abierto, pediré a la coordinación que lo vea.
standing-disputed = Me ha dicho que algo fue mal. He pedido a la coordinación que lo vea con usted.
confirm-taken = Llevo dos días sin noticias de usted, así que doy { $reference } por hecha. Si no lo está, escriba /ask para pedirla otra vez, o /report si algo fue mal.
dispute-what = Lo siento. ¿Qué pasó con { $reference }?
button-nobody-came = No vino nadie
button-nobody-rang = No llamó nadie
button-not-everything = No se hizo todo
button-something-else-happened = Pasó otra cosa
button-done-after-all = Al final sí está hecho
coordinator-knows = La coordinación ya lo sabe.
coordinator-not-reached = Todavía no he podido avisar a la coordinación. Si puede, llame por teléfono a alguien de allí.
reopened-nobody-came = Siento que no hubiera nadie para usted. { $reference } vuelve a estar abierta.
reopened-not-everything = Gracias por decírmelo. { $reference } vuelve a estar abierta, para que alguien haga lo que falta.
reopened-by-coordinator = La coordinación ha vuelto a abrir { $reference }.
reopened-in-time = Le escribiré en cuanto alguien se encargue.
reopened-late = La hora que pidió ya ha pasado, así que no puedo prometer cuándo vendrá alguien. Si ya no lo necesita, toque «{ button-withdraw }».
disputed-something-else = Lo siento. Alguien debería verlo con usted.

wrong-nobody-came-to-owners = { $resident } dice que no hubo nadie para { $reference }. { $name } había dicho que estaba hecha. Vuelve a estar abierta. Por favor, pregunte a los dos con amabilidad qué pasó.
wrong-not-everything-to-owners = { $resident } dice que no se hizo todo en { $reference }. La ayuda era de { $name }. Vuelve a estar abierta.
reopened-late-to-owners = La hora ya ha pasado. Pregunte cuándo sigue haciendo falta la ayuda y busque a alguien.
wrong-something-else-to-owners = { $resident } dice que pasó otra cosa con { $reference }. La ayuda era de { $name }. Por favor, hable con { $resident } y toque después lo que corresponda.
dispute-waits-to-owners = { $resident } dice que { $reference } no está hecha. La ayuda era de { $name }. Por favor, hable con { $resident } y toque después lo que corresponda.
dispute-over-to-owners = Quien pidió { $reference } dice ahora que al final sí está hecha.
wrong-nobody-came-to-helper = { $reference } vuelve a estar abierta, porque dicen que no hubo nadie. Quizá hubo una confusión. Si usted estuvo allí, dígaselo a la coordinación.
wrong-not-everything-to-helper = Todavía queda algo por hacer en { $reference }, así que vuelve a estar abierta. Gracias por lo que hizo.
wrong-something-else-to-helper = La coordinación ha vuelto a abrir { $reference } y puede contarle más. Gracias por lo que hizo.
button-settle-open = Abrirla otra vez
button-settle-done = Darla por hecha
settle-too-late = La dirección y las palabras de { $reference } ya están borradas, así que no se puede abrir otra vez. Se puede pedir de nuevo.
settled-already = Alguien ya ha resuelto { $reference }. No queda nada por hacer.
settled-done = La coordinación ha cerrado { $reference }. Si necesita más ayuda, escriba /ask.
settled-to-owners = { $reference } está resuelta. No queda nada por hacer.

### Las gracias

button-thanks = Dar las gracias
ask-thanks = ¿Qué le gustaría decir a { $name }?
answer-thanks = Las gracias
button-thanks-simply = Muchas gracias
button-thanks-great-help = Fue una gran ayuda
button-thanks-glad = Me alegró verle
button-thanks-talk = Me gustó hablar con usted
button-thanks-own = Algo con mis palabras
ask-thanks-words =
    ¿Qué le gustaría decir?

    Por favor, escríbalo. La coordinación lo lee antes de pasarlo. No ponga direcciones ni números.
answer-thanks-words = Mis palabras
preview-thanks = Esto es lo que leerá { $name }:
answer-preview-thanks = Envío
preview-read-first = Primero lo lee la coordinación. Después le escribiré.
thanks-sent = He pasado sus gracias a { $name }.
thanks-handed-in = Gracias. Ahora lo lee la coordinación. Le avisaré cuando { $name } lo tenga.
thanks-given = { $name } le da las gracias por { $reference }:
thanks-passed-on = { $name } ya tiene sus gracias por { $reference }.
thanks-refused = La coordinación prefiere no pasar sus palabras por { $reference }. Quizá hay algo privado en ellas. Puede escribir otras, o elegir unas ya hechas.
thanks-dropped = Lo siento. Nadie tuvo tiempo de leer sus palabras por { $reference }, y las he borrado. Todavía puede enviar unas ya hechas.
thanks-not-now = Puede dar las gracias cuando haya dicho que está hecho. Para ver cómo va, escriba /mine.
thanks-too-late = Solo paso las gracias durante dos días, y ya han pasado. Quizá pueda decirlo cuando se vean.
thanks-waiting = La coordinación está leyendo sus palabras. Le escribiré cuando las haya pasado.
thanks-sent-before = Sus gracias por esto ya se han pasado.

### Cómo fue

how-was-it = ¿Cómo le fue? No hace falta que conteste.
how-was-it-for = ¿Cómo le fue a { $person }? No hace falta que conteste.
how-did-it-go = ¿Cómo fue? No hace falta que conteste.
button-how-good = Bien
button-how-mixed = Regular
button-how-not-good = Mal
how-noted = Gracias por decírmelo.
how-noted-good = Me alegro. Si quiere, ahora puede hacer algo de esto.
how-noted-mixed = Gracias por decírmelo. Si quiere, ahora puede hacer algo de esto.
how-noted-not-good = Lo siento.
how-add-words = Puede añadir unas palabras. Solo las lee la coordinación.
how-not-now = Puede decir cómo fue { $reference } cuando esté hecha.
how-said-before = Ya me ha dicho cómo fue { $reference }. Gracias.
how-first = Primero diga cómo fue { $reference }, con los botones de mi mensaje sobre ella.
how-told-before = Ya ha escrito unas palabras sobre { $reference }. Gracias.
not-good-resident = { $name } había pedido ayuda con { $reference }, y no fue bien. Por favor, pregunte cómo está.
not-good-helper = { $name } ayudó con { $reference }, y no fue bien. Por favor, pregunte cómo está.
button-add-words = Añadir algo para la coordinación
ask-how-words =
    ¿Qué debería saber la coordinación?

    Por favor, escríbalo. Solo lo lee la coordinación. Borro mi copia a los { $keep-how-it-went } días.
answer-how-words = Mis palabras
how-words-kept = Gracias. Sus palabras quedan guardadas para la coordinación.
how-words-resident = { $name } había pedido { $reference }. Cómo fue: { $how }. Sus palabras:
how-words-helper = { $name } ayudó con { $reference }. Cómo fue: { $how }. Sus palabras:

### Una idea para otras personas

button-thought = Compartir una idea
ask-thought-words =
    ¿Qué podrían aprender otras personas de esto?

    Por favor, escriba una idea. Si la coordinación está de acuerdo, el grupo la ve sin su nombre. No ponga nombres, lugares ni números.
answer-thought-words = Mi idea
preview-thought = Esto es lo que vería el grupo:
answer-preview-thought = Envío
thought-in-group = Alguien que participó en una tarea quiere que otras personas lo sepan:
thought-handed-in = Gracias. Ahora la lee la coordinación. Le diré qué pasa con ella.
thought-handed-in-before = Ya ha escrito una idea sobre { $reference }. Gracias.
thought-not-now = Puede compartir una idea sobre { $reference } cuando esté hecha.
thought-posted = Su idea ya está en el grupo, sin su nombre. Gracias.
thought-without-group = A la coordinación le gustó su idea, pero todavía no hay un grupo que pueda verla. Gracias de todos modos.
thought-refused = La coordinación prefiere no compartir su idea sobre { $reference }. Quizá podría señalar a alguien. Puede escribirla de otra manera.
thought-dropped = Lo siento. Nadie tuvo tiempo de leer su idea sobre { $reference }, y la he borrado.

### Lo que primero lee la coordinación

approve-thanks = { $name } quiere dar las gracias a quien ayudó con { $reference }. Solo lo leerá esa persona:
approve-thought = { $name } quiere compartir una idea sobre { $reference }. La leerá el grupo, sin ningún nombre:
approve-words = «{ $value }»
approve-read-yourself = Busco nombres, números, lugares y cosas así, y se me escapan muchas. Pregúntese: ¿podría señalar o herir a alguien?
button-approve = Pasarlo
button-refuse = No pasarlo
approval-approved = pasado
approval-refused = no pasado
approval-over = Ya se ha decidido sobre las palabras de { $reference }: { $outcome }.
approval-already = Alguien ya ha decidido sobre estas palabras de { $reference }. No queda nada por hacer.
approval-dropped = Estas palabras llevaban dos semanas esperando. Las he borrado y he avisado a quien las escribió.
approvals-none = Ahora no hay nada que leer.

### Ofrecer algo también

ask-to-offer =
    Espero que se encuentre bien.

    A algunas personas que recibieron ayuda les gusta ayudar también. Una llamada o una charla en la puerta puede significar mucho. ¿Quiere saber más?

    Si no, no pasa nada. No volveré a preguntar.
button-offer-too = Sí, cuénteme más
button-offer-nothing = No, gracias
offer-declined = No pasa nada. No volveré a preguntar. Si algún día quiere, puede escribir /offer.
