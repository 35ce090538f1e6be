### Ayudar

claim-yours = Gracias. Ahora se encarga usted. Le envío los datos en privado.
claim-already-yours = Usted ya se encarga de esta. Puede ver los datos con /mine, en privado.
claim-own = Esta petición es de usted. Puede encargarse alguien de su barrio.
claim-too-many = { $number ->
    [one] Usted quería una sola tarea a la vez. Termínela primero. Después podrá encargarse de esta.
   *[other] Usted quería { $number } tareas a la vez como máximo. Termine una primero. Después podrá encargarse de esta.
}
claim-questions-first = Gracias. Antes hay una o dos preguntas cortas. Se las hago en privado.
claim-needs-check = Esta ayuda necesita antes una comprobación. Le cuento más en privado.
claim-with-coordinator = La coordinación está mirando esta petición. Gracias por querer ayudar.
claim-claimed = Ya se encarga otra persona. Gracias por querer ayudar.
claim-on-the-way = Ya hay alguien de camino. Gracias por querer ayudar.
claim-done = Esto ya está hecho. Gracias por querer ayudar.
claim-withdrawn = Esta ayuda ya no hace falta. Gracias por querer ayudar.
not-allowed = No puede hacer eso aquí. Si cree que debería poder, pregunte a la coordinación.

could-noted = Gracias. Aquí elige la coordinación. Si le eligen, le avisaré.
could-already = Ya he anotado que usted podría hacerlo. Si le eligen, le avisaré.
could-to-owners = { $name } podría hacerlo: { $kind }, referencia { $reference }.

taken-by = { $name } se encarga de su petición { $reference }.
taken-sees = { $name } puede ver estos datos de usted: { $parts }.
taken-hidden = Solo cuando { $name } esté de camino podrá ver también: { $parts }.
taken-hidden-phone = Solo cuando { $name } vaya a llamarle podrá ver también: { $parts }.

# What somebody can see of a request, as its resident is told.
part-name = el nombre
part-street = la calle
part-words = lo que usted escribió
part-door = la puerta
part-entry-notes = las notas para entrar
part-phone = el teléfono
taken-address-missing = Todavía no tengo la dirección completa de usted. Toque «{ button-give-address }» para que le puedan encontrar.

details-headline = { $kind }, { $window }. Referencia: { $reference }
details-next = Cuando salga, toque «{ button-set-off }». Entonces verá la puerta, cómo entrar y el teléfono, si los han dado. Si no puede ir, toque «{ button-hand-back }».
details-next-phone = Cuando vaya a llamar, toque «{ button-set-off }». Entonces verá el teléfono. Si no puede llamar, toque «{ button-hand-back }».
details-no-phone = Todavía no hay número de teléfono. Pregunte a la coordinación.
details-on-the-phone = Cuando contesten, diga su nombre y que llama de parte de Doorstep. No pida nunca una tarjeta del banco ni un PIN. Toque «{ button-done }» cuando haya ayudado.
details-no-door = No hay número de puerta. Si no encuentra la puerta, pregunte a la coordinación.
details-at-the-door = En la puerta, diga su nombre y que viene de parte de Doorstep. No acepte nunca una tarjeta del banco ni un PIN. Toque «{ button-done }» cuando haya ayudado.

set-off-check-ended = La comprobación de quién es usted ha caducado. Por eso no puedo mostrarle la puerta de { $reference }. Pida a la coordinación que la renueve, o toque «{ button-hand-back }».
set-off-noted = Gracias. Le envío los demás datos.
on-the-way = { $name } va de camino a casa de usted. Es por su petición { $reference }.
on-the-phone = { $name } va a llamarle. Es por su petición { $reference }.
on-the-way-sees = { $name } ya puede ver también: { $parts }.

hand-back-noted = No pasa nada. Ahora puede encargarse otra persona.
hand-back-thanks = Ha devuelto { $reference }. No pasa nada, y gracias por avisar. Está abierta otra vez para otras personas.
handed-back = Al final { $name } no puede ir. Es por su petición { $reference }. Está abierta otra vez en su barrio, y le escribiré cuando alguien se encargue.
details-closed-handed-back = Ha devuelto { $reference }. Los datos vuelven a estar cerrados.
unfinished-to-helper = El tiempo para { $reference } ha terminado. ¿Cómo ha ido? Toque un botón abajo para que lo sepamos.

done-noted = Gracias por ayudar.
done-thanks = { $reference } está hecha. Gracias por ayudar en su barrio.
details-closed-done = { $reference } está hecha. Los datos vuelven a estar cerrados.

not-yours = Usted no tiene { $reference }. Puede que ahora se encargue otra persona.
yours-with-coordinator = La coordinación está mirando { $reference }. Usted no tiene que hacer nada.
yours-open = Ahora nadie se encarga de { $reference }. Puede volver a encargarse desde su aviso.
yours-claimed = Usted se encarga de { $reference }, pero aún no ha salido. Use los botones de mi último mensaje sobre esto.
yours-on-the-way = Usted ya va de camino por { $reference }. Los datos están en mi último mensaje sobre esto.
yours-done = { $reference } ya está hecha. Gracias por ayudar.
yours-withdrawn = { $reference } ya no hace falta. Gracias por querer ayudar.
