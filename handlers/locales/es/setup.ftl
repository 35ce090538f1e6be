### Preparar una red de ayuda

setup-hello =
    Hola. Vamos a preparar juntos su red de ayuda. Son unos minutos.

    Guardo cada respuesta al momento. Puede saltarse lo que quiera, parar cuando quiera y cambiarlo todo después con /setup.
ask-scheme-name =
    ¿Cómo se llama su red de ayuda?

    Escriba su nombre, como lo conoce la gente. Por ejemplo: «Lavapiés se Ayuda».
ask-scheme-time-zone =
    ¿Dónde está?

    Toque una zona horaria, o escriba la ciudad grande más cercana. Por ejemplo: «Madrid».
ask-emergency-right = Cuando la vida de alguien está en peligro, digo esto a la gente:
ask-emergency-is-it = ¿Es correcto donde usted está?
button-emergency-right = Sí, es correcto
button-emergency-other = No, son otros números
ask-emergency-any =
    ¿A qué número se llama en cualquier emergencia?

    Escríbalo. Si son varios, sepárelos con comas. Si cada servicio tiene el suyo, toque «{ button-skip }».
ask-emergency-ambulance =
    ¿Hay otro número solo para una ambulancia?

    Escríbalo, o toque «{ button-skip }».
ask-emergency-fire =
    ¿Qué número tienen los bomberos?

    Escríbalo, o toque «{ button-skip }».
ask-emergency-police =
    ¿Qué número tiene la policía?

    Escríbalo, o toque «{ button-skip }».
ask-emergency-crisis =
    ¿Hay un número para quien piensa en acabar con su vida?

    Escriba uno que sea gratis y para todo el mundo. Si no conoce ninguno, toque «{ button-skip }».
preview-emergency = A partir de ahora digo esto a la gente. Mire bien cada número.
ask-stricter-kind = Estas son las reglas sobre quién puede ayudar con qué. Puede hacerlas más estrictas.
ask-stricter-which =
    ¿Qué tipo de ayuda debe tener una regla más estricta? Si todo está bien así, toque «{ button-skip }».
ask-stricter-level =
    Quién puede ayudar con esto: { $kind }
level-open = Quien se haya apuntado
level-checked = Solo quien tenga la comprobación
level-assigned = Solo quien elija la coordinación
preview-level = Desde ahora, { $kind }: { $level }. ¿Es correcto?
preview-level-stricter = Vale para las peticiones nuevas y para las que nadie ha tomado todavía. Quien ya se encargue de una sin comprobación solo podrá salir cuando la tenga.
preview-level-looser = Vale para las peticiones nuevas. Las que ya están conservan la regla más estricta.
level-saved = He guardado la regla para { $kind }: { $level }.
level-concerns-open = Las peticiones abiertas de este tipo la siguen desde ahora, y sus avisos han cambiado.
level-concerns-held = De estas se encarga gente sin comprobación: { $references }. Se lo he dicho. Anote su comprobación, o busque a otra persona.
check-wanted-now = Aquí las reglas son ahora más estrictas. { $kind } pide una comprobación, y usted se encarga de { $reference }. No salga antes de que esté anotada. La coordinación lo sabe.
check-wanted-of = { $name } se encarga de { $reference }, { $kind }, que desde ahora pide una comprobación. Cuando la haya visto, toque «{ button-record-check }».
ask-quiet-hours =
    Por la noche no pido ayuda a nadie por mi cuenta. Ahora es: { $hours }

    Si está bien, toque «{ button-skip }». O toque otras horas, o escríbalas. Por ejemplo: «22 a 7».
ask-agreement-above =
    Un mensaje a muchísima gente a la vez no debe salir por error. Ahora, uno a más de { $number } personas necesita el sí de otra persona de la coordinación.

    Si está bien, toque «{ button-skip }». O toque o escriba otro número.
ask-fewest-homes =
    Un aviso nunca nombra un lugar tan pequeño que se adivine quién ha pedido ayuda. Ahora hacen falta al menos { $homes } viviendas. Un barrio más pequeño se nombra junto con el de al lado.

    Si está bien, toque «{ button-skip }». O toque o escriba otro número.

