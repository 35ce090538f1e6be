### Help every week

button-again = Every week
button-again-same = The same person again
button-again-anybody = Anybody is welcome
answer-again-with = Who comes
answer-again-sure = Yes to every week
answer-weekly-pause = Last day of the pause

again-offered = You were helped with this lately: { $kind }, reference { $reference }. Would you like to have it every week?
again-when = { $kind } would come every week from now on. The first time is { $window }.
ask-again-with = Would you like { $name } to come again, or is anybody welcome?
again-asks = I will ask { $name } in private. They are free to say no, and I will tell you what they say. As long as there is no answer, your neighbours see a card each week.
again-cards = Each week your neighbours see a card, and one of them can take it.
again-kept = For this I keep the name, the address and the words of your request until you end it. That is longer than the usual { $kept-hours } hours. Only the helper of each week sees them.
again-can-end = You can skip a week, pause it or end it at any time. You find it with /mine.
again-agreed = That is agreed. A few days before each time, you will hear from me.
again-already = You have this every week already. You find it with /mine.
again-not-yours = This is not a request of yours that is done. Your own requests are in /mine.
again-not-this-kind = This cannot come every week. You can ask for it again at any time with /ask.
again-too-late = The details of { $reference } are deleted by now. Please ask again with /ask. Once that is done, you can have it every week.

### How it stands

weekly-headline = Every week: { $kind }
weekly-next = Next time: { $window }
weekly-with-helper = { $name } comes every week.
weekly-anybody = Anybody from your neighbourhood can come.
weekly-no-answer-yet = I am asking { $name } whether they would like to come every week. There is no answer yet.
weekly-shall-anybody = Would you like to go on with anybody who has time? Then your neighbours see a card each week.
weekly-paused = This is paused. The last day of the pause is { $day }.
weekly-helper-away = { $name } cannot come up to and including { $day }. Until then your neighbours see a card each week, and one of them can come.
weekly-helper-skips = { $name } cannot come on { $window }. Your neighbours will see a card for that time, and one of them can come.
weekly-you-help = You help { $name } every week. Thank you.
weekly-you-are-away = You are away up to and including { $day }. Until then somebody else can help { $name }.
weekly-paused-for-helper = { $name } does not need the weekly help for a while. The last day of the pause is { $day }. There is nothing for you to do.
weekly-wished = { $name } would be glad if you came every week. You are free to say no.

button-weekly-skip = Skip the next time
button-weekly-pause = Pause for a while
button-weekly-go-on = Go on now
button-weekly-end = End the weekly help
button-weekly-end-yes = Yes, end the weekly help
button-weekly-end-no = No, leave it as it is
button-weekly-anybody = Yes, anybody can come
button-weekly-yes = Yes, every week
button-weekly-once = Just this once
button-weekly-stays = It stays
button-weekly-close = Close this one too

### The volunteer who is wished for

weekly-wish = { $name } would be glad if you came every week: { $kind }. The next time is { $window }.
weekly-wish-free = You are free to say no, and nobody will mind. If you say yes, you can skip a week, pause or stop at any time.
weekly-thanks = Thank you, that is kind. A few days before each time, I will send you the details.
weekly-granted = { $name } is glad to come every week. The first time is { $window }.
weekly-just-once = That is all right. Thank you for the help you gave. I will pass it on kindly.
weekly-declined = { $name } thanks you for asking, but cannot come every week.
weekly-cannot-come = At the moment you cannot take this kind of help. Please look at what you offer with /me, or ask a coordinator about a check. Then answer again here.
weekly-settled = This has been settled in the meantime. There is nothing for you to do.

### Each week

weekly-yours-again = This is your weekly help for { $name }. It is yours again.
weekly-comes-again = { $name } comes again for the weekly help: { $window }.
weekly-card = The weekly help for { $window } is now on a card for your neighbours. I will write when somebody takes it. Reference: { $reference }
weekly-not-this-time = { $name } cannot come this time.
weekly-left-out = { $reference } of an earlier week is still open. So I have not arranged { $window } as well. A coordinator hears of it.
weekly-whose = Weekly help for { $name }: { $kind }.
weekly-left-out-to-owners = I have left out { $window }, because { $reference } of an earlier week is not finished. Please find out what happened.
weekly-missed-to-owners = I could not arrange { $window }, because the service did not run in time. Please ring and find out what is needed.
weekly-choosing-to-owners = I have not arranged { $window }. The helper stopped, and there is no answer yet whether anybody else can come. Please ring and ask.

