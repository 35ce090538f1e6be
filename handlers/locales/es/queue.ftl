### Lo que espera a quienes cuidan del proyecto

queue-empty = Ahora mismo no le espera nada.
queue-waits = { $number ->
    [one] Hay un asunto que le espera:
   *[other] Hay { $number } asuntos que le esperan:
}
queue-day = { $number ->
    [one] Buenos días. Hay un asunto que le espera:
   *[other] Buenos días. Hay { $number } asuntos que le esperan:
}
queue-left-lying = Esto espera en otros sitios desde hace dos días o más, y nadie lo ha resuelto:
queue-there-is-more = Hay más. Estos eran los más urgentes.
queue-that-is-all = Eso es todo por ahora.
queue-place = En { $areas }:
queue-places-of = { $organisation }, en { $areas }:
queue-place-of = { $organisation }:
button-queue = Mostrar lo que me espera
button-queue-more = Mostrar más de esto

# Una línea por cada clase, con cuántos hay.
queue-sort-worry = { $number ->
    [one] – una preocupación
   *[other] – { $number } preocupaciones
}
queue-sort-ring = { $number ->
    [one] – una persona a quien llamar
   *[other] – { $number } personas a quienes llamar
}
queue-sort-unclaimed = { $number ->
    [one] – una petición de la que nadie se encarga
   *[other] – { $number } peticiones de las que nadie se encarga
}
queue-sort-complete = { $number ->
    [one] – una petición a la que le falta algo
   *[other] – { $number } peticiones a las que les falta algo
}
queue-sort-choose = { $number ->
    [one] – una petición para la que elegir a alguien
   *[other] – { $number } peticiones para las que elegir a alguien
}
queue-sort-dispute = { $number ->
    [one] – una petición que no está hecha, según quien la pidió
   *[other] – { $number } peticiones que no están hechas, según quienes las pidieron
}
queue-sort-late = { $number ->
    [one] – una persona que ayuda y de la que no sé nada
   *[other] – { $number } personas que ayudan y de las que no sé nada
}
queue-sort-unreached = { $number ->
    [one] – una persona que ayuda y a la que no llegan mis mensajes
   *[other] – { $number } personas que ayudan y a las que no llegan mis mensajes
}
queue-sort-hand-over = { $number ->
    [one] – una petición que se ha traspasado
   *[other] – { $number } peticiones que se han traspasado
}
queue-sort-cost = { $number ->
    [one] – un gasto por decidir
   *[other] – { $number } gastos por decidir
}
queue-sort-words = { $number ->
    [one] – un agradecimiento o una idea por leer
   *[other] – { $number } agradecimientos e ideas por leer
}
queue-sort-check-wanted = { $number ->
    [one] – una persona que ayuda y a la que comprobar
   *[other] – { $number } personas que ayudan y a las que comprobar
}
queue-sort-offer = { $number ->
    [one] – una oferta nueva de ayuda por ver
   *[other] – { $number } ofertas nuevas de ayuda por ver
}
queue-sort-check = { $number ->
    [one] – una comprobación que caduca
   *[other] – { $number } comprobaciones que caducan
}
queue-sort-weekly = { $number ->
    [one] – una ayuda semanal que está parada
   *[other] – { $number } ayudas semanales que están paradas
}
queue-sort-consent = { $number ->
    [one] – una persona a la que preguntar si sigue de acuerdo
   *[other] – { $number } personas a las que preguntar si siguen de acuerdo
}
queue-sort-unknown-send = { $number ->
    [one] – un mensaje de un llamamiento que quizá no haya llegado
   *[other] – { $number } mensajes de llamamientos que quizá no hayan llegado
}
queue-sort-unconfirmed = { $number ->
    [one] – una petición que no ha confirmado quien la hizo
   *[other] – { $number } peticiones que no han confirmado quienes las hicieron
}

queue-weekly-choosing = { $name } tiene una ayuda semanal que ya no da nadie: { $kind }, la próxima { $window }. He preguntado si puede venir otra persona y aún no tengo respuesta. Pregunte a { $name }.
choose-to-owners = { $reference } espera a que usted elija quién ayuda: { $kind }, { $window }.
choose-nobody-yet = Nadie ha dicho todavía que podría hacerlo.
choose-willing = { $number ->
    [one] Una persona podría hacerlo. Toque su nombre para elegirla.
   *[other] { $number } personas podrían hacerlo. Toque un nombre para elegir.
}
button-choose-name = Elegir a { $name }
unconfirmed-to-owners = { $name } dice que { $reference } está hecho. { $resident } aún no ha contestado. Si no llega nada, lo doy por hecho. Si usted sabe más, toque lo que corresponda.
silent-to-owners = { $name } se encarga de { $reference } y aún no ha dicho que lo hará. Si no llega nada hasta { $by }, la abro de nuevo para otras personas.
