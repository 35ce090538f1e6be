### Pedir para otra persona
#
# Una frase que termina en «-for» dice lo mismo que su hermana, pero habla de «person», la persona
# que recibe ayuda, a quien la pidió.

button-for-somebody-else = Para otra persona
button-they-agree = Sí, lo sabe y está de acuerdo
button-not-asked-yet = Todavía no se lo he preguntado
button-they-do-not = Ya no quiere que pida ayuda
button-they-still-agree = Sigue de acuerdo
button-end-yes = Sí, terminar
button-end-asking = Terminar esto

whom-me = Para mí
whom-known = Para { $person }
whom-somebody-else = Para otra persona

answer-for-whom = Para quién es
answer-relation = Qué soy para esa persona
answer-helped-name = Su nombre
answer-they-agree = Que está de acuerdo
answer-consent-how = Cómo lo dijo
answer-consent-end = Dejar de pedir
answer-kind-for-them = Ayuda para esa persona

ask-for-whom-new =
    ¿Es para usted o para otra persona?
ask-for-whom-known =
    ¿Para quién es?

    Toque un botón o escriba un nombre.
ask-relation =
    ¿Qué es usted para la persona que necesita ayuda?
colleagues-are-invited = Si pide ayuda para otras personas en su trabajo, pida primero una invitación a la coordinación.
relation-neighbour = Vecindad o amistad
relation-relative = Familiar
relation-colleague = Cuido de esa persona en mi trabajo
ask-helped-name =
    ¿Cuál es su nombre de pila?

    Escríbalo. El grupo no lo ve. Quien ayude sí lo ve.
problem-name-taken = Ya pide ayuda para alguien con ese nombre. Si es la misma persona, toque «{ button-back }» y elíjala. Si no, añada una letra, por ejemplo «Inés B».
ask-they-agree =
    ¿Sabe { $person } que usted pide ayuda, y está de acuerdo?

    Dígale a { $person } qué pasa: quien acepte la petición ve su nombre, su calle y lo que usted escriba. La puerta, las notas y el teléfono solo los ve cuando esté en camino.

    Escriba sobre su salud solo si también está de acuerdo con eso. Borro todo menos el nombre 72 horas después de cerrar la petición.
ask-they-still-agree =
    El { $day } usted me dijo que { $person } está de acuerdo en que pida ayuda. ¿{ $person } lo sabe todavía, y sigue de acuerdo?
consent-first =
    No pasa nada. Pregúnteselo primero. Nadie ha sabido nada por mí.

    Lo que me dijo queda aquí un día. Cuando haya dicho que sí, toque «{ button-they-agree }».
ask-consent-how = ¿Cómo lo dijo { $person }?
agreed-in-person = Cuando nos vimos
agreed-on-the-phone = Por teléfono
agreed-in-writing = Por escrito
agreed-by-somebody-else = Lo dijo quien decide en su lugar

ask-name-for =
    ¿Cuál es el nombre de pila de usted?

    Escríbalo. El grupo no lo ve. Quien ayude a { $person } sí lo ve, porque usted lo ha pedido.
ask-kind-for =
    ¿Qué ayudaría a { $person }?

    Toque un botón. También puede escribir sus palabras o su número.
ask-words-for =
    Escriba con sus palabras qué necesita { $person }.

    El grupo no lo ve. Quien ayude a { $person } sí lo ve. Si prefiere no escribir nada, toque «{ button-skip }».
ask-when-for =
    ¿Cuándo le vendría bien la ayuda a { $person }?

    Toque una hora o escríbala. Por ejemplo: «el viernes después de las 3».
ask-where-for =
    ¿Dónde necesita la ayuda { $person }?

    Escriba el código postal de allí o toque el nombre del barrio. También puede enviar una ubicación: toque el clip y después Ubicación.
ask-where-known-for =
    ¿Dónde necesita la ayuda { $person }?

    La última vez fue en { $home }. Tóquelo si sigue siendo así. Si no, toque otro nombre o escriba un código postal. También puede enviar una ubicación: toque el clip y después Ubicación.
ask-street-for =
    ¿En qué calle vive { $person }?

    Escríbala. Solo la ve quien acepte la petición. Puede tocar «{ button-skip }» y decírmela cuando alguien la haya aceptado.
ask-door-for =
    ¿Qué número o nombre tiene la puerta de { $person }?

    Escríbalo. Quien ayude lo ve solo cuando esté en camino. Si quiere, puede tocar «{ button-skip }».
ask-entry-notes-for =
    ¿Hay que saber algo para entrar allí? Por ejemplo: «Llame dos veces, tarda un poco».

    Escríbalo o toque «{ button-skip }». Quien ayude lo ve solo cuando esté en camino.
ask-phone-for =
    ¿Hay un teléfono donde se pueda llamar a { $person }?

    Escríbalo o toque «{ button-skip }». Quien ayude lo ve solo cuando esté en camino.
ask-phone-to-ring-for =
    ¿A qué teléfono hay que llamar para hablar con { $person }?

    Escríbalo. Quien ayude lo ve solo cuando vaya a llamar.

preview-public-for = Esto es lo que verán los vecinos de { $person }:
preview-private-for = Esto solo lo verá quien ayude a { $person }, además del nombre de usted:

