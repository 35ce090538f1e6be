### Invitar a quienes cuidan de la red

button-make-link = Hacer el enlace
button-new-organisation = Otra organización
button-accept = Sí, acepto
button-decline = No, prefiero que no
button-end-role = Retirar

answer-invite-role = Para qué
answer-invite-organisation = Organización
answer-organisation-name = Nombre de la organización
answer-preview-invite = Hacer el enlace
answer-invited = Aceptar
answer-own-name = Nombre

role-lead = Responsable de protección
role-colleague = Colega de otra organización
role-colleague-of = Colega de { $organisation }

ask-invite-role =
    ¿A qué quiere invitar a alguien?
ask-invite-organisation =
    ¿De qué organización es?
ask-organisation-name =
    ¿Cómo se llama la organización?

    Escriba su nombre, por ejemplo «Hospital de San José».
problem-organisation-signs = Ese nombre tiene signos que no puedo usar. Escríbalo con letras, números y espacios.
preview-invite = Haré un enlace. La primera persona que lo abra puede ser: { $role }
invite-lasts = Sirve una vez, para una persona y durante 7 días. Déselo solo a la persona que usted quiere invitar.
invite-made = Este enlace es para una persona, para ser: { $role }. Sirve hasta el { $day }. Por favor, páselo a esa persona:

ask-invited = Le invitan a ser: { $role }
invited-to-lead = Usted leería las preocupaciones que la gente cuenta aquí y decidiría qué hacer. Nadie más puede leerlas.
invited-to-colleague = Usted podría pedir ayuda aquí para personas de las que cuida en su trabajo. Antes tienen que saberlo y estar de acuerdo.
invited-kept = Si acepta, guardo su nombre y para qué le han nombrado. Quienes cuidan de la red de ayuda ven las dos cosas.
ask-own-name =
    ¿Cómo se llama usted?

    Escriba su nombre, sin apellidos. Lo ven quienes cuidan de la red de ayuda.
invited-thanks = Gracias. Desde ahora usted es: { $role }
invited-next-lead = Cuando alguien cuente una preocupación, le escribiré enseguida.
invited-next-colleague = Para pedir ayuda para alguien, escriba /askfor.
invited-declined = No pasa nada, y nada ha cambiado. Si cambia de idea, el enlace sirve hasta el { $day }.
invited-to-owners = { $name } ha aceptado su invitación y desde ahora es: { $role }
invitation-unknown = No conozco esta invitación. Pida un enlace nuevo a quien se lo dio.
invitation-used = Alguien ya ha usado esta invitación. Solo sirve una vez. Pida una nueva.
invitation-used-by-you = Usted ya ha aceptado esta invitación. No hay nada más que hacer.
invitation-too-old = Esta invitación es demasiado antigua. Servía durante 7 días. Pida una nueva.
invitation-your-own = Este es el enlace que usted ha hecho. Páselo a la persona que quiere invitar.

roles-none = Nadie tiene un cargo todavía. Para invitar a alguien, escriba /invite.
roles-held = { $name }: { $role }
role-end-sure = ¿De verdad termino esto? { $name }: { $role }
role-ended = Esto ha terminado. { $name }: { $role }
role-ended-already = Esto ya había terminado. No queda nada por hacer.
role-ended-yours = Quien dirige la red de ayuda ha terminado lo que usted hacía aquí: { $role }. Gracias por todo. Lo demás sigue abierto para usted como antes.
