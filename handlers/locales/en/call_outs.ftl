### Call-outs: many are called at once

button-call-arrived = It did arrive
button-call-not-arrived = It did not arrive
button-call-yes = Yes, I will come
button-call-no = No, I cannot come
button-call-later = Ask me later
button-call-out = I cannot come after all
button-call-could = I can come after all
button-call-stand-by = Put me on the reserve
button-call-send = Send the call-out
button-call-leave = Leave it for now
button-call-agree = I agree, please send it
button-call-refuse = I do not agree
button-call-roster = Who is coming
button-call-stop = Stop this call-out
button-call-stop-yes = Yes, stop it now
button-call-stop-no = No, let it go on
button-call-next = Call the next people

answer-call-purpose = What for
answer-call-words = What exactly
answer-call-place = Where to come
answer-call-areas = Neighbourhoods
answer-call-when = When
answer-call-wanted = How many in { $area }
answer-call-kinds = Kinds of help
answer-call-languages = Languages
answer-call-checked = Checked or not
answer-call-strangers = Also new people
answer-preview-call-out = Sending
answer-call-not-possible = Leaving it

call-for-packing = Packing or sorting things
call-for-delivering = Delivering things
call-for-cooking = Cooking or serving food
call-for-phoning = Ringing people up
call-for-driving = Driving people or things
call-for-clearing = Clearing or cleaning up
call-for-leaflets = Handing out leaflets
call-for-emergency = Help in an emergency
call-for-something-else = Something else

ask-call-purpose =
    What do you need people for?
ask-call-words =
    What exactly will they do? Is there anything that they should bring?

    Please write it. Everybody who is called reads it. So please leave out names, addresses and anything else about a resident.
ask-call-place =
    Where should they come to?

    Please write it in one line, such as “Church hall, Mill Street”. Please do not write a resident's address.
ask-call-areas =
    Which neighbourhoods would you like to call?
ask-call-when =
    On which day, and from when until when?

    Please tap one, or write it. For example: “Saturday 9 to 12”.
ask-call-wanted =
    How many people do you want from { $area }?

    Please tap a number, or write one.
ask-call-kinds =
    Should I call only those who offer certain kinds of help?

    If not, just tap “{ button-several-done }”.
ask-call-languages =
    Should I call only those who speak certain languages?

    If not, just tap “{ button-several-done }”.
ask-call-checked =
    Should only people come whose check is good on that day?
ask-call-strangers =
    May people come who are not with us yet?

    You then get a link and a picture that you can post elsewhere.

preview-call-out = This is what people will read:
call-whom = This is whom I will call:
call-only-kinds = Only those who offer: { $kinds }
call-only-languages = Only those who speak: { $languages }
call-only-checked = Only those whose check is good on that day
call-also-strangers = You also get a link for people who are not with us yet.
call-reaches-area =
    { $area }: { $wanted } wanted, { $number ->
        [one] 1 person
       *[other] { $number } people
    } to call
call-reaches =
    In all I will call { $number ->
        [one] 1 person.
       *[other] { $number } people.
    } Those who pause, or never want to be asked directly, are not among them.
call-no-details = Please look once more: does it say anything about a resident? If so, please tap “{ button-change }” and take it out.
call-takes-two =
    That is more than { $limit ->
        [one] 1 person.
       *[other] { $limit } people.
    } So a second coordinator has to agree first. I will ask them.
call-goes-at = It is late, so I will call people in the morning: { $window }.
call-at-night = It is late, but this begins soon. So I will call people now, and may wake them.
call-reaches-nobody = This would reach nobody. Please tap “{ button-change }” and choose more neighbourhoods, more kinds of help or any language. You can also leave it for now.
call-nobody-agrees =
    That is more than { $limit ->
        [one] 1 person,
       *[other] { $limit } people,
    } so a second coordinator has to agree. Nobody else looks after all of these neighbourhoods. Please choose fewer people with “{ button-change }”, or have somebody invited with /invite first.
call-left = That is all right. Nobody was called, and nothing is kept of it.
call-not-yours = You do not look after all of these neighbourhoods any more, so I have called nobody. If that is wrong, please ask whoever runs the scheme.

