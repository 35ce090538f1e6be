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
answer-helped-health = Salud de esa persona
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
    ¿Cómo se llama esa persona?

    Escriba su nombre, sin apellidos. El grupo no lo ve. Quien ayude, sí.
problem-name-taken = Ya pide ayuda para alguien con ese nombre. Si es la misma persona, toque «{ button-back }» y elíjala. Si no, añada una letra, por ejemplo «Inés B».
ask-they-agree =
    ¿Sabe { $person } que usted pide ayuda, y está de acuerdo?

    Dígale a { $person } qué pasa: quien se encargue ve su nombre, su calle y lo que usted escriba. La puerta, las notas y el teléfono solo los ve cuando esté de camino.

    Borro todo menos el nombre { $kept-hours } horas después de cerrar la petición.
ask-helped-health =
    ¿Puedo guardar también lo que me cuente sobre la salud de { $person }? Por ejemplo, que tiene una enfermedad o que le cuesta andar. Pregúnteselo.

    Solo lo ve quien ayude. Puede decir que no, o quizá usted no lo sabe. Entonces toque «{ button-no }» y no escriba nada sobre su salud.
leave-health-out-for = No escriba aquí nada sobre la salud de { $person }. No ha dicho que sí a eso.
health-noticed-for =
    { $person } no ha dicho que yo pueda guardar nada sobre su salud. Quizá hablen de ella estas palabras: { $value }

    Escríbalo otra vez sin ellas. Si { $person } quiere que se guarden, toque «{ button-keep-words }».
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
    ¿Cómo se llama usted?

    Escriba su nombre, sin apellidos. El grupo no lo ve. Quien ayude a { $person } sí lo ve, porque usted lo ha pedido.
ask-kind-for =
    ¿Qué le vendría bien a { $person }?

    Toque un botón. También puede escribir sus palabras o su número.
ask-words-for =
    Escriba con sus palabras qué necesita { $person }.

    El grupo no lo ve. Quien ayude a { $person }, sí. Si prefiere no escribir nada, toque «{ button-skip }».
ask-when-for =
    ¿Cuándo le gustaría recibir ayuda a { $person }?

    Toque una hora, o escríbala. Por ejemplo: «el viernes después de las 3».
ask-where-for =
    ¿Dónde necesita la ayuda { $person }?

    Escriba el código postal de allí, o toque el nombre del barrio. También puede enviar una ubicación: toque el clip y luego Ubicación.
ask-where-known-for =
    ¿Dónde necesita la ayuda { $person }?

    La última vez fue en { $home }. Si sigue siendo así, tóquelo. Si no, toque otro nombre o escriba un código postal. También puede enviar una ubicación: toque el clip y luego Ubicación.
ask-street-for =
    ¿En qué calle vive { $person }?

    Escríbala. Solo la ve quien se encargue. Puede tocar «{ button-skip }» y decírmela cuando alguien se encargue.
ask-door-for =
    ¿Qué número o qué nombre hay en la puerta de { $person }?

    Escríbalo. Quien ayude lo ve solo cuando está de camino. Si quiere, toque «{ button-skip }».
ask-entry-notes-for =
    ¿Hay que saber algo para entrar allí? Por ejemplo: «Llamar dos veces, tarda un poco».

    Escríbalo, o toque «{ button-skip }». Quien ayude lo ve solo cuando está de camino.
ask-phone-for =
    ¿Hay un teléfono donde se pueda llamar a { $person }?

    Escríbalo, o toque «{ button-skip }». Quien ayude lo ve solo cuando está de camino.
ask-phone-to-ring-for =
    ¿A qué número de teléfono hay que llamar a { $person }?

    Escríbalo. Quien ayude solo lo ve cuando va a llamar.

preview-public-for = Esto es lo que verán en el barrio de { $person }:
preview-private-for = Esto solo lo verá quien ayude a { $person }, además del nombre de usted:

sent-for = Enviada. La referencia de su petición para { $person } es { $reference }. Las noticias le llegan a usted.
sent-open-for =
    Es para: { $window }. En el barrio de { $person } ya pueden verla. Le escribiré en cuanto alguien se encargue.

    Si nadie lo hace, la coordinación lo sabrá con tiempo.
mine-for = Para { $person }
standing-on-the-way-for = { $name } va de camino a casa de { $person }.
standing-on-the-phone-for = { $name } va a llamar a { $person }.

