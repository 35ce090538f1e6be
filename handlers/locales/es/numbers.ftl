### Números de un tiempo

report-which =
    ¿De qué días quiere ver los números?

    Si algo le preocupa, toque «Algo me preocupa».
button-report-this-week = Esta semana
button-report-last-month = El mes pasado
button-report-last-three-months = Los últimos tres meses
button-report-days = Otros días
ask-report-first =
    ¿Cuál es el primer día?

    Tóquelo, o escriba día, mes y año. Por ejemplo: «1 de marzo de 2026».
ask-report-last =
    ¿Cuál es el último día?

    Tóquelo, o escriba día, mes y año. Por ejemplo: «31 de marzo de 2026».
answer-report-first = Primer día
answer-report-last = Último día
problem-report-future = Ese día aún no ha llegado. Elija hoy o un día anterior.
problem-report-long-ago = Eso es demasiado atrás para mí. Elija un día posterior.
problem-report-backwards = El primer día es el { $first }. El último no puede ser anterior. Elija ese día o uno posterior.
problem-report-too-long = Puedo contar un año cada vez. Elija el { $last } o un día anterior.

report-title = Ayuda del { $first } al { $last }
report-title-day = Ayuda el { $day }
report-days = Del { $first } al { $last }
report-day = El { $day }
report-everywhere = Dónde: en todas partes
report-yours = Dónde: todo lo que usted coordina
report-where = Dónde: { $areas }
report-nothing = Nadie pidió ayuda en ese tiempo. Pruebe otros días con /report.
report-line = { $label }: { $number }
report-half = { $number ->
    [one] Cuando alguien se encargó, la mitad esperó una hora como mucho.
   *[other] Cuando alguien se encargó, la mitad esperó { $number } horas como mucho.
}
report-half-days = { $number ->
    [one] Cuando alguien se encargó, la mitad esperó un día como mucho.
   *[other] Cuando alguien se encargó, la mitad esperó { $number } días como mucho.
}
report-in-a-day = Alguien se encargó en un día: { $number } de { $requests }
report-wait-unknown = Son muy pocas para decir cuánto esperaron.
report-small-numbers = Un número de 1 a 4 podría decir algo de una persona. Por eso solo digo «menos de 5». «No se dice» está donde otro número lo daría a conocer.
report-too-few = Es muy poco para una imagen y una tabla.
report-table = Aquí están los mismos números en una tabla. Cualquier hoja de cálculo la abre.

report-withheld-few = menos de 5
report-withheld-beside = no se dice
report-label-all = Peticiones
report-label-waiting = Esperan a alguien
report-label-taken = Alguien se encarga
report-label-done = Hechas
report-label-closed = Cerradas sin hacer
report-label-half = La mitad esperó como mucho (horas)
report-label-in-a-day = Alguien se encargó en un día
report-label-there = Quienes ayudan
report-label-new = Nuevos en este tiempo
report-label-checked = Con comprobación hoy
report-label-active = Se encargaron de algo
report-label-call-outs = Convocatorias
report-label-called = Personas convocadas
report-label-yes = Dijeron que sí
report-label-wanted = Se querían
report-label-with-place = Tienen plaza
report-part-days = Días
report-part-whole = Lo que se pidió
report-part-kinds = Por tipo de ayuda
report-part-places = Por barrio
report-part-owners = Por organización
report-part-wait-kinds = La mitad esperó como mucho tantas horas, por tipo de ayuda
report-part-wait-places = La mitad esperó como mucho tantas horas, por barrio
report-part-why = Por qué terminó
report-part-volunteers = Quienes ayudan
report-part-call-outs = Convocatorias
report-why-done = Quien ayudó dijo que está hecho
report-why-fulfilled = La coordinación anotó que está hecho
report-why-closed = La retiró quien pidió, o se acabó el tiempo
report-why-not-needed = Ya no hace falta
report-why-could-not-help = No pudimos ayudar
report-why-duplicate = Se pidió dos veces
report-why-handed-over = Pasó a otra organización
report-why-out-of-area = Fuera de nuestra zona
report-no-place = Aún sin barrio
report-no-place-of = { $organisation }: aún sin barrio
report-hours = h
report-panel-empty = Nada que mostrar
report-note = «No se dice»: un número de 1 a 4, o uno que lo daría a conocer.
report-column-part = Parte
report-column-row = De qué
report-column-what = Qué se cuenta
report-column-number = Número
report-first-day = Primer día
report-last-day = Último día
