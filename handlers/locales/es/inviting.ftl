### Invitar a quienes cuidan de la red

button-make-link = Hacer el enlace
button-new-organisation = Otra organización
button-the-scheme = La propia red
button-all-neighbourhoods = Todos, también los que vengan
button-some-neighbourhoods = Solo algunos
button-accept = Sí, acepto
button-decline = No, prefiero que no
button-appoint-yes = Sí, es esa persona
button-appoint-no = No, es otra persona

answer-invite-role = Para qué
answer-invite-organisation = Organización
answer-organisation-name = Nombre de la organización
answer-invite-everywhere = Todos los barrios o algunos
answer-invite-places = Qué barrios
answer-preview-invite = Hacer el enlace
answer-invited = Aceptar
answer-own-name = Nombre

ask-invite-role =
    ¿A qué quiere invitar a alguien?
ask-invite-organisation =
    ¿Para qué organización es?
ask-organisation-name =
    ¿Cómo se llama la organización?

    Escriba su nombre, por ejemplo «Hospital de San José».
problem-organisation-signs = Ese nombre tiene signos que no puedo usar. Escríbalo con letras, números y espacios.
ask-invite-everywhere =
    ¿De qué barrios va a cuidar?
ask-invite-places =
    ¿De qué barrios va a cuidar?
preview-invite = Haré un enlace. La primera persona que lo abra puede ser: { $role }
invite-lasts = Sirve una vez, para una persona y durante 7 días. Déselo solo a la persona que usted quiere invitar.
invite-asked-back = Cuando alguien acepte, le preguntaré si es la persona correcta. Nadie será nada antes de que usted diga que sí.
invite-made = Este enlace es para una persona, para ser: { $role }. Sirve hasta el { $day }. Por favor, páselo a esa persona:

ask-invited = Le invitan a ser: { $role }
invited-to-lead = Usted leería las preocupaciones que la gente cuenta aquí y decidiría qué hacer. Nadie más puede leerlas.
invited-to-colleague = Usted podría pedir ayuda aquí para personas de las que cuida en su trabajo. Antes tienen que saberlo y estar de acuerdo.
invited-to-coordinator = Usted cuidaría allí de las peticiones y de quienes ayudan. Ve lo que es privado, y solo puede usarlo para ayudar.
invited-to-contact = Usted representaría aquí a su organización. Cuida de todas sus peticiones y de quienes ayudan, y dice quién más lo hace.
invited-instead-of = Ahora mismo usted es: { $role }. Esto ocuparía su lugar.
invited-kept = Si acepta, guardo su nombre y para qué le han nombrado. Quienes cuidan de la red de ayuda ven las dos cosas.
ask-own-name =
    ¿Cómo se llama usted?

    Escriba su nombre, sin apellidos. Lo ven quienes cuidan de la red de ayuda.
invited-thanks = Gracias. Estoy preguntando a quien le invitó si usted es la persona que esperaba. Nada cambia hasta que diga que sí. Entonces le escribiré.
invited-declined = No pasa nada, y nada ha cambiado. Si cambia de idea, el enlace sirve hasta el { $day }.

appoint-ask = { $name } ha aceptado una invitación para ser: { $role }
appoint-right = ¿Es la persona que usted esperaba? Si tiene dudas, pregúntele antes.
appoint-right-for-others = Quien hizo la invitación ya no puede responder. ¿Es la persona correcta? Si tiene dudas, pregunte antes.
appoint-said-yes = Respuesta: sí.
appoint-said-no = Respuesta: no.
appoint-lapsed = Nadie respondió en 7 días, así que nada ha cambiado.
appoint-asked-others = Ahora pregunto a quienes dirigen la red, porque usted ya no nombra aquí a personas.
appoint-answered = Esto ya está respondido. No queda nada por hacer.
appoint-refused = Gracias. No se le ha dado nada, y el enlace ya no sirve. Para hacer otro, escriba /invite.
appoint-not-now = Ahora mismo no se puede nombrar a esta persona para nada. Pregunte a quien dirige la red de ayuda.
appointed = { $name } es ahora: { $role }
appointed-instead-of = Antes era: { $role }
appointed-yours = Usted es ahora: { $role }
appointed-next-lead = Cuando alguien cuente una preocupación, le escribiré enseguida.
appointed-next-colleague = Para pedir ayuda para alguien, escriba /askfor.
appointed-next-coordinator = Para ver qué le necesita, escriba /queue. Para ver todo lo que puede hacer aquí, escriba /help.
appointed-next-contact = Para ver qué le necesita, escriba /queue. Para invitar a otras personas de su organización, escriba /invite. Para ver todo lo que puede hacer aquí, escriba /help.

invitation-unknown = No conozco esta invitación. Pida un enlace nuevo a quien se lo dio.
invitation-used = Alguien ya ha usado esta invitación. Solo sirve una vez. Pida una nueva.
invitation-used-by-you = Usted ya ha aceptado esta invitación. No hay nada más que hacer.
invitation-waits = Usted ya ha aceptado esta invitación. Todavía espero a que quien le invitó diga que es la persona correcta.
invitation-not-you = Quien hizo la invitación pensaba en otra persona, así que nada ha cambiado para usted. Si cree que es un error, pídale un enlace nuevo. Gracias por querer ayudar.
invitation-lapsed = Usted quería ser: { $role }. En 7 días nadie me ha dicho que usted es la persona correcta, así que la invitación ha terminado. Pida un enlace nuevo a quien se lo dio.
invitation-too-old = Esta invitación es demasiado antigua. Servía durante 7 días. Pida una nueva.
invitation-your-own = Este es el enlace que usted ha hecho. Páselo a la persona que quiere invitar.
invitation-held = Usted ya es esto, así que no hay nada que aceptar. El enlace sigue sirviendo para otra persona.
invitation-not-now = Ahora mismo no puedo nombrarle para nada. Pregunte a quien le dio el enlace.
