### A request as those who look after it see it, and what they do with it

page-how = Please write /request and the reference, for example: /request KRT-27
page-unknown = I find no request { $reference } among those that you look after. Please look at the reference again.
page-by-phone = By phone: its resident has no app
page-for-another = Asked for by somebody else
page-weekly = One time of weekly help
page-places = Takes several helpers: { $references }
page-incomplete = It lacks its kind or its neighbourhood, so nobody else can see it yet.
page-open = Nobody has it. It has been open since { $by }.
page-could = { $number ->
    [0] A coordinator picks the helper. Nobody has said yet that they could do it.
    [one] A coordinator picks the helper. One person has said that they could do it.
   *[other] A coordinator picks the helper. { $number } people have said that they could do it.
}
page-claimed = { $name } has it.
page-on-the-way = { $name } has it, and has set off.
page-not-in-touch = They have not been in touch yet. If I hear nothing by { $by }, it is open again.
page-unconfirmed = The helper says that it is done. The resident has not said so yet.
page-done = It is done.
page-closed = It is closed.
page-words-kept = Its words are kept until { $by }. Until then you can open it again.
page-words-gone = Its words were deleted on { $by }.
page-ring-waits = A call to the resident still waits for somebody.
page-disputed = The resident says that it is not done. Somebody has to look into it.
page-words = The words of { $reference }:
page-words-logged = It is noted that you have read them. Please do not pass them on.
page-no-words = The words of { $reference } are deleted by now. There is nothing to show.
page-not-open = { $reference } is not open just now, so I cannot show its card again.
page-shown-lately = The card of { $reference } was shown within the last half hour. Please wait a little.
page-no-group = I cannot show { $reference } in a group just now. Please look whether a group is linked, and whether I may write there.
page-raised = I have shown the card again.

button-complete = Give it what it lacks
button-assign = Choose a helper for it
button-reassign = Give it to somebody else
button-raise = Show the card again
button-show-words = Show their words
button-close = Close it
button-reopen = Open this request again
button-hand-over = Hand it over
button-block-resident = Block the resident
button-block-helper = Block the helper

# What has happened, and who saw what.
log = What has happened:
log-asked = – { $by }: asked for
log-asked-by-phone = – { $by }: asked for on the phone
log-seen-claimed = – { $by }: { $name } took it, and saw the name, the street and the words
log-seen-had = – { $by }: { $name } took it, saw the name, the street and the words, and has it no longer
log-seen-set-off = – { $by }: { $name } set off, and saw the door and what else was given
log-seen-ringing = – { $by }: { $name } saw the phone number, to ring
log-seen-read = – { $by }: { $name } read the words
log-seen-outside = – { $by }: { $name } saw all of it, to see to it outside of this service
log-somebody = somebody
log-moved = – { $by }: handed over to { $organisation }
log-opened = – { $by }: open again
log-done = – { $by }: the helper said that it is done
log-confirmed = – { $by }: noted as done
log-closed = – { $by }: closed
log-closed-by = – { $by }: { $name } closed it: { $why }

closed-as-fulfilled = it is done
closed-as-not-needed = it is not needed any more
closed-as-could-not-help = we could not help
closed-as-duplicate = it was asked for twice
closed-as-handed-over = it was handed over
closed-as-out-of-area = it is outside our area

# Given to somebody by a coordinator.
assign-whom = Who shall have { $reference }? These people may take it:
assign-whom-instead = { $name } has { $reference } now. Who shall have it instead? These people may take it:
assign-person = { $number }. { $name }
assign-said-so = They have said that they could do it.
assign-could-be-asked = They have not been asked. If they cannot do it, they hand it back with one tap.
assign-near = They help in this neighbourhood.
assign-next-door = They help in another neighbourhood.
assign-holds = { $number ->
    [0] They have no task just now.
    [one] They have one task, and want { $limit } at most.
   *[other] They have { $number } tasks, and want { $limit } at most.
}
assign-other-times = They offer other times, or another language.
assign-choose = { $number }: choose { $name }
button-assign-more = Show more people
assign-nobody = I know nobody who could take { $reference } now: of this kind, near enough, checked where needed, and with room for it.
assign-not-now = { $reference } cannot be given to anybody just now.
assign-changed = { $reference } has changed since then. Please open it again and choose once more.
assign-has-it = They have { $reference } already.
reassigned = Somebody else will help with your request { $reference }: { $name }, and not { $other }.
reassigned-from-you = A coordinator has asked somebody else to do { $reference }. You did nothing wrong. Thank you for being there.
details-closed-reassigned = { $reference } is with somebody else now. The details are closed again.

# Closed with a reason.
close-why = Why shall { $reference } be closed? I tell everybody in words that fit.
close-helper-hears = { $name } has taken it, and will hear of it too.
button-close-not-needed = Not needed any more
button-close-fulfilled = It has been done
button-close-could-not-help = We could not help
button-close-duplicate = Asked for twice
button-close-out-of-area = Outside our area
button-close-died = The person has died
button-close-not = Leave it open
close-already = { $reference } is closed already. There is nothing left to do.
close-noted = { $reference } is closed: { $why }. I have told everybody who has to know.
close-noted-by-phone = { $reference } is closed: { $why }. Its resident has no app, and somebody has to ring them.
close-weekly-goes-on = It is one time of weekly help, and that goes on. You can end it here.
closed-not-needed = A coordinator has closed your request { $reference }, since it is not needed any more. If that is wrong, please tell a coordinator within { $kept-hours } hours, and it can be opened again.
closed-fulfilled = A coordinator has noted your request { $reference } as done. If that is wrong, please tell a coordinator within { $kept-hours } hours, and it can be opened again.
closed-could-not-help = I am sorry. We could not find help for your request { $reference }, and a coordinator has closed it. Your council, your doctor's practice or a charity near you may know another way. You can also ask here again.
closed-duplicate = Your request { $reference } had been asked for twice, so a coordinator has closed it. The other one goes on.
closed-out-of-area = I am sorry. Your request { $reference } is for a place where we have no helpers, so a coordinator has closed it. Your council or a charity near there may know who can help.
details-closed-not-needed = { $reference } is not needed any more. The details are closed again. Thank you for wanting to help.
details-closed-fulfilled = A coordinator has noted { $reference } as done. The details are closed again. Thank you for helping.
details-closed-could-not-help = A coordinator has closed { $reference }, since it turned out that we cannot help. The details are closed again. Thank you for wanting to.
details-closed-duplicate = { $reference } had been asked for twice, so it is closed. The details are closed again. Thank you for wanting to help.
details-closed-out-of-area = { $reference } is outside our area, so it is closed. The details are closed again. Thank you for wanting to help.
ring-bereaved = This call is not needed any more.

# Opened again.
button-reopen-yes = Yes, open it again
button-reopen-no = No, leave it closed
reopen-sure = Shall I open { $reference } again? Then helpers can take it, and its resident hears of it.
reopen-open = { $reference } is not closed. There is nothing to open.
reopen-too-late = { $reference } cannot be opened again: its words are deleted { $kept-hours } hours after it is closed. Its resident can ask again.
reopen-in-peace = { $reference } stays closed. We were told that whoever it was for has died, or does not agree to it any more. If that is wrong, please let it be asked for again.
reopen-blocked = { $reference } stays closed, because its resident is blocked. Please unblock them with /block first.
reopen-noted = { $reference } can be taken again.