call-asks = People are wanted. What for: { $purpose }
call-when = When: { $window }
call-where = Where: { $place }
call-where-forgotten = Where: this has been forgotten by now
call-areas = For: { $areas }
call-can-you = Can you come?
call-see-below = You have answered this call for help: { $purpose }. How it stands is further down.

call-has-place = Thank you. You have a place for { $area }.
call-place-how = If you cannot come after all, please tap “{ button-call-out }”. Then somebody else can have your place.
call-on-reserve = Thank you. All places are taken at the moment, so you are on the reserve.
call-reserve-how = You do not have to come yet. When a place is free and it is your turn, I will tell you.
call-moved-up = A place for { $area } is free, and it is your turn. You have it now. Please come.
call-no-noted = Thank you for saying so. If you can come after all, tap “{ button-call-could }”.
call-out-noted = Thank you for saying so. Nobody counts on you there any more. If you can come after all, tap “{ button-call-could }”.
call-later-noted = That is all right. I will ask you once more before it begins. You can also say it here at any time.
call-later-by-yourself = That is all right. I will not ask you again, since there is not much time. Please say it here once you know.
call-needs-check = Only people whose check is good on that day can come this time. Yours is not. Please ask a coordinator about it.
call-not-called = You were not called for this, so there is nothing to answer. If you would like to help, write /offer.
call-late-stopped = This has been stopped, and nobody has to come. I have kept your answer. Thank you.
call-late-refused = This has been stopped, and nobody has to come. I have kept your answer. Thank you.
call-late-waiting = This has not begun yet. Please answer once you are called.
call-late-over = This is over now. I have kept your answer. Thank you for thinking of it.

progress-call-out = Call-out: { $purpose }. { $window }
progress-waiting = It waits for a second coordinator to agree. Nobody has been called yet.
progress-in-the-morning = It is late, so it will be sent in the morning: { $window }.
progress-sending = It is being sent.
progress-answering = Everybody has been called.
progress-stopped = It was stopped.
progress-refused = Nobody agreed to it, and nobody was called.
progress-over = It is over.
progress-sent = Sent: { $number }
progress-unreachable = Out of reach: { $number }
progress-unknown = Not known whether it arrived: { $number }
progress-not-sent = Not sent any more: { $number }
progress-joined = Came by the link: { $number }
progress-left =
    Still to be sent: { $number }, in about { $minutes ->
        [one] 1 minute
       *[other] { $minutes } minutes
    }
progress-yes = Yes, with a place: { $number }
progress-reserve = On the reserve: { $number }
progress-no = No: { $number }
progress-later = Later: { $number }
progress-area = { $area }: { $taken } of { $wanted } places taken, { $reserve } on the reserve

call-agree-asked = { $name } would like to send this call-out. It goes to so many that a second coordinator has to agree.
call-agree-reaches =
    It reaches { $number ->
        [one] 1 person.
       *[other] { $number } people.
    } They will read this:
call-agree-still = This still waits for somebody to agree.
call-agree-below = I have asked you again about this call-out, further down.
call-agree-settled = This call-out has been settled. There is nothing left to do.
call-agreed = Thank you. It is being sent now. I will show you how it goes.
call-refused = Thank you for looking. It will not be sent.
call-refused-yours = Your call-out was not agreed to. Nobody was called. You can talk about it, and write /callout again.
call-agree-own = You made this call-out yourself. Somebody else has to agree to it.
call-agree-author-gone = Whoever made this call-out no longer looks after all of its places. So it cannot be sent. You can write /callout yourself.
call-agree-waiting = This call-out still waits for somebody to agree.
call-agree-sending = Somebody has agreed to it already. It is being sent.
call-agree-answering = Somebody has agreed to it already. Everybody has been called.
call-agree-stopped = This call-out was stopped before anybody agreed. Nothing has been sent.
call-agree-refused = This call-out was not agreed to. Nothing has been sent.
call-agree-over = This call-out is over. There is nothing left to agree to.

call-gap =
    { $area }: { $number ->
        [one] 1 place is
       *[other] { $number } places are
    } free again, and nobody is on the reserve for it. If you like, I can call people who were not called yet, or were told that they are not needed.

