### What a volunteer offers, and what they have done

button-profile-change = Change what I offer
button-profile-pause = Take a break
button-profile-go-on = End my break
button-profile-record = What I have done
button-profile-leave = Stop helping
button-record-letter = Letter of thanks
button-leave = Yes, I stop helping
button-leave-no = No, I go on

profile-none = You are not offering help at the moment. You can begin with one of these.
profile-offers = This is what you offer:
profile-paused = You are taking a break, up to and on { $day }. I will not ask you for anything until then.
profile-active = You can change this, take a break or stop at any time.
profile-goes-on = Welcome back. I may ask you again when help is needed.

ask-pause-until =
    Until which day would you like a break?

    Please tap a day, or write one. For example: “31 May 2030”. I will not ask you for anything up to and on that day.
answer-pause-until = Last day of the break
problem-pause-too-far = A break can be one year at most. Please choose an earlier day. You can always begin another break.
paused = Enjoy your break. I will not ask you for anything up to and on { $day }. You can end it at any time with /me.
paused-still-yours = These are still with you: { $references }. If you cannot do them, please hand them back with /mine.

ask-leave =
    Would you like to stop helping?

    I then forget what you offered. You can come back at any time.
leave-reopens = These are opened for others again, and whoever asked is told: { $references }.
answer-leave = Stop helping
left-not = I am glad. Everything stays as it was.
left = You have stopped helping. Thank you for everything. You can come back at any time with /offer.

record-none = You have not finished a task yet. When you have, you will find it here.
record-total = { $number ->
    [one] Since { $day } you have helped once:
   *[other] Since { $day } you have helped { $number } times:
}
record-kind = { $kind }: { $number }
record-private = Only you can see this. It names nobody you helped.

letter-here = Here is your letter. It names nobody you helped.
letter-title = With thanks
letter-dear = Dear { $name },
letter-helped = { $number ->
    [one] On { $first } you helped one of your neighbours. This is what you did:
   *[other] Between { $first } and { $last } you helped your neighbours { $number } times. This is what you did:
}
letter-thanks = Somebody could rest, eat, or talk to a friend because you gave your time. Thank you.
letter-from = Your neighbourhood help scheme
