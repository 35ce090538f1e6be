### Lo que ofrece quien ayuda, y las comprobaciones de quién es

offer-to-review = { $name } ofrece su ayuda:
offer-wants-check = Estas clases de ayuda piden una comprobación: { $kinds }. Cuando la haya visto, toque «{ button-record-check }».
offer-is-checked = Comprobación válida hasta el { $day }, ese día incluido.
offer-is-checked-for-good = Comprobación válida sin fecha final.
offer-settled = Ya se ha visto lo que ofrece { $name }. Gracias.
offer-settled-already = Alguien ya ha visto lo que ofrece { $name }. No queda nada por hacer.
offer-changed-since = Esto ha cambiado desde que usted lo vio. Mírelo otra vez, por favor.
offer-seen-noted = Gracias. He anotado que usted ha visto lo que ofrece { $name }.
offer-decline-sure = ¿{ $name } no debe ayudar? Le daría las gracias, olvidaría lo que ofrece y abriría de nuevo lo que tiene a su cargo. Si no debe usar esto en absoluto, toque «{ button-offer-block }».
offer-no-noted = He dado las gracias a { $name } y he olvidado lo que ofrecía.
offer-no-to-others = La coordinación de otro barrio ha rechazado lo que ofrecía { $name }. Con eso se ha olvidado todo aquí. Si quieren su ayuda, pídanle que escriba /offer otra vez.
offer-no-thanks = Gracias por ofrecer su ayuda. La coordinación no puede aceptarla por ahora. He olvidado lo que ofrecía. Si tiene alguna pregunta, hable con la coordinación. Puede seguir pidiendo ayuda aquí cuando quiera.
offers-seen-noted = { $number ->
    [one] Gracias. He anotado una oferta como vista.
   *[other] Gracias. He anotado { $number } ofertas como vistas.
}
offers-wait = { $number ->
    [one] Hay una oferta nueva de ayuda por ver.
   *[other] Hay { $number } ofertas nuevas de ayuda por ver.
}
button-offer-seen = Visto, todo está bien
button-offer-unsuitable = No es adecuado
button-offer-decline = Rechazar con amabilidad
button-offer-block = Bloquear a esta persona
button-offers-seen = Dar por vistas las { $number } ofertas

check-nobody = Ya no conozco a esta persona que ayuda. Quizá lo haya dejado. No hay nada que anotar.
check-not-your-own = Se trata de usted. Pida a otra persona de la coordinación que lo vea.
check-meanwhile = Otra persona acaba de cambiar lo que está anotado de { $name }. Lo que usted ha dicho no se ha anotado. Para ver qué consta ahora, toque otra vez «{ button-record-check }».
check-so-far = Esto ya se vio antes:
ask-check-what = ¿Qué ha visto de { $name }?
button-seen-both = Identidad y antecedentes
button-seen-identity = Solo la identidad
button-seen-background = Solo los antecedentes
button-seen-references = Referencias
button-check-end-identity = La identidad ya no vale
button-check-end-background = Los antecedentes ya no valen
button-check-end-references = Las referencias ya no valen
seen-identity = identidad
seen-background = certificado de antecedentes
seen-references = referencias
seen-line = – { $what }
seen-line-until = – { $what }. Vale hasta el { $day }, ese día incluido.
seen-line-dated = – { $what } del { $first }. Vale hasta el { $last }, ese día incluido.
ask-check-issued =
    ¿Qué fecha tiene el certificado de antecedentes?

    Toque un día o escriba uno. Por ejemplo: «31 de mayo de 2026».
ask-check-until =
    ¿Cuál es el último día en que vale?

    Toque un día o escriba uno. Por ejemplo: «31 de mayo de 2030».
answer-check-what = Lo que se ha visto
answer-check-issued = Fecha del papel
answer-check-end = Si ya no vale
day-today = Hoy
problem-check-in-future = Ese día aún no ha llegado. Mire otra vez el papel y escriba la fecha que tiene.
problem-check-too-old = { $years ->
    [one] De eso hace más de un año. Pida un certificado más nuevo, o escriba otra vez la fecha.
   *[other] De eso hace más de { $years } años. Pida un certificado más nuevo, o escriba otra vez la fecha.
}
preview-check = Ha visto esto de { $name }. ¿Es correcto?
check-recorded = He anotado esto de { $name }:
check-recorded-yours = Su comprobación está anotada. Vale hasta el { $day }, ese día incluido. Ya puede encargarse de las ayudas que la piden.
check-recorded-yours-for-good = Su comprobación está anotada. Ya puede encargarse de las ayudas que la piden.
check-seen-yours = La coordinación ha anotado esto de usted:
check-not-complete = Para algunas ayudas hay que ver tanto su identidad como un certificado de antecedentes.
check-end-sure = ¿Esto ya no vale: { $what } de { $name }?
check-end-follows = Quien no tiene comprobación no puede encargarse de algunas ayudas. Lo que tenga de esas se abre de nuevo, y se avisa con amabilidad a todas las personas a quienes afecta.
button-check-end-yes = Sí, ya no vale
check-ended = He retirado lo que estaba anotado de { $name }: { $what }.

check-ends-soon = Su comprobación vale hasta el { $day }, ese día incluido. Pida a tiempo a la coordinación que vea una más nueva.
check-ends-to-coordinators = La comprobación de { $name } vale hasta el { $day }, ese día incluido. Vea una más nueva y toque «{ button-record-check }».
check-ended-to-coordinators = La comprobación de { $name } ha caducado. Su último día fue el { $day }. Si tiene una más nueva, toque «{ button-record-check }».
check-over-to-coordinators = { $name } ya no tiene una comprobación válida. Si tiene una más nueva, toque «{ button-record-check }».
check-over = Su comprobación ha caducado. Su último día fue el { $day }.
check-no-longer-good = La coordinación ha anotado que su comprobación ya no vale.
check-over-given-back = Por eso he abierto esto de nuevo para otra persona: { $references }. No tiene que hacer nada. Quienes lo pidieron saben que se busca a otra persona.
check-over-open-again = Abierto de nuevo para otras personas: { $references }.
check-over-thanks = Puede seguir encargándose de todo lo que no pide comprobación. Para lo demás, hable con la coordinación. Gracias por ayudar.
details-closed-check = { $reference } pide una comprobación y está de nuevo abierta para otras personas. Lo que le conté de ella queda cerrado.
