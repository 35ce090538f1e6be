### Lo que ofrece quien ayuda, y lo que ha hecho

button-profile-change = Cambiar lo que ofrezco
button-profile-pause = Tomar un descanso
button-profile-go-on = Terminar mi descanso
button-profile-record = Lo que he hecho
button-profile-leave = Dejar de ayudar
button-record-letter = Carta de agradecimiento
button-leave = Sí, dejo de ayudar
button-leave-no = No, sigo ayudando

profile-none = Ahora mismo no ofrece ayuda. Puede empezar con uno de estos botones.
profile-offers = Esto es lo que ofrece:
profile-paused = Está descansando hasta el { $day }, ese día incluido. Hasta entonces no le pediré nada.
profile-active = Puede cambiarlo, tomar un descanso o dejarlo cuando quiera.
profile-goes-on = Qué bien que haya vuelto. Puede que le pregunte otra vez cuando haga falta ayuda.

ask-pause-until =
    ¿Hasta qué día quiere descansar?

    Toque un día o escríbalo. Por ejemplo: «31 de mayo de 2030». No le pediré nada hasta ese día, incluido.
answer-pause-until = Último día del descanso
problem-pause-too-far = Un descanso puede durar un año como máximo. Elija un día anterior. Siempre puede empezar otro descanso.
paused = Que descanse. No le pediré nada hasta el { $day }, ese día incluido. Puede terminarlo cuando quiera con /me.
paused-still-yours = Todavía tiene estas tareas: { $references }. Si no puede hacerlas, devuélvalas con /mine.

ask-leave =
    ¿Quiere dejar de ayudar?

    Entonces olvidaré lo que ofrecía. Puede volver cuando quiera.
leave-reopens = Estas tareas se abren otra vez para otras personas, y se avisa a quien las pidió: { $references }.
answer-leave = Dejar de ayudar
left-not = Me alegro. Todo queda como estaba.
left = Ha dejado de ayudar. Gracias por todo. Puede volver cuando quiera con /offer.

record-none = Todavía no ha terminado ninguna tarea. Cuando lo haga, la encontrará aquí.
record-total = { $number ->
    [one] Desde el { $day } ha ayudado una vez:
   *[other] Desde el { $day } ha ayudado { $number } veces:
}
record-kind = { $kind }: { $number }
record-private = Solo usted puede ver esto. No dice el nombre de nadie a quien ayudó.

letter-here = Aquí está su carta. No dice el nombre de nadie a quien ayudó.
letter-title = Con agradecimiento
letter-dear = Para { $name }:
letter-helped = { $number ->
    [one] El { $first } usted ayudó a alguien de su barrio. Esto es lo que hizo:
   *[other] Entre el { $first } y el { $last } usted ayudó { $number } veces en su barrio. Esto es lo que hizo:
}
letter-thanks = Alguien pudo descansar, comer o charlar con una persona amiga porque usted dio su tiempo. Gracias.
letter-from = La red de ayuda de su barrio