sent-for = Enviado. La referencia de su petición para { $person } es { $reference }. Las noticias le llegan a usted.
sent-open-for =
    Es para { $window }. Los vecinos de { $person } ya la ven. Le escribiré en cuanto alguien la acepte.

    Si nadie lo hace, la coordinación lo sabrá a tiempo.
mine-for = Para { $person }
standing-on-the-way-for = { $name } va de camino a casa de { $person }.

taken-by-for = { $name } ha aceptado su petición { $reference } para { $person }.
taken-sees-for = { $name } puede ver: { $parts }.
taken-hidden-for = Solo cuando { $name } esté en camino podrá ver también: { $parts }.
taken-hidden-phone-for = Solo cuando { $name } vaya a llamar a { $person } podrá ver también: { $parts }.
taken-address-missing-for = Todavía no tengo la dirección completa de { $person }. Toque «{ button-give-address }» para que quien ayude pueda llegar.
part-name-for = el nombre
part-street-for = la calle
part-words-for = sus palabras
part-door-for = la puerta
part-entry-notes-for = sus notas
part-phone-for = el teléfono
on-the-way-for = { $name } va de camino a casa de { $person }. Es por su petición { $reference }.
on-the-way-sees-for = { $name } ya puede ver también: { $parts }.
on-the-phone-for = { $name } va a llamar a { $person }. Es por su petición { $reference }.

sent-several-for = { $number ->
    [one] Enviado. Ha pedido { $number } ayudante para { $person }: { $references }. Las noticias le llegan a usted.
   *[other] Enviado. Ha pedido { $number } ayudantes para { $person }. Cada cual tiene una referencia: { $references }. Las noticias le llegan a usted.
}
completed-to-resident-for = Hay noticias de su petición { $reference } para { $person }. La coordinación la ha mirado, y los vecinos ya pueden verla. Le escribiré en cuanto alguien la acepte.
handed-back-for = Al final { $name } no puede ir a casa de { $person }. Es por su petición { $reference }. Está abierta otra vez, y le escribiré cuando alguien la acepte.
lease-over-to-resident-for = { $name } no ha podido decirme a tiempo si irá. Su petición { $reference } para { $person } está abierta otra vez para los vecinos. Le escribiré en cuanto alguien la acepte.
standing-not-in-touch-for = { $name } la ha aceptado. Falta que lo confirme. Si no sé nada hasta { $by }, los vecinos pueden aceptarla otra vez.
reopened-nobody-came-for = Siento que nadie estuviera allí para { $person }. { $reference } está abierta otra vez.
address-shown-claimed-for = { $name } ya puede ver la calle. La puerta, sus notas y el teléfono siguen ocultos hasta que { $name } esté en camino.
withdrawn-for = Su petición { $reference } para { $person } está cerrada, y nadie irá. La dirección y sus palabras se borrarán dentro de 72 horas. Puede volver a pedir cuando quiera.
ring-resident-for = Mis mensajes ya no le llegan a { $name }, que pidió ayuda para { $person }. Es por la petición { $reference }. Llame a { $person }, por favor.
rung-instead-sees-for = No he podido avisarle sobre { $reference }. Por eso he pedido a la coordinación que llame a { $person }. Pueden ver el teléfono hasta que su petición termine.

details-asked-for = { $name } ha pedido esto para { $person }, que lo sabe y está de acuerdo. Lo que usted escriba le llega a { $name }.
details-decided-for = { $name } ha pedido esto para { $person }. Quien decide en su lugar está de acuerdo. Lo que usted escriba le llega a { $name }.

### Si alguien sigue de acuerdo

consent-review = Usted pide ayuda para { $person }. El { $day } me dijo que está de acuerdo. Pregúnteselo otra vez: ¿sigue de acuerdo?
ask-consent-end = ¿Termino esto? Entonces no se podrá pedir nada más para { $person }, si usted no empieza de nuevo.
consent-end-closes = Lo que está abierto se cerrará, y nadie irá por ello: { $references }.
consent-kept = Gracias. He anotado que { $person } sigue de acuerdo. Se lo preguntaré otra vez el { $day }.
consent-left = No he cambiado nada. Pregunte a { $person } cuando pueda y dígamelo después.
consent-ended = Lo he terminado. No se pedirá nada más para { $person }, si usted no empieza de nuevo.
consent-renewed = { $person } sigue de acuerdo: { $name } ya me lo ha dicho. No queda nada por hacer.
consent-gone = Esto ya había terminado. No queda nada por hacer.
consent-unanswered = { $name } pide ayuda para { $person }, y no me ha dicho si { $person } sigue de acuerdo. Averígüelo, por favor. Si { $person } no está de acuerdo, toque «{ button-end-asking }».
consent-end-sure = ¿De verdad termino esto? Lo que está abierto para esta persona se cerrará también.
consent-ended-noted = Lo he terminado. { $name } solo puede pedir para { $person } si empieza de nuevo, y ya lo sabe.
consent-ended-for-you = La coordinación ha terminado lo que usted pedía para { $person }, porque nadie podía decir si sigue de acuerdo. Lo que estaba abierto se ha cerrado. Puede empezar de nuevo con /askfor, cuando haya dicho que sí.
