### Lo que ha costado ayudar

button-cost = He pagado algo
button-cost-approve = Aprobar
button-cost-refuse = Rechazar
button-cost-paid-back = Ya está devuelto

ask-cost-amount =
    ¿Cuánto ha pagado en total?

    Escriba la cantidad, por ejemplo 12,50.
ask-receipt =
    Por favor, envíeme una foto del recibo.

    Si no lo tiene, toque «{ button-skip }». Quizá la coordinación le pregunte por ello.
answer-cost-amount = Cantidad
answer-receipt = Recibo
answer-preview-cost = Envío de gastos
preview-cost = Ha pagado { $amount }. ¿Se lo envío a la coordinación?
preview-cost-no-receipt = No lleva recibo.
preview-cost-over = Es más de lo acordado, que era { $ceiling }. Puede enviarlo igualmente. La coordinación lo mirará.

problem-amount-not-understood = No he entendido esa cantidad. Escriba un solo número, por ejemplo 12,50.
problem-amount-other-currency = Eso parece otra moneda. Escriba la cantidad en { $currency }, por ejemplo 12,50.
problem-amount-nothing = Eso no sería nada. Escriba lo que ha pagado, por ejemplo 12,50.
problem-amount-too-much = Es más de lo que puedo anotar, que son { $most }. Revise la cantidad y escríbala otra vez. Si está bien, pregunte a la coordinación.

cost-handed-in = Gracias. He enviado sus gastos de { $reference } a la coordinación. Le avisaré. Ayudar no debería costarle nada.
cost-waiting = Ya ha enviado sus gastos de { $reference }. La coordinación los está mirando.
cost-approved = Sus gastos de { $reference } ya están aprobados. Si falta algo, pregunte a la coordinación.
cost-paid-back = Sus gastos de { $reference } ya están devueltos. Si falta algo, pregunte a la coordinación.
cost-not-yours = Solo quien ayuda en { $reference } puede enviar sus gastos.
cost-too-late = { $reference } se cerró hace demasiado tiempo para enviar gastos aquí. Pregunte a la coordinación.

cost-to-resident = { $name } pagó { $amount } por su petición { $reference }. Usted acordó devolverlo. Hágalo cuando pueda, y nunca con su tarjeta del banco ni su PIN.
cost-to-resident-for = { $name } pagó { $amount } por la petición { $reference } que usted hizo para { $person }. Se acordó devolverlo. Ocúpese cuando pueda, y nunca con una tarjeta del banco ni un PIN.
cost-to-owners = { $name } pagó { $amount } por { $reference }, { $kind }. Mírelo y toque lo que corresponda.
cost-agreed-paid-back = Se acordó que la persona ayudada devuelve hasta { $ceiling }.
cost-over = Es más de lo acordado.
cost-without-receipt = No lleva recibo.
cost-decided-already = Alguien ya ha decidido sobre los gastos de { $reference }. No queda nada por hacer.
cost-decision-noted = Gracias. Lo he anotado y he avisado a quien ayudó en { $reference }.
cost-is-approved = Sus gastos de { $amount } por { $reference } están aprobados. La coordinación hablará con usted para pagarle.
cost-is-paid-back = Sus gastos de { $amount } por { $reference } están anotados como devueltos por la persona a quien ayudó. Si no es así, pregunte a la coordinación.
cost-is-refused = La coordinación no ha podido aprobar sus gastos de { $amount } por { $reference }. Quizá no se lee el recibo o hay una pregunta. Por favor, hable con la coordinación. También puede enviarlos otra vez abajo.

ledger-here = { $number ->
    [one] Aquí está la lista de gastos. Tiene una línea.
   *[other] Aquí está la lista de gastos. Tiene { $number } líneas.
}
ledger-empty = Nadie ha enviado gastos todavía.
ledger-day = Día
ledger-reference = Referencia
ledger-kind = Tipo de ayuda
ledger-helper = Quien ayudó
ledger-amount = Cantidad
ledger-currency = Moneda
ledger-decision = Decisión
ledger-waiting = en espera
ledger-approved = aprobado
ledger-paid-back = devuelto
ledger-refused = rechazado