### Changing it

weekly-skipped = { $window } is left out.
weekly-skipped-before = That time is settled already. This is how it stands:
weekly-skipped-for-helper = { $name } does not need the weekly help on { $window }. The week after it is as usual.
weekly-you-skip = You are free on { $window }. Somebody else can come then.
weekly-still-yours = You have { $reference } already. If you cannot do that one, please tap the button below. Then somebody else can take it.
weekly-goes-on = It goes on.
weekly-goes-on-for-helper = The weekly help for { $name } goes on. The next time is { $window }.
weekly-helper-back = { $name } can come every week again.
weekly-opened = Thank you. Anybody who has time can come from now on.
ask-weekly-pause = What is the last day of the pause? Please tap one, or write a day, a month and a year.
problem-weekly-pause-too-short = The next time is { $day } at the earliest, so such a pause would end before it starts. Please choose that day or a later one.
problem-weekly-pause-too-far = A pause can last a year at most. Please choose an earlier day, or end the weekly help. You can always begin again.
weekly-pause-noted = The pause is noted.
weekly-stays-or-not = { $reference } for { $window } is still open. Does that one stay?
weekly-one-still-yours = You still have { $reference }, unless you hear otherwise from me.
weekly-it-stays = Good. That one stays as it is.

### Ending it

weekly-end-sure = Shall the weekly help really end? Nobody will mind. What I keep for it will be deleted.
weekly-end-sure-helper = Would you like to stop coming every week? That is all right, and nobody will mind. I will tell the other side kindly.
weekly-ended = The weekly help has ended. What I kept for it is deleted.
weekly-ended-thanks = You do not come every week any more. That is all right. Thank you for every time you came.
weekly-ended-by-resident = { $name } does not need the weekly help any more. It is nothing that you did. Thank you for every time you came.
weekly-ended-by-helper = { $name } cannot come every week any more. It is nothing that you did.
weekly-helper-left = { $name } has stopped helping with Doorstep, and so cannot come every week any more. It is nothing that you did.
weekly-ended-by-coordinator = A coordinator has ended the weekly help, because it is no longer wished. You can ask again at any time with /ask.
weekly-ended-by-coordinator-for-helper = The weekly help for { $name } has ended. It is nothing that you did. Thank you for every time you came.
weekly-ended-moved = The weekly help has ended, because of the move. We wish you well in the new home.
weekly-ended-moved-for-helper = { $name } has moved away, so the weekly help has ended. Thank you for every time you came.

### Those who look after the scheme

weekly-none = Nobody has help every week at the moment.
weekly-listed = { $number }. { $name }: { $kind }
weekly-listed-helper = Comes: { $name }
weekly-listed-nobody = Comes: anybody who takes the card
button-weekly-end-number = End number { $number }
weekly-why-end = Why does the weekly help for { $name } end ({ $kind })? The reason decides what I say to whom.
button-weekly-not-wished = It is no longer wished
button-weekly-moved = They have moved away
button-weekly-died = They have died
button-weekly-died-yes = Yes, they have died
weekly-ended-before = This weekly help has ended already.

### When somebody has died

bereaved-sure = I am sorry. If { $name } has died, I end everything that was asked for them. Their home will hear nothing more from me. The helpers will hear it in gentle words. Is that right?
bereaved-noted = I am sorry. Everything for { $name } has ended, and their home will hear nothing more from me. The helpers who came have been told gently.
bereaved-told = I am sorry to bring you sad news. { $name } has died.
bereaved-nothing-to-do = Your help for { $name } has come to its end, and there is nothing you need to do. Thank you for the time you gave.
bereaved-talk = If you would like to talk with somebody about it, tap the button. A coordinator will get in touch with you.
bereaved-details-closed = The details of { $reference } are closed.
button-talk = I would like to talk
talk-noted = Thank you for telling me. A coordinator will get in touch with you.
talk-to-owners = { $name } has lost somebody whom they helped, and would like to talk with you. Please get in touch soon.
