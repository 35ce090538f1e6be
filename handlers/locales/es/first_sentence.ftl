### Una primera frase, entendida y confirmada

first-help = Le gustaría recibir ayuda: { $kind }. Guardo lo que ha escrito. Primero hay unas preguntas cortas.
first-to-help = Parece que le gustaría ayudar. Gracias. Si es usted quien necesita ayuda, toque «{ button-stop }» y luego «{ button-ask }».
first-sad = Lo siento mucho. Ha hecho bien en escribirnos.
ask-first-kind =
    ¿Cuál de estas cosas le gustaría?

    Elija una. Después puede pedir otra. Lo que ha escrito queda guardado.
ask-first-company =
    ¿Le vendría bien algo de esto? Puede ayudar alguien del barrio que tiene tiempo para usted.

    Toque lo que le gustaría. Si prefiere dejarlo, toque «{ button-stop }».
ask-first-either =
    ¿Le gustaría recibir ayuda, o le gustaría ayudar a otras personas?

    Puede hacer las dos cosas, una después de otra. Lo que ha escrito queda guardado.
answer-first-choice = Lo que me gustaría
button-other-kind = Otro tipo de ayuda
button-want-help = Me gustaría recibir ayuda
button-want-to-help = Me gustaría ayudar a otras personas
problem-kind-several = No sé bien qué tipo de ayuda quiere. Elija uno. Lo que ha escrito queda guardado.
understood = He entendido: { $kind }, para usted, { $window }. ¿Es correcto?
understood-for = He entendido: { $kind }, para { $person }, { $window }. ¿Es correcto?
understood-for-whom = Si es para otra persona, toque «{ button-change }» y luego «{ answer-kind }».
answer-understood = Lo entendido
