### Being in touch after taking a task, handing it back, and people whom nothing reaches

button-contact = I am in touch
button-when-coming = When I am coming

details-contact-by = Please let them know by { $by } that you will do this. Tap “{ button-contact }” when you have. If I hear nothing by then, I open it for others again.
contact-nudge = You have taken { $reference }. Are you in touch about it? Please tap “{ button-contact }” by { $by }. If I hear nothing by then, I open it for others again, and that is all right too.
contact-noted = Thank you. I am passing that on.
contact-thanks = Thank you. { $reference } is yours. Please tap a button below when there is news.
in-touch = { $name } has told me that they will do it. This is about your request { $reference }.

answer-coming = When you are coming
ask-coming =
    Thank you. When will you come? This is about { $reference }.

    Please tap a time, or write one, such as “at 3 in the afternoon”. If you do not know yet, tap “{ button-skip }”.
ask-coming-phone =
    Thank you. When will you ring? This is about { $reference }.

    Please tap a time, or write one, such as “at 3 in the afternoon”. If you do not know yet, tap “{ button-skip }”.
problem-time-outside = Help is wanted at another time: { $window }. Please tap or write a time within it.
coming-noted = Thank you. I am passing on when you come for { $reference }: { $window }. If that changes, tap “{ button-when-coming }”.
coming-to-resident = { $name } means to come at this time: { $window }. This is about your request { $reference }.
coming-phone = { $name } means to ring at this time: { $window }. This is about your request { $reference }.

details-closed-lease = { $reference } is open for others again. The details are closed.
lease-over = I had no news from you about { $reference }, so I have opened it for others again. That is all right: things come up. If you can still do it, you can take it again from its card.
lease-over-to-resident = { $name } could not tell me in time that they will come. Your request { $reference } is open for your neighbours again. I will write as soon as somebody takes it.
lease-over-to-owners = { $name } had taken { $reference }, but we heard nothing in time. It is open for others again. There is nothing to do for you just now.

standing-not-in-touch = { $name } has taken it. They still have to confirm. If I do not hear from them by { $by }, your neighbours can take it again.
standing-coming = They mean to come at this time: { $window }.
standing-coming-phone = They mean to ring at this time: { $window }.
standing-unreached = My messages do not reach them just now.
standing-over = The time for it is over. I have asked them how it went.

button-of-earlier-claim = This button is from an earlier time when you had { $reference }. Please use the buttons of my newest message about it.

answer-hand-back-note = Note to the next helper
ask-hand-back-note =
    Would you like to leave a note for the next helper? For example: “The shop was shut, the one in Mill Road has it”.

    Only the next helper and a coordinator can read it. Please write no address and no phone number: they see what they need. You can also tap “{ button-skip }”.
note-kept = Thank you. I have kept your note for the next helper of { $reference }.
note-left-out = That is all right. There is nothing more to do for { $reference }.
note-not-needed = No note is needed for { $reference } any more. Thank you for thinking of it.
note-arrived = Somebody who had { $reference } before you left this note: { $note }
note-to-owners = { $name } handed { $reference } back and left this note for the next helper: { $note }
details-note = A note from somebody who had this before: { $note }

ring-resident = My messages do not reach { $name } any more. It is about their request { $reference }. Please ring them.
resident-unreached = My messages do not reach { $name } just now, so what you write may wait. A coordinator was asked to ring them about { $reference }.
ring-no-phone = Phone: none was given
ring-no-more = { $name } can be reached again. There is no need to ring about { $reference }.
ring-closed = { $reference } is closed. The phone number is not shown any more.
rung-instead = I could not reach you about { $reference }. So I asked a coordinator to look for another way.
rung-instead-sees = I could not reach you about { $reference }. So I asked a coordinator to ring you. They can see your phone number until your request is over.
helper-lost = My messages do not reach { $name } any more. They have taken { $reference }.
helper-lost-lease = They have not confirmed it yet. If nothing comes by { $by }, I open it for others again.
helper-lost-in-touch = They had said that they will do it. Please find out whether they still can.
helper-lost-to-resident = I cannot reach { $name } just now. They had said that they will help with your request { $reference }. A coordinator has been told and will look into it.
helper-lost-and-nobody-told = I cannot reach { $name } just now. They had said that they will help with your request { $reference }. If it cannot wait, please ask somebody else as well.
helper-back = { $name } can be reached again. This is about { $reference }.
