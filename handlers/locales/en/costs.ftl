### What helping has cost

button-cost = I paid for something
button-cost-approve = Approve
button-cost-refuse = Refuse
button-cost-paid-back = It is paid back

ask-cost-amount =
    How much did you pay in all?

    Please write the amount, such as 12.50.
ask-receipt =
    Please send me a photo of the receipt.

    If you have none, tap “{ button-skip }”. A coordinator may then ask you about it.
answer-cost-amount = Amount
answer-receipt = Receipt
answer-preview-cost = Sending it in
preview-cost = You paid { $amount }. Shall I send this to a coordinator?
preview-cost-no-receipt = There is no receipt with it.
preview-cost-over = That is more than the { $ceiling } that was agreed. You can still send it. A coordinator will look at it.

problem-amount-not-understood = I did not understand that amount. Please write one number, such as 12.50.
problem-amount-other-currency = That looks like another kind of money. Please write the amount in { $currency }, such as 12.50.
problem-amount-nothing = That would be nothing at all. Please write what you paid, such as 12.50.
problem-amount-too-much = That is more than I can take down, which is { $most }. Please check the amount and write it again. If it is right, please ask a coordinator.

cost-handed-in = Thank you. I have sent your costs for { $reference } to a coordinator. You will hear from me. Helping should not cost you anything.
cost-waiting = You have already sent in your costs for { $reference }. A coordinator is looking at them.
cost-approved = Your costs for { $reference } were already approved. If something is missing, please ask a coordinator.
cost-paid-back = Your costs for { $reference } were already paid back. If something is missing, please ask a coordinator.
cost-not-yours = Only the helper of { $reference } can send in its costs.
cost-too-late = { $reference } was closed too long ago to send in costs here. Please ask a coordinator.

cost-to-resident = { $name } paid { $amount } for your request { $reference }. You agreed to pay it back. Please do so when you can, and never with your card or PIN.
cost-to-resident-for = { $name } paid { $amount } for the request { $reference } that you made for { $person }. It was agreed to pay it back. Please see to it when you can, and never with a card or PIN.
cost-to-owners = { $name } paid { $amount } for { $reference }, { $kind }. Please look at it and tap what is right.
cost-agreed-paid-back = It was agreed that the resident pays back up to { $ceiling }.
cost-over = It is more than was agreed.
cost-without-receipt = There is no receipt with it.
cost-decided-already = Somebody has already decided about the costs for { $reference }. There is nothing left to do.
cost-decision-noted = Thank you. I have noted it and told the helper of { $reference }.
cost-is-approved = Your costs of { $amount } for { $reference } are approved. A coordinator will get in touch about paying you.
cost-is-paid-back = Your costs of { $amount } for { $reference } are noted as paid back by the person you helped. If that is not so, please ask a coordinator.
cost-is-refused = A coordinator could not approve your costs of { $amount } for { $reference }. Perhaps the receipt cannot be read, or they have a question. Please ask them. You can also send it in again below.

ledger-here = { $number ->
    [one] Here is the list of costs. It has one line.
   *[other] Here is the list of costs. It has { $number } lines.
}
ledger-empty = Nobody has sent in any costs yet.
ledger-day = Day
ledger-reference = Reference
ledger-kind = Kind of help
ledger-helper = Helper
ledger-amount = Amount
ledger-currency = Currency
ledger-decision = Decision
ledger-waiting = waiting
ledger-approved = approved
ledger-paid-back = paid back
ledger-refused = refused
