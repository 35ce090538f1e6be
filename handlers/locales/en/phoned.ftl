### People without an app, whose requests are taken on the phone

# Taking a request.
ask-caller =
    Who is asking on the phone?

    Please tap a name, or write one. If they have never asked before, tap “{ button-somebody-new }”.
ask-caller-which = I know more than one { $name }. Which one is it?
answer-caller = Who is asking
button-somebody-new = Somebody new
caller-known = { $name }, number ends in { $number }
caller-known-of = { $name }, { $area }, …{ $number }
problem-caller-unknown = I know nobody of that name here. Please look at the spelling, or tap “{ button-somebody-new }”.
ask-caller-same-number =
    Can we still ring { $person } on the same number?

    Please tap it, or write the new one.
caller-same-number = Still { $number }
answer-caller-same-number = Number to ring
ask-caller-name =
    What is their first name?

    Please write it. Whoever helps them sees it.
answer-caller-name = First name
ask-caller-phone =
    On which number can we ring { $person }?

    Please write it. Coordinators see it, and the helper when they are on their way.
answer-caller-phone = Phone number
problem-telephone-number = That does not look like a phone number. Please write it with all its digits, for example: 020 7946 0018.
ask-caller-language =
    In which language shall we speak with { $person }?
answer-caller-language = Language
ask-caller-agrees = Please read this to { $person }, and ask whether they agree:
read-to-caller =
    “We write down what you tell us, so that a neighbour can help you.
    The group sees the kind of help, the neighbourhood and the time, and nothing more of you.
    Whoever helps you sees your first name, your street and your words.
    They see your door and your phone number only when they are on their way.
    Coordinators can see your number, because we ring you when there is news.
    Your address and your words are deleted { $kept-hours } hours after it is over. Is that all right?”
answer-caller-agrees = Their yes
button-caller-agrees = They agree
button-caller-does-not = They do not agree
ask-caller-health =
    Please ask { $person }: “May we also write down what you say about your health?”

    Only those who help them see it. If the answer is no, please leave their health out of what you write.
answer-caller-health = Health details
preview-read-out = Please read this to { $person }. Is everything right?
preview-private-rung = This only the person who helps them will see:
phonein-not-agreed = That is all right. I have kept nothing of what you wrote. Perhaps there is somebody near them who can help.
phonein-blocked = { $name } cannot ask for help here just now, so I have not sent this. You can see the reason with /block.
phonein-sent = Sent. The reference of the request of { $name } is { $reference }.
phonein-next-open = It is for { $window }. The neighbours can see it now. Please tell { $name } that we ring as soon as somebody takes it.
phonein-next-assigned = It is for { $window }. A coordinator picks the helper with care. Please tell { $name } that we ring as soon as somebody is found.
phonein-next-coordinator = It is for { $window }. A coordinator looks at it before others can see it. Please tell { $name } that we ring as soon as there is news.
again-agreed-on-the-phone = That is agreed. A few days before each time I ask you to ring them.

# Somebody is to be rung.
ring-please = Please ring { $name }: { $number }
ring-please-about = Please ring { $name }: { $number }. It is about { $reference }.
ring-without-number = Please get in touch with { $name }. I have no phone number of theirs.
ring-tell = Please tell them this:
ring-is-urgent = This is about somebody's safety and cannot wait.
ring-still-waits = This call still waits for somebody.
ring-newer = There is newer word for { $name }. Please see further down.
button-ring-done = I have told them
button-they-say-done = They say it is done
button-they-say-nobody-came = They say nobody came
button-they-say-nobody-rang = They say nobody rang
button-they-say-not-right = They say something is not right
button-they-say-not-needed = They do not need it any more
button-add-address = Add the address
button-write-helper-for-them = Write to the helper for them
button-open-request = Open the request
button-open-weekly = Open the weekly help
ring-taken-as-done = { $reference } counts as done by now. There is no need to ring about it.
ring-done-noted = Thank you for ringing { $name }. I have ticked it off.
ring-done-by = { $name } has spoken with { $person }. There is nothing left to do.
ring-done-before = That call to { $name } is ticked off already. There is nothing left to do.
ring-done-of-older = There is newer word for { $name }. Please read my newest message before you tick it off.

# What is read on the phone in the place of what would be written.
taken-address-missing-rung = Your full address is still missing. Would you like to give it, so that your helper can find you?
handed-back-rung = { $name } cannot come after all. This is about your request { $reference }. Your neighbours can take it again. We will ring you when somebody does.
lease-over-to-resident-rung = { $name } could not tell us in time that they will come. Your neighbours can take your request { $reference } again. We will ring you when somebody does.
completed-to-resident-rung = A coordinator has looked at your request { $reference }, and your neighbours can see it now. We will ring you as soon as somebody takes it.
shown-to-resident-rung = Your neighbours can see your request { $reference } now. We will ring you as soon as somebody takes it.
unclaimed-to-resident-rung = Nobody has taken your request { $reference } yet. We are looking for a way, and will ring you as soon as there is one.
unclaimed-and-nobody-told-rung = Nobody has taken your request { $reference } yet. It stays open. If it cannot wait, please ask somebody else as well.
reopened-in-time-rung = We will ring you as soon as somebody takes it.
reopened-late-rung = The time you had asked for is over, so we cannot promise when somebody comes. Do you still need it?
confirm-reminder-rung = If we hear nothing by tomorrow, we will take it as done.
settled-done-rung = A coordinator has closed { $reference }. If you need more help, please ring us.
given-up-to-resident-rung = Nobody could take your request { $reference }, and its time was over long ago. We have closed it, and are sorry. You can ask again at any time.
weekly-card-rung = Your neighbours can now see the weekly help for { $window }. We will ring you when somebody takes it. Its reference is { $reference }.

in-touch-rung = { $name } has told us that they will do it. This is about your request { $reference }.

# Words and photos of a helper to somebody without an app.
relay-rung-sent = { $name } has no app. I ask a coordinator to ring and pass it on.
relay-rung-no-photo = { $name } has no app and cannot see photos. Please write what they should know, and a coordinator will tell them on the phone.
relay-rung-too-long = { $name } has no app, and somebody reads this out on the phone. It may have { $limit } letters at most, so I passed nothing on. Please write it shorter.
relay-rung-too-much = { $name } has no app, and is still to be told on the phone what you wrote before. This is more than fits, so I did not pass it on. Please write it again later.

# What a coordinator reads who speaks for somebody on the phone.
withdraw-sure-for = Shall I close the request { $reference } for { $person }? Then nobody will come for it.
address-saved-for = Thank you. I have kept this for { $person } and the request { $reference }:
