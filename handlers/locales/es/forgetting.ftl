# Being forgotten: what people are told before, and what others hear.

command-forget = ser olvidado: se borra todo lo suyo

forget-warning =
    ¿Quiere que le olvide?

    Todo lo que guardo de usted se borra para siempre: su nombre, sus peticiones, lo que ofreció, lo que escribió. También se borra de las copias que guardamos. Nadie puede recuperarlo.
forget-ends = Esto termina en seguida:
forget-nothing-open = Ahora mismo no tiene nada pendiente.
forget-asked = Sus peticiones se cierran: { $references }. A quien se encargaba de alguna se le avisa con amabilidad.
forget-weekly-asked = La ayuda que recibe cada semana termina.
forget-helped =
    { $number ->
        [one] También se borra lo que pidió para otra persona, y lo que sé de ella.
       *[other] También se borra lo que pidió para otras { $number } personas, y lo que sé de ellas.
    }
forget-held-tasks = Lo que tenía a su cargo queda abierto para otros: { $references }. Se avisa a los vecinos que le esperan.
forget-weekly-given = A quien visita cada semana se le dice que usted ya no puede ir.
forget-call-outs =
    { $number ->
        [one] Su plaza en una convocatoria pasa a la persona siguiente.
       *[other] Sus plazas en { $number } convocatorias pasan a las personas siguientes.
    }
forget-own-call-outs =
    { $number ->
        [one] La convocatoria que hizo sigue sin usted. Lo que escribió para ella se guarda hasta una semana después de que termine.
       *[other] Las { $number } convocatorias que hizo siguen sin usted. Lo que escribió para ellas se guarda hasta una semana después de que terminen.
    }
forget-money-of-helper = Usted pagó { $amount } por { $reference } y nadie lo ha decidido todavía. Cuando le haya olvidado, nadie se lo podrá devolver.
forget-money-of-resident = Alguien pagó { $amount } por { $reference } y nadie lo ha decidido todavía. Por favor, arréglelo antes.
forget-roles = Lo que hace en la red de ayuda termina: { $roles }.
forget-last-lead = Usted es la única persona responsable de protección. Después, las preocupaciones llegan a los propietarios.
forget-left-alone = Después de usted, nadie más que los propietarios cuida de { $areas }.
forget-owner = Usted es propietario porque lo dice la configuración del servicio. Yo no puedo cambiarla: pida a quien lleva el servicio que le quite. Si me escribe antes, vuelve a ser propietario.
forget-last-owner = Usted es el único propietario que me escribe. Hasta que otro lo haga, nadie recibe lo que solo llega a los propietarios. La configuración del servicio aún le nombra: pida a quien lo lleva que le quite.
forget-blocked = Su cuenta está bloqueada. Mientras siga así, guardo un código hecho con su cuenta, para reconocerle. No dice a nadie quién es usted. Todo lo demás se borra.
forget-held = Una parte hay que guardarla hasta el { $day }, porque alguien ha pedido ayuda para proteger a las personas. Puede ser más tiempo si hace falta. Todo lo que se puede borrar se borra en seguida. El resto se borra solo después.
forget-cannot = No puedo recuperar lo que otros han copiado, ni las fotos de sus pantallas, ni lo que guarda la propia aplicación de mensajes. Su nombre se queda en lo que se dijo a otros en sus propios chats. Usted puede borrar este chat en su teléfono.
forget-changed = Algo ha cambiado desde que le pregunté. Por favor, léalo otra vez.
button-forget-yes = Sí, olvídeme
button-forget-no = No, no me olvide
forget-not = Dejo todo como está.
forgotten-tapped = Ya no sé quién es usted, así que este botón no hace nada. Si quiere empezar de nuevo, escriba /start.
forgotten = Le he olvidado. Si un día me escribe otra vez, empezamos como desconocidos.
forgotten-taken-from-you = He retirado de este chat lo que era privado de otras personas. Por favor, borre lo que haya copiado.

forget-begun = Todo lo que se podía borrar se ha borrado: lo pendiente ha terminado y sus avisos están vacíos.
forget-held-until = Una parte hay que guardarla hasta el { $day }, porque alguien ha pedido ayuda para proteger a las personas. Después se borra sola. Lo que empiece aquí hasta entonces se borra con ella.
forget-held-longer = Usted me pidió que le olvidara. Una parte hay que guardarla más tiempo, hasta el { $day }, porque alguien ha pedido ayuda para proteger a las personas. Después se borra sola.
button-forget-stay = Al final quiero quedarme
forget-stays = Usted se queda. Guardo lo que hay y no borro nada por mi cuenta.
forget-stays-anyway = No estoy a punto de olvidarle. Si lo quiere, escriba /forget.

# Somebody without an app, for whom a coordinator does it.

forget-whom = ¿A quién hay que olvidar?
forget-whom-how = Toque un nombre, por favor. Si no lo ve, escriba /forget y el nombre.
button-forget-me = A mí
forget-name = { $name }
forget-caller-unknown = No conozco a nadie así a quien se llame por teléfono. Quizá ya se ha olvidado.
forget-caller-warning =
    ¿Quiere que olvide a { $name }?

    Hágalo solo si esta persona lo ha pedido. Todo lo que guardamos de { $name } se borra para siempre: el nombre, el número, las peticiones y lo que se anotó. Nadie puede recuperarlo.
forget-caller-asked = Sus peticiones se cierran: { $references }. A quien se encargaba de alguna se le avisa con amabilidad.
forget-caller-weekly = La ayuda que recibe cada semana termina.
forget-caller-again = Mire otra vez, por favor. ¿Es { $name }, y lo ha pedido esta persona misma?
button-forget-caller = Sí, seguir
button-forget-caller-yes = Sí, lo ha pedido
button-forget-caller-no = No, dejarlo como estaba
forget-yourself-how = Si quiere que le olvide a usted, escriba solo /forget.
forget-caller-done = Esta persona queda olvidada. Se anota que lo hizo usted, y nada de ella.
forget-caller-later = Todo lo que se podía borrar se ha borrado. Una parte hay que guardarla hasta el { $day }, porque alguien ha pedido ayuda para proteger a las personas. Después se borra sola.
forget-caller-here = Lo que usted escribió por esa persona, y lo que le pregunté sobre ella, sigue en este chat. Por favor, bórrelo en su teléfono.
forget-caller-noted = { $name } ha hecho olvidar a una persona sin aplicación que lo pidió. No se guarda quién era.
button-forget-this-caller = Quiere que le olvidemos

# Somebody who was blocked when they were forgotten.

block-of-forgotten = Hay una persona bloqueada desde el { $day } que después pidió que la olvidáramos. No se sabe nada más de ella.
button-unblock-forgotten = Dejarla entrar otra vez
unblock-forgotten-done = Esa persona ya no está bloqueada. Ahora no se guarda nada de ella.
unblock-forgotten-before = A esa persona ya no se la mantiene fuera de este modo.

# What others hear. Nobody is told why.

card-emptied = Esta petición está cerrada.
forget-closed = Esto está cerrado. He retirado lo que ponía aquí.
forget-no-call = Esta llamada ya no hace falta.
forget-helper-gone = Quien se encargaba de su petición { $reference } al final no puede ir. Está otra vez abierta para otros, con un aviso nuevo.
forget-weekly-over = { $kind }, cada semana: esta ayuda ya no hace falta. Gracias por todas las veces que estuvo.
forget-weekly-helper-gone = { $kind }, cada semana: quien venía ya no puede venir.
forget-role-ended = Alguien se ha ido. Con ello termina: { $role }.

answer-forget-sure = Su respuesta
answer-forget-again = Su segunda respuesta
