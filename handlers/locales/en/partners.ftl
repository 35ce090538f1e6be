### Partner organisations: a request goes from one to another

organisation-own = Doorstep

ask-hand-over-to = Who should take over { $reference }?
answer-hand-over-to = Who takes it over
answer-preview-hand-over = Asking them
preview-hand-over = First I ask { $name } whether { $reference } may go to { $organisation }. Until they say yes, nobody there hears of it.
preview-hand-over-by-phone = First somebody rings { $name } and asks whether { $reference } may go to { $organisation }. Until they say yes, nobody there hears of it.
preview-hand-over-goes = If they agree, { $organisation } gets the request with all that has happened so far. From then on you do not see it any more.
preview-hand-over-helper = { $name } has it now. I would tell them kindly that they need not go.
hand-over-weekly-stays = The help that comes every week stays as it is.
hand-over-asked = I am asking { $name }, and you will hear what they say. Until then { $reference } goes on as before.
hand-over-asked-before = They are being asked about { $reference } already. Please wait for the answer.
hand-over-closed = { $reference } is closed. There is nothing left to hand over.
hand-over-on-the-way = A helper is on the way for { $reference }. Please wait until they are back.
hand-over-nobody = There is no partner organisation yet that could take this over. An owner can invite one with /invite.
hand-over-stopped = I have taken the question back. { $reference } stays with you.

hand-over-question = May I pass your request { $reference } to { $organisation }? They will see your name, what you wrote, your address and what has happened so far.
hand-over-question-for = May I pass your request { $reference } for { $person } to { $organisation }? They will see both your names, what you wrote, the address and what has happened so far.
hand-over-not-before = Nobody there hears of it unless you say yes. If you say no, everything stays as it is.
hand-over-once-more = I asked you this two days ago, and have not heard from you yet.
hand-over-asked-below = I have asked you about { $reference } once more, further down.
hand-over-over = This question about { $reference } is over. Nothing was passed on because of it.
hand-over-stays = That is fine. { $reference } stays where it is, and { $organisation } has not heard of it.
hand-over-thanks = Thank you. { $organisation } has your request { $reference } now and looks for a way. I will write to you as soon as there is news.
hand-over-thanks-for = Thank you. { $organisation } has your request { $reference } for { $person } now and looks for a way. I will write to you as soon as there is news.
hand-over-taken = Thank you. A helper has taken { $reference } in the meantime, so I have not passed it to { $organisation }.
hand-over-unanswered = I have not heard from you about { $reference }, so I have passed nothing on. Your request stays where it is.
hand-over-unanswered-for = I have not heard from you about { $reference }, so I have passed nothing on. Your request for { $person } stays where it is.

hand-over-refused = { $name } would rather not have { $reference } passed to { $organisation }. Nothing has changed: it stays with you.
hand-over-agreed = { $name } agreed. { $reference } is with { $organisation } now, and you do not see it any more. Thank you for all that you did for it.
hand-over-taken-noted = { $name } agreed that { $reference } may go to { $organisation }. But a helper has taken it in the meantime, so it stays with you.
hand-over-unanswered-noted = { $name } has not said whether { $reference } may go to { $organisation }. So it stays with you. You can ring them, or ask again.
details-closed-handed-over = { $reference } is now with another organisation, so you need not go. The details are closed again. Thank you for being ready to help.

standing-with-partner = { $organisation } has it now and looks for a way. I will write to you as soon as there is news.
handed-over-to-you = { $organisation } hands a request over to you: { $kind }. Reference: { $reference }. The person who asked has agreed to it.
complete-nowhere = You have no neighbourhood here in which I could show it to volunteers.
handed-over = { $reference } was handed over to { $organisation }: { $by }. They look after it now.
hand-over-given-back = Thank you. { $reference } is with { $organisation } again.
hand-over-held = A helper has { $reference }. It cannot be given back while they do.
hand-over-nothing-to-give-back = { $reference } did not come to you from somebody else, or has moved on. There is nothing to give back.
hand-over-came-back = { $organisation } has given { $reference } back to you. It is open again as it was before.
hand-over-back-to-resident = { $here } cannot help with { $reference } after all. { $there } looks after it again, and I will write to you as soon as there is news.
hand-over-outside-sure = Do you see to { $reference } yourselves, without volunteers from here? Then I close it here and tell the person who asked that they will hear from you.
hand-over-outside-unreachable = You could not get in touch: for { $reference } there is neither a full address nor a phone number here. Please place it, or give it back.
hand-over-outside-where = This is where they are. That you have seen it is noted.
page-hand-over-asked = They are being asked whether this may go to { $organisation }.
hand-over-outside-noted = I have closed { $reference } here and told the person who asked that you see to it. Please get in touch with them soon.
hand-over-outside-to-resident = { $organisation } sees to your request { $reference } themselves and gets in touch with you. I have closed it here.
hand-over-outside-to-resident-for = { $organisation } sees to your request { $reference } for { $person } themselves and gets in touch with you. I have closed it here.
hand-over-waits = { $reference } was handed over to { $organisation }, and nobody there has done anything with it yet. Please ask them.

give-area = { $organisation } would look after { $area } from now on.
give-area-along = With it go { $requests ->
    [one] one open request
   *[other] { $requests } open requests
}, { $weekly ->
    [one] one weekly visit
   *[other] { $weekly } weekly visits
} and { $volunteers ->
    [one] one volunteer
   *[other] { $volunteers } volunteers
}.
give-area-told = Those who look after it now do not see any of this from then on. Everybody with an open request there is told that { $organisation } can see it.
give-area-done = { $organisation } looks after { $area } now. I have told them, and everybody with an open request there.
give-area-theirs = { $organisation } looks after { $area } already.
give-area-gone = { $organisation } looks after { $area } now, and you do not see its requests and volunteers any more. Thank you for all that you did there.
give-area-yours = You look after { $area } from now on. Write /queue to see what waits there.
give-area-to-resident = From now on { $organisation } looks after { $area }. They can see your request { $reference }. If you would rather not have that, you can close it.
give-area-to-resident-for = From now on { $organisation } looks after { $area }. They can see your request { $reference } for { $person }. If you would rather not have that, you can close it.
colleague-asked = { $name } has asked for help for somebody in your care: { $reference }. { $organisation } looks after it, and more than this you do not see.
ask-give-area-which = Which neighbourhood do you want to give to another organisation?
answer-give-area-which = Neighbourhood
ask-give-area-to = Who should look after it from now on?
answer-give-area-to = Who looks after it
answer-preview-give-area = Giving it
give-area-nobody = There is no neighbourhood yet, or no partner organisation. You can invite one with /invite.