taken-by-for = { $name } se encarga de su petición { $reference } para { $person }.
taken-sees-for = { $name } puede ver: { $parts }.
taken-hidden-for = Solo cuando { $name } esté de camino podrá ver también: { $parts }.
taken-hidden-phone-for = Solo cuando { $name } vaya a llamar a { $person } podrá ver también: { $parts }.
taken-address-missing-for = Todavía no tengo la dirección completa de { $person }. Toque «{ button-give-address }» para que quien ayude pueda llegar.
part-name-for = el nombre
part-street-for = la calle
part-words-for = lo que usted escribió
part-door-for = la puerta
part-entry-notes-for = las notas para entrar
part-phone-for = el teléfono
on-the-way-for = { $name } va de camino a casa de { $person }. Es por su petición { $reference }.
on-the-way-sees-for = { $name } ya puede ver también: { $parts }.
on-the-phone-for = { $name } va a llamar a { $person }. Es por su petición { $reference }.

sent-several-for = { $number ->
    [one] Enviada. Ha pedido { $number } persona para { $person }: { $references }. Las noticias le llegan a usted.
   *[other] Enviada. Ha pedido { $number } personas para { $person }. Cada una tiene su referencia: { $references }. Las noticias le llegan a usted.
}
completed-to-resident-for = Hay noticias de su petición { $reference } para { $person }. La coordinación la ha mirado y en el barrio ya pueden verla. Le escribiré en cuanto alguien se encargue.
handed-back-for = Al final { $name } no puede ir a casa de { $person }. Es por su petición { $reference }. Está abierta otra vez en el barrio, y le escribiré cuando alguien se encargue.
lease-over-to-resident-for = { $name } no pudo decirme a tiempo que irá. Su petición { $reference } para { $person } está abierta otra vez en el barrio. Le escribiré en cuanto alguien se encargue.
standing-not-in-touch-for = { $name } se encarga. Todavía tiene que confirmarlo. Si no sé nada antes del { $by }, en el barrio puede encargarse otra persona.
reopened-nobody-came-for = Siento que no hubiera nadie para { $person }. { $reference } vuelve a estar abierta.
address-shown-claimed-for = { $name } ya puede ver la calle. La puerta, las notas y el teléfono siguen ocultos hasta que { $name } esté de camino.
withdrawn-for = Su petición { $reference } para { $person } está cerrada y no irá nadie. La dirección y lo que usted escribió se borrarán dentro de { $kept-hours } horas. Puede volver a pedir ayuda cuando quiera.
ring-resident-for = Mis mensajes ya no llegan a { $name }, que pidió ayuda para { $person }. Es por la petición { $reference }. Por favor, llame por teléfono a { $person }.
rung-instead-sees-for = No pude escribirle sobre { $reference }. Por eso he pedido a la coordinación que llame a { $person }. Puede ver el teléfono hasta que termine su petición.

details-asked-for = { $name } ha pedido esto para { $person }, que lo sabe y está de acuerdo. Lo que usted escriba le llega a { $name }.
details-decided-for = { $name } ha pedido esto para { $person }. Quien decide en su lugar está de acuerdo. Lo que usted escriba le llega a { $name }.

### Si alguien sigue de acuerdo

consent-review = Usted pide ayuda para { $person }. El { $day } me dijo que está de acuerdo. Pregúnteselo otra vez: ¿sigue de acuerdo?
ask-consent-end = ¿Termino esto? Entonces no se podrá pedir nada más para { $person }, si usted no empieza de nuevo.
consent-end-closes = Lo que está abierto se cerrará, y nadie irá por ello: { $references }.
consent-kept = Gracias. He anotado que { $person } sigue de acuerdo. Se lo preguntaré otra vez el { $day }.
consent-left = No he cambiado nada. Por favor, pregunte a { $person } cuando pueda y dígamelo después.
consent-ended = Lo he terminado. No se pedirá nada más para { $person }, si usted no empieza de nuevo.
consent-renewed = { $person } sigue de acuerdo: { $name } ya me lo ha dicho. No queda nada por hacer.
consent-gone = Esto ya había terminado. No queda nada por hacer.
consent-unanswered = { $name } pide ayuda para { $person }, y no me ha dicho si { $person } sigue de acuerdo. Averígüelo, por favor. Si { $person } no está de acuerdo, toque «{ button-end-asking }».
consent-end-sure = ¿De verdad termino esto? Lo que está abierto para esta persona se cerrará también.
consent-ended-noted = Lo he terminado y he avisado a { $name }. Para pedir otra vez para { $person }, { $name } tiene que empezar de nuevo.
consent-ended-for-you = Ya no puede pedir para { $person }. La coordinación lo ha terminado, porque nadie sabía si sigue de acuerdo. Lo que estaba abierto se ha cerrado. Puede empezar de nuevo con /askfor, cuando haya dicho que sí.