call-gap-settled = { $area }: this has been seen to.
call-next-noted = I am calling more people now. You will see how it goes.
call-next-nobody = There is nobody else whom I could call. You can open it to people who are not with us, with a new /callout.
call-next-too-late = This call-out is at its end, so nobody is called any more.
call-next-takes-two = By now this would reach more than { $limit } people, and nobody has agreed to that. Please write a new /callout. Then a second coordinator can agree.
call-outs-none = There is no call-out going on that you look after. To send one, write /callout.

call-full = Thank you for being there. Enough people have said yes to this: { $purpose }. You need not do anything. If you like, I can put you on the reserve.
call-stopped-yours = This has been stopped: { $purpose }. Nobody has to come. Thank you for being there.
call-over-came = Thank you for coming and helping with this: { $purpose }. Neighbours like you make it possible.
call-over-stood-by = Thank you for standing by for this: { $purpose }. This time your place was not needed.
call-reminder = This is soon, and you have a place. What for: { $purpose }
call-asked-again = You wanted me to ask you later about this. Do you know by now?

call-stop-sure =
    Shall I really stop this call-out? { $number ->
        [0] Nobody has been called yet.
        [one] 1 person has been called already. I will tell them that nobody has to come.
       *[other] { $number } people have been called already. I will tell them that nobody has to come.
    }
call-stopped = I have stopped it. Nothing more is sent, and those who were called are being told.
call-stopped-unsent = I have stopped it. Nobody was called.
call-stopped-by-other = Somebody else who looks after these neighbourhoods has stopped your call-out. Those who were called are being told.
call-goes-on = That is all right. It goes on.
call-ended-stopped = This call-out has already been stopped. There is nothing left to do.
call-ended-refused = This call-out was not agreed to, so nobody was called. There is nothing left to do.
call-ended-over = This call-out is already over. There is nothing left to do.
call-nobody-agreed = Nobody agreed to your call-out in time. So nobody was called.

summary-call-out = This call-out is over: { $purpose }. { $window }
summary-wanted = Wanted: { $number }
summary-yes = Had a place: { $number }
summary-reserve = On the reserve: { $number }
summary-no = Said no: { $number }
summary-silent = Did not say: { $number }
summary-next = Those who had a place or stood by get a word of thanks. What you wrote for it is forgotten after { $keep-call-out-words ->
    [one] one day
   *[other] { $keep-call-out-words } days
}.
call-chart-title = How the call-out went
call-chart-panel = People, by neighbourhood
call-chart-wanted = Wanted
call-chart-yes = Place
call-chart-reserve = Reserve
call-chart-no = No
call-chart-silent = No answer
call-chart-not-told = not told
call-chart-nothing = Nothing to show

roster = Who is coming. { $purpose }. { $window }
roster-yes = With a place, { $number }: { $names }
roster-reserve = On the reserve, in this order, { $number }: { $names }
roster-later = Will say it later, { $number }: { $names }
roster-late = Said yes when it was stopped or over, { $number }: { $names }
roster-unknown = It is not known whether the message reached them: { $names }. I do not write to them again, so that nobody is asked twice. You could ring them.
roster-nobody = Nobody has said yes yet.
call-sheet-area = Neighbourhood
call-sheet-name = Name
call-sheet-answer = Answer
call-sheet-turn = Turn on the reserve
call-sheet-yes = place
call-sheet-reserve = reserve
call-sheet-later = later
call-sheet-late = too late

call-link-how = This is for people who are not with us yet. You can post the next message elsewhere, or print its picture. Where to come stands in what I ask them.
call-post-how = If you would like to help, open this link. It takes a few questions the first time.
call-arrived-noted = Thank you. I have noted it.
call-arrived-settled = Somebody has already seen to this. There is nothing left to do.
queue-unknown-send = I do not know whether my message reached { $name }. It was a call-out: { $purpose }, { $window }. I do not repeat it. Could you ask { $name }?
call-join-unknown = I do not know this link. Perhaps it was not copied whole. If you would like to help, tap one of these.
call-join-ended = Thank you for coming. This call for help is not open any more. You can still help your neighbours: tap “{ button-offer }”.
call-join-over = Thank you for coming. This is over now. You can still help your neighbours: tap “{ button-offer }”.
call-join-full = All places are taken at the moment. If you say yes, you are on the reserve.
offer-for-call-out = People are wanted for this: { $purpose }. First I have a few questions. Then I will ask you whether you can come.
