### Ayuda cada semana

button-again = Cada semana
button-again-same = La misma persona otra vez
button-again-anybody = Cualquier persona
answer-again-with = Quién viene
answer-again-sure = Sí a cada semana
answer-weekly-pause = Último día de la pausa

again-offered = Hace poco le ayudaron con esto: { $kind }, referencia { $reference }. ¿Quiere tenerlo cada semana?
again-when = { $kind }: a partir de ahora sería cada semana. La primera vez es el { $window }.
ask-again-with = ¿Quiere que venga otra vez { $name }, o puede venir cualquiera?
again-asks = Se lo preguntaré a { $name } en privado. Puede decir que no con libertad, y le contaré a usted lo que diga. Mientras no haya respuesta, en su barrio ven un aviso cada semana.
again-cards = Cada semana en su barrio ven un aviso, y alguien puede encargarse.
again-kept = Para esto guardo el nombre, la dirección y las palabras de su petición hasta que usted lo termine. Es más tiempo que las { $kept-hours } horas de siempre. Solo los ve quien ayuda cada semana.
again-can-end = Puede saltarse una semana, hacer una pausa o terminarlo cuando quiera. Lo encuentra con /mine.
again-agreed = Queda acordado. Unos días antes de cada vez, le escribiré.
again-already = Ya lo tiene cada semana. Lo encuentra con /mine.
again-not-yours = Esta no es una petición suya ya hecha. Sus peticiones están en /mine.
again-not-this-kind = Esto no puede venir cada semana. Puede pedirlo otra vez cuando quiera con /ask.
again-too-late = Los datos de { $reference } ya están borrados. Pídalo otra vez con /ask. Cuando esté hecho, podrá tenerlo cada semana.

### Cómo está

weekly-headline = Cada semana: { $kind }
weekly-next = Próxima vez: { $window }
weekly-with-helper = { $name } viene cada semana.
weekly-anybody = Puede venir cualquier persona de su barrio.
weekly-no-answer-yet = Estoy preguntando a { $name } si le gustaría venir cada semana. Todavía no hay respuesta.
weekly-shall-anybody = ¿Quiere seguir con cualquier persona que tenga tiempo? Entonces en su barrio ven un aviso cada semana.
weekly-paused = Está en pausa. El último día de la pausa es el { $day }.
weekly-helper-away = { $name } no puede venir hasta el { $day }, ese día incluido. Mientras tanto, en su barrio ven un aviso cada semana, y alguien puede venir.
weekly-helper-skips = { $name } no puede venir el { $window }. En su barrio verán un aviso para esa vez, y alguien puede venir.
weekly-you-help = Usted ayuda a { $name } cada semana. Gracias.
weekly-you-are-away = Usted no está hasta el { $day }, ese día incluido. Mientras tanto otra persona puede ayudar a { $name }.
weekly-paused-for-helper = { $name } no necesita la ayuda semanal por un tiempo. El último día de la pausa es el { $day }. Usted no tiene que hacer nada.
weekly-wished = A { $name } le alegraría que usted viniera cada semana. Puede decir que no con libertad.

button-weekly-skip = Saltar la próxima vez
button-weekly-pause = Pausa por un tiempo
button-weekly-go-on = Seguir ahora
button-weekly-end = Terminar la ayuda semanal
button-weekly-end-yes = Sí, terminar la ayuda semanal
button-weekly-end-no = No, dejarla como está
button-weekly-anybody = Sí, puede venir cualquiera
button-weekly-yes = Sí, cada semana
button-weekly-once = Solo esta vez
button-weekly-stays = Esa se queda
button-weekly-close = Cerrar también esa

### La persona voluntaria a quien se desea

weekly-wish = A { $name } le alegraría que usted viniera cada semana: { $kind }. La próxima vez es el { $window }.
weekly-wish-free = Puede decir que no con libertad, y a nadie le molestará. Si dice que sí, puede saltarse una semana, hacer una pausa o dejarlo cuando quiera.
weekly-thanks = Gracias, es muy amable. Unos días antes de cada vez le enviaré los datos.
weekly-granted = { $name } vendrá con gusto cada semana. La primera vez es el { $window }.
weekly-just-once = No pasa nada. Gracias por la ayuda que dio. Lo diré con amabilidad.
weekly-declined = { $name } le agradece la pregunta, pero no puede venir cada semana.
weekly-cannot-come = Ahora mismo no puede encargarse de esta ayuda. Mire lo que ofrece con /me, o pregunte a la coordinación si hace falta una comprobación. Después conteste aquí otra vez.
weekly-settled = Esto ya se ha resuelto mientras tanto. Usted no tiene que hacer nada.

### Cada semana

weekly-yours-again = Esta es su ayuda semanal para { $name }. Vuelve a ser suya.
weekly-comes-again = { $name } viene otra vez para la ayuda semanal: { $window }.
weekly-card = La ayuda semanal para el { $window } está ahora en un aviso para el barrio. Le escribiré cuando alguien se encargue. Referencia: { $reference }
weekly-not-this-time = { $name } no puede venir esta vez.
weekly-left-out = { $reference } de una semana anterior sigue sin terminar. Por eso no he organizado también el { $window }. La coordinación lo sabrá.
weekly-whose = Ayuda semanal para { $name }: { $kind }.
weekly-left-out-to-owners = No he organizado el { $window }, porque { $reference } de una semana anterior no está terminada. Averigüe qué ha pasado, por favor.
weekly-missed-to-owners = No he podido organizar el { $window }, porque el servicio no funcionaba a tiempo. Llame y averigüe qué hace falta, por favor.
weekly-choosing-to-owners = No he organizado el { $window }. Quien ayudaba lo dejó, y aún no hay respuesta sobre si puede venir otra persona. Llame y pregunte, por favor.

