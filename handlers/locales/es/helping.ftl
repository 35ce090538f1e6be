### Ayudar

claim-yours = Gracias. Ahora te encargas tú. Te envío los detalles en privado.
claim-already-yours = Ya te encargas de esta. Puedes ver los detalles con /mine, en privado.
claim-own = Esta petición es tuya. Puede encargarse alguien de tu barrio.
claim-too-many = { $number ->
    [one] Querías una sola tarea a la vez. Termínala primero. Después podrás encargarte de esta.
   *[other] Querías { $number } tareas a la vez como máximo. Termina una primero. Después podrás encargarte de esta.
}
claim-questions-first = Gracias. Antes hay una o dos preguntas cortas. Te las hago en privado.
claim-needs-check = Esta ayuda necesita antes una comprobación. Te cuento más en privado.
claim-with-coordinator = La coordinación está mirando esta petición. Gracias por querer ayudar.
claim-claimed = Ya se encarga otra persona. Gracias por querer ayudar.
claim-on-the-way = Ya hay alguien de camino. Gracias por querer ayudar.
claim-done = Esto ya está hecho. Gracias por querer ayudar.
claim-withdrawn = Esta ayuda ya no hace falta. Gracias por querer ayudar.
not-allowed = No puedes hacer eso aquí. Si crees que deberías poder, pregunta a la coordinación.

could-noted = Gracias. Aquí elige la coordinación. Si te eligen, te avisaré.
could-already = Ya he apuntado que podrías hacerlo. Si te eligen, te avisaré.
could-to-owners = { $name } podría hacerlo: { $kind }, referencia { $reference }.

taken-by = { $name } se encarga de tu petición { $reference }.
taken-sees = { $name } puede ver: { $parts }.
taken-hidden = Solo cuando { $name } esté de camino podrá ver también: { $parts }.
taken-hidden-phone = Solo cuando { $name } vaya a llamarte podrá ver también: { $parts }.

# What somebody can see of a request, as its resident is told.
part-name = tu nombre
part-street = tu calle
part-words = tus palabras
part-door = tu puerta
part-entry-notes = tus notas
part-phone = tu teléfono
taken-address-missing = Todavía no tengo tu dirección completa. Toca «{ button-give-address }» para que te puedan encontrar.

details-headline = { $kind }, { $window }. Referencia: { $reference }
details-next = Cuando salgas, toca «{ button-set-off }». Entonces verás la puerta, cómo entrar y el teléfono, si los han dado. Si no puedes ir, toca «{ button-hand-back }».
details-next-phone = Cuando vayas a llamar, toca «{ button-set-off }». Entonces verás el teléfono. Si no puedes llamar, toca «{ button-hand-back }».
details-no-phone = Todavía no hay número de teléfono. Pregunta a la coordinación.
details-on-the-phone = Cuando contesten, di tu nombre y que llamas de Doorstep. No pidas nunca una tarjeta bancaria ni un PIN. Toca «{ button-done }» cuando hayas ayudado.
details-no-door = No hay número de puerta. Si no encuentras la puerta, pregunta a la coordinación.
details-at-the-door = En la puerta, di tu nombre y que vienes de Doorstep. No aceptes nunca una tarjeta bancaria ni un PIN. Toca «{ button-done }» cuando hayas ayudado.

set-off-noted = Gracias. Te envío los demás detalles.
on-the-way = { $name } va de camino a tu casa. Es por tu petición { $reference }.
on-the-phone = { $name } va a llamarte. Es por tu petición { $reference }.
on-the-way-sees = { $name } ya puede ver también: { $parts }.

hand-back-noted = No pasa nada. Ahora puede encargarse otra persona.
hand-back-thanks = Has devuelto { $reference }. No pasa nada, y gracias por avisar. Ya está libre para los demás.
handed-back = { $name } al final no puede ir. Es por tu petición { $reference }. Tus vecinos vuelven a verla, y te escribiré cuando alguien se encargue.
details-closed-handed-back = Has devuelto { $reference }. Los detalles vuelven a estar cerrados.
details-closed-withdrawn = { $reference } ya no hace falta. Los detalles vuelven a estar cerrados. Gracias por querer ayudar.
unfinished-to-helper = El tiempo para { $reference } ha terminado. ¿Cómo ha ido? Toca un botón abajo para que lo sepamos.

done-noted = Gracias por ayudar.
done-thanks = { $reference } está hecho. Gracias por ayudar en tu barrio.
details-closed-done = { $reference } está hecho. Los detalles vuelven a estar cerrados.

not-yours = { $reference } no está a tu cargo. Puede que ahora se encargue otra persona.
yours-with-coordinator = La coordinación está mirando { $reference }. No tienes que hacer nada.
yours-open = Ahora nadie se encarga de { $reference }. Puedes volver a encargarte desde su tarjeta.
yours-claimed = Te encargas de { $reference }, pero aún no has salido. Usa los botones de mi último mensaje sobre esto.
yours-on-the-way = Ya vas de camino por { $reference }. Los detalles están en mi último mensaje sobre esto.
yours-done = { $reference } ya está hecho. Gracias por ayudar.
yours-withdrawn = { $reference } ya no hace falta. Gracias por querer ayudar.