setup-now-neighbourhoods = Ahora sus barrios, uno tras otro. Cada uno puede tener su propio grupo, en el que aparecen las peticiones de ayuda.
setup-now-rules = Ahora unas pocas reglas.
setup-saved = Lo he guardado.
setup-zone-moved = Estos barrios tienen ahora también esa zona horaria: { $areas }
setup-stays = Todo sigue como estaba.
setup-first-done = Eso es todo lo que quería preguntarle.
setup-so-far = Así está preparada su red de ayuda:
setup-shows-name = Nombre: { $scheme }
setup-shows-no-name = Nombre: todavía ninguno
setup-shows-time-zone = Zona horaria: { $zone }
setup-shows-emergency = En peligro, llamar a: { $numbers }
setup-shows-crisis = Al pensar en acabar con la vida: { $numbers }
setup-shows-level = { $kind }: { $level }
setup-shows-open = Quien se haya apuntado: { $kinds }
setup-shows-checked = Solo quien tenga la comprobación: { $kinds }
setup-shows-assigned = Solo quien elija la coordinación: { $kinds }
setup-shows-quiet-hours = De noche no se pide a nadie: { $hours }
setup-shows-call-outs = Otro sí para mensajes a más de { $number } personas
setup-shows-few-homes = Un aviso nombra un lugar con al menos { $homes } viviendas
setup-neighbourhoods = Barrios:
setup-neighbourhood = { $area }: { $parts }
setup-more-postcodes = { $number } más
setup-has-outline = un contorno
setup-has-homes = { $homes ->
    [one] una vivienda
   *[other] { $homes } viviendas
}
setup-has-groups = { $number ->
    [0] ningún grupo
    [one] un grupo
   *[other] { $number } grupos
}
setup-more = Y { $number } más.
setup-missing = Todavía falta:
missing-neighbourhood = Todavía no hay ningún barrio.
missing-group = { $area } todavía no tiene grupo. Añádame a su grupo y escriba allí /link.
missing-right = No puedo escribir en el grupo de { $area }. Déjeme escribir allí, o añádame de nuevo.
missing-place = De { $area } no sé ni códigos postales ni contorno. Así nadie lo encuentra por su dirección.
missing-postcodes = De { $area } no sé los códigos postales. Así no lo encuentra quien escriba el suyo.
missing-lead = Solo quien dirige la red lee las preocupaciones. Para nombrar a alguien, escriba /invite.
missing-coordinator = Todavía no hay nadie en la coordinación. Para nombrar a alguien, escriba /invite.
missing-more = Y { $number } cosas más como estas.
button-setup-name = Nombre
button-setup-time-zone = Zona horaria
button-setup-emergency = Números de emergencia
button-setup-neighbourhoods = Barrio nuevo
button-setup-kinds = Tipos de ayuda
button-setup-quiet-hours = Horas de descanso
button-setup-call-outs = Mensajes a muchos
button-setup-few-homes = Lugares pequeños
button-setup-neighbourhood = Cambiar un barrio
button-setup-poster = Hacer un cartel
button-setup-invite = Nombrar a alguien

answer-scheme-name = Nombre
answer-scheme-time-zone = Zona horaria
answer-emergency-right = Correcto o no
answer-emergency-any = Cualquier emergencia
answer-emergency-ambulance = Ambulancia
answer-emergency-fire = Bomberos
answer-emergency-police = Policía
answer-emergency-crisis = Ideas de acabar con la vida
answer-preview-emergency = Guardado de los números
answer-stricter-kind = Tipo de ayuda
answer-stricter-level = Quién puede ayudar
answer-preview-level = Guardado de la regla
answer-quiet-hours = Horas de descanso
answer-agreement-above = Cuántas personas
answer-fewest-homes = Número de viviendas

problem-emergency-numbers = No he podido leer eso como números de teléfono. Escriba hasta tres, separados por comas. Por ejemplo: «112, 061».
problem-hours = Necesito dos horas, la primera de la noche y la última. Escríbalas, por ejemplo «22 a 7».
problem-night = Esa noche es demasiado corta o demasiado larga. La gente necesita al menos 6 horas, y yo puedo guardar 14 como mucho. Escriba otras horas.

welcome-scheme =
    Hola. Esto es { $scheme }. Aquí la gente del barrio se ayuda.

    Puede pedir ayuda u ofrecerla. Puede parar en cualquier momento. ¿Qué le gustaría hacer?

    Si la vida de alguien está en peligro, llame primero al { $numbers }.
welcome-owner = Usted dirige esta red de ayuda, y todavía no hay nada preparado. Para empezar, escriba /setup.