### Cambiarla

weekly-skipped = No habrá ayuda el { $window }.
weekly-skipped-before = Esa vez ya está resuelta. Así está ahora:
weekly-skipped-for-helper = { $name } no necesita la ayuda semanal el { $window }. La semana siguiente es como siempre.
weekly-you-skip = Usted queda libre el { $window }. Entonces puede venir otra persona.
weekly-still-yours = Usted ya tiene { $reference }. Si esa no puede hacerla, toque el botón de abajo. Entonces otra persona podrá encargarse.
weekly-goes-on = Sigue adelante.
weekly-goes-on-for-helper = La ayuda semanal para { $name } sigue. La próxima vez es el { $window }.
weekly-helper-back = { $name } puede venir otra vez cada semana.
weekly-opened = Gracias. Desde ahora puede venir cualquier persona que tenga tiempo.
ask-weekly-pause = ¿Cuál es el último día de la pausa? Toque uno, o escriba día, mes y año.
problem-weekly-pause-too-short = La próxima vez es como pronto el { $day }, así que la pausa terminaría antes de empezar. Elija ese día o uno posterior.
problem-weekly-pause-too-far = Una pausa puede durar un año como máximo. Elija un día anterior, o termine la ayuda semanal. Siempre podrá empezar otra vez.
weekly-pause-noted = La pausa queda anotada.
weekly-stays-or-not = { $reference } para el { $window } sigue abierta. ¿Se queda esa vez?
weekly-one-still-yours = Usted sigue teniendo { $reference }, si no le digo otra cosa.
weekly-it-stays = Bien. Esa se queda como está.

### Terminarla

weekly-end-sure = ¿De verdad quiere terminar la ayuda semanal? A nadie le molestará. Lo que guardo para ella se borrará.
weekly-end-sure-helper = ¿Quiere dejar de venir cada semana? No pasa nada, y a nadie le molestará. Se lo diré con amabilidad a la otra persona.
weekly-ended = La ayuda semanal ha terminado. Lo que guardaba para ella está borrado.
weekly-ended-thanks = Usted ya no viene cada semana. No pasa nada. Gracias por cada vez que vino.
weekly-ended-by-resident = { $name } ya no necesita la ayuda semanal. No es por nada que usted hiciera. Gracias por cada vez que vino.
weekly-ended-by-helper = { $name } ya no puede venir cada semana. No es por nada que usted hiciera.
weekly-helper-left = { $name } ha dejado de ayudar en Doorstep, y por eso ya no puede venir cada semana. No es por nada que usted hiciera.
weekly-ended-by-coordinator = La coordinación ha terminado la ayuda semanal, porque ya no se desea. Puede pedirla otra vez cuando quiera con /ask.
weekly-ended-by-coordinator-for-helper = La ayuda semanal para { $name } ha terminado. No es por nada que usted hiciera. Gracias por cada vez que vino.
weekly-ended-moved = La ayuda semanal ha terminado, por la mudanza. Les deseamos lo mejor en la nueva casa.
weekly-ended-moved-for-helper = { $name } se ha mudado, así que la ayuda semanal ha terminado. Gracias por cada vez que vino.

### Quienes cuidan del servicio

weekly-none = Ahora mismo nadie tiene ayuda cada semana.
weekly-listed = { $number }. { $name }: { $kind }
weekly-listed-helper = Viene: { $name }
weekly-listed-nobody = Viene: quien se encargue del aviso
button-weekly-end-number = Terminar la número { $number }
weekly-why-end = ¿Por qué termina la ayuda semanal para { $name } ({ $kind })? Del motivo depende lo que diré a cada uno.
button-weekly-not-wished = Ya no se desea
button-weekly-moved = Se ha mudado
button-weekly-died = Ha fallecido
button-weekly-died-yes = Sí, ha fallecido
weekly-ended-before = Esta ayuda semanal ya había terminado.

### Cuando alguien ha fallecido

bereaved-sure = Lo siento. Si { $name } ha fallecido, termino todo lo que se pidió para esa persona. Su casa no recibirá nada más de mí. Quienes ayudaban lo sabrán con palabras suaves. ¿Es así?
bereaved-noted = Lo siento. Todo lo de { $name } ha terminado, y su casa no recibirá nada más de mí. Quienes ayudaban ya lo saben, con palabras suaves.
bereaved-told = Siento traerle una noticia triste. { $name } ha fallecido.
bereaved-nothing-to-do = Su ayuda para { $name } ha llegado a su fin, y usted no tiene que hacer nada. Gracias por el tiempo que dio.
bereaved-talk = Si quiere hablar con alguien de ello, toque el botón. La coordinación hablará con usted.
bereaved-details-closed = Los datos de { $reference } están cerrados.
button-talk = Me gustaría hablar
talk-noted = Gracias por decírmelo. La coordinación hablará con usted.
talk-to-owners = { $name } ha perdido a alguien a quien ayudaba, y quiere hablar con usted. Por favor, póngase en contacto pronto.
