### Helping

claim-yours = Thank you. This is yours now. I am sending you the details in private.
claim-already-yours = You have taken this one already. You can see the details with /mine, in private.
claim-own = This is your own request. One of your neighbours can take it.
claim-too-many = { $number ->
    [one] You wanted one task at a time. Please finish that one first. Then you can take this.
   *[other] You wanted { $number } tasks at a time at most. Please finish one first. Then you can take this.
}
claim-questions-first = Thank you. I have a short question or two first, and am asking you in private.
claim-needs-check = This kind of help needs a check first. I am sending you more about it in private.
claim-with-coordinator = A coordinator is looking at this one just now. Thank you for wanting to help.
claim-claimed = Somebody has already taken this one. Thank you for wanting to help.
claim-on-the-way = Somebody is already on the way. Thank you for wanting to help.
claim-done = This one is already done. Thank you for wanting to help.
claim-withdrawn = This help is not needed any more. Thank you for wanting to help.
not-allowed = You cannot do that here. If you think you should, please ask a coordinator.

could-noted = Thank you. A coordinator picks the helper for this one. You will hear from me if it is you.
could-already = I have already noted that you could do this. You will hear from me if a coordinator picks you.
could-to-owners = { $name } could do this: { $kind }, reference { $reference }.

taken-by = { $name } has taken your request { $reference }.
taken-sees = { $name } can see: { $parts }.
taken-hidden = Only when { $name } is on the way can they also see: { $parts }.
taken-hidden-phone = Only when { $name } is about to ring you can they also see: { $parts }.

# What somebody can see of a request, as its resident is told.
part-name = your first name
part-street = your street
part-words = your words
part-door = your door
part-entry-notes = your notes
part-phone = your phone number
taken-address-missing = I do not have your full address yet. Please tap “{ button-give-address }”, so that your helper can find you.

details-headline = { $kind }, { $window }. Reference: { $reference }
details-next = When you start, tap “{ button-set-off }”. Then you see the door, the way in and the phone number, as far as they were given. If you cannot go, tap “{ button-hand-back }”.
details-next-phone = When you are about to ring, tap “{ button-set-off }”. Then you see the phone number. If you cannot ring, tap “{ button-hand-back }”.
details-no-phone = No phone number was given yet. Please ask a coordinator.
details-on-the-phone = When they answer, say your name and that Doorstep sent you. Never ask for a bank card or a PIN. Tap “{ button-done }” when you have helped.
details-no-door = No door number was given. Please ask a coordinator if you cannot find the door.
details-at-the-door = At the door, say your name and that Doorstep sent you. Never take a bank card or a PIN. Tap “{ button-done }” when you have helped.

set-off-check-ended = The check of who you are has run out, so I cannot show you the door for { $reference }. Please ask a coordinator to renew it, or tap “{ button-hand-back }”.
set-off-noted = Thank you. I am sending you the rest of the details.
on-the-way = { $name } is on the way to you. This is about your request { $reference }.
on-the-phone = { $name } is about to ring you. This is about your request { $reference }.
on-the-way-sees = { $name } can now also see: { $parts }.

hand-back-noted = That is all right. Somebody else can take it now.
hand-back-thanks = You have handed back { $reference }. That is all right, and thank you for telling us. It is open for others again.
handed-back = { $name } cannot come after all. This is about your request { $reference }. It is open for your neighbours again, and I will write when somebody takes it.
details-closed-handed-back = You have handed back { $reference }. The details are closed again.

unfinished-to-helper = The time for { $reference } is over. How did it go? Please tap a button below, so that we know.

done-noted = Thank you for helping.
done-thanks = { $reference } is done. Thank you for helping your neighbour.
details-closed-done = { $reference } is done. The details are closed again.

not-yours = { $reference } is not with you. Somebody else may have it now.
yours-with-coordinator = A coordinator is looking at { $reference } just now. There is nothing for you to do.
yours-open = Nobody has { $reference } now. You can take it again from its card.
yours-claimed = You have { $reference }, but you have not set off yet. Please use the buttons of my newest message about it.
yours-on-the-way = You are already on the way for { $reference }. The details are in my newest message about it.
yours-done = { $reference } is already done. Thank you for helping.
yours-withdrawn = { $reference } is not needed any more. Thank you for wanting to help.
