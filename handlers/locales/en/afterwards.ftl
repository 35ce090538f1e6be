### At the door, and what follows when a helper says that it is done

words-at-the-door = When they come, ask for their word. It is “{ $theirs }”. Your own word is “{ $yours }”. If their word is another one, please do not open.
words-at-the-door-for = Please tell { $person } two words. Whoever comes says “{ $theirs }”. { $person } answers “{ $yours }”. If the first word is another one, { $person } should not open.
words-on-the-phone = When they ring, ask for their word. It is “{ $theirs }”. Your own word is “{ $yours }”. If their word is another one, please hang up.
words-on-the-phone-for = Please tell { $person } two words. Whoever rings says “{ $theirs }”. { $person } answers “{ $yours }”. If the first word is another one, { $person } should hang up.
words-of-the-helper = They will ask for your word. It is “{ $yours }”. Please ask for theirs too. It is “{ $theirs }”.

### Is it done?

done-to-resident = { $name } says that your request { $reference } is done. Is that right?
done-to-resident-for = { $name } says that the help for { $person } is done. Its reference is { $reference }. Is that right?
done-closed-again = Your details are closed again. Your address and your words will be deleted { $kept-hours } hours from now.
done-closed-again-for = The details of { $person } are closed again. The address and the words will be deleted { $kept-hours } hours from now.
button-confirm = Yes, it is done
button-dispute = No, it is not
confirm-noted = Thank you for telling me.
confirmed = Thank you for telling me. { $reference } is finished.
confirmed-already = { $reference } is noted as done already. If something was wrong, write /report. If you need more help, write /ask.
confirm-not-waiting = There is nothing to confirm for { $reference } just now. To see how it stands, write /mine.
confirm-reminder = If I hear nothing by tomorrow, I will take it as done.
standing-unconfirmed = If I hear nothing for two days, I will take it as done.
standing-dispute-begun = You have told me that it is not right. Please tap what happened. If you leave it open, I ask a coordinator to look into it.
standing-disputed = You have told me that something was wrong. A coordinator is asked to look into it with you.
confirm-taken = I have not heard from you for two days, so I take { $reference } as done. If it was not, write /ask to ask again, or /report if something was wrong.
dispute-what = I am sorry. What happened with { $reference }?
button-nobody-came = Nobody came
button-nobody-rang = Nobody rang
button-not-everything = Not everything was done
button-something-else-happened = Something else happened
button-done-after-all = It is done after all
coordinator-knows = A coordinator knows about it now.
coordinator-not-reached = I could not reach a coordinator yet. Please ring one if you can.
reopened-nobody-came = I am sorry that nobody was there for you. { $reference } is open again.
reopened-not-everything = Thank you for telling me. { $reference } is open again, so that somebody can do the rest.
reopened-by-coordinator = A coordinator has opened { $reference } again.
reopened-in-time = I will write to you as soon as somebody takes it.
reopened-late = The time you had asked for is over, so I cannot promise when somebody comes. If you do not need it any more, tap “{ button-withdraw }”.
disputed-something-else = I am sorry. Somebody should look into this with you.

wrong-nobody-came-to-owners = { $resident } says that nobody was there for { $reference }. { $name } had said that it was done. It is open again. Please ask both of them kindly what happened.
wrong-not-everything-to-owners = { $resident } says that not everything was done for { $reference }. { $name } was the helper. It is open again.
reopened-late-to-owners = The time for it is over. Please ask when help is still wanted, and look for somebody.
wrong-something-else-to-owners = { $resident } says that something else happened with { $reference }. { $name } was the helper. Please speak with { $resident }, then tap what fits.
dispute-waits-to-owners = { $resident } says that { $reference } is not done. { $name } was the helper. Please speak with { $resident }, then tap what fits.
dispute-over-to-owners = The resident of { $reference } says now that it is done after all.
wrong-nobody-came-to-helper = { $reference } is open again, because the resident says that nobody was there. Perhaps something was mixed up. If you were there, please tell a coordinator.
wrong-not-everything-to-helper = There is still something to do for { $reference }, so it is open again. Thank you for what you did.
wrong-something-else-to-helper = A coordinator has opened { $reference } again, and can tell you more about it. Thank you for what you did.
button-settle-open = Open it again
button-settle-done = Count it as done
settle-too-late = The address and the words of { $reference } are deleted by now, so it cannot be opened again. The resident can ask again.
settled-already = Somebody has settled { $reference } already. There is nothing left to do.
settled-done = A coordinator has closed { $reference }. If you need more help, write /ask.
settled-to-owners = { $reference } is settled. There is nothing left to do.

### Thanks

button-thanks = Say thank you
ask-thanks = What would you like to say to { $name }?
answer-thanks = Thanks
button-thanks-simply = Thank you
button-thanks-great-help = That was a great help
button-thanks-glad = I was glad to see you
button-thanks-talk = It was good to talk
button-thanks-own = Something in my own words
ask-thanks-words =
    What would you like to say?

    Please write it. A coordinator reads it before it is passed on. Please leave out addresses and numbers.
answer-thanks-words = My words
preview-thanks = This is what { $name } will read:
answer-preview-thanks = Sending
preview-read-first = A coordinator reads it first. Then I will write to you.
thanks-sent = I have passed your thanks on to { $name }.
thanks-handed-in = Thank you. A coordinator reads it now. I will tell you when { $name } has it.
thanks-given = { $name } thanks you for { $reference }:
thanks-passed-on = { $name } has your thanks for { $reference } now.
thanks-refused = A coordinator would rather not pass on your words for { $reference }. Perhaps they hold something private. You can write other words, or choose ready-made ones.
thanks-dropped = I am sorry. Nobody found time to read your words for { $reference }, and I have deleted them. You can still send ready-made ones.
thanks-not-now = Thanks can be sent once you have said that it is done. To see how it stands, write /mine.
thanks-too-late = I pass thanks on for two days only, and those are over. Perhaps you can say it when you meet.
thanks-waiting = A coordinator is reading your words of thanks. I will write to you when they are passed on.
thanks-sent-before = Your thanks for this have been passed on already.

### How it went

how-was-it = How was it for you? You do not have to answer.
how-was-it-for = How was it for { $person }? You do not have to answer.
how-did-it-go = How did it go? You do not have to answer.
button-how-good = Good
button-how-mixed = Mixed
button-how-not-good = Not good
how-noted = Thank you for telling me.
how-noted-good = I am glad to hear it. If you like, you can do one of these now.
how-noted-mixed = Thank you for telling me. If you like, you can do one of these now.
how-noted-not-good = I am sorry to hear it.
how-add-words = You can add a few words. Only coordinators read them.
how-not-now = You can say how { $reference } went once it is done.
how-said-before = You have already told me how { $reference } went. Thank you.
how-first = Please say first how { $reference } went, with the buttons of my message about it.
how-told-before = You have already written a few words about { $reference }. Thank you.
not-good-resident = { $name } had asked for help with { $reference }, and it did not go well. Please ask how they are.
not-good-helper = { $name } helped with { $reference }, and it did not go well. Please ask how they are.
button-add-words = Add words for a coordinator
ask-how-words =
    What should a coordinator know?

    Please write it. Only coordinators read it. I delete my copy after { $keep-how-it-went } days.
answer-how-words = My words
how-words-kept = Thank you. Your words are kept for the coordinators.
how-words-resident = { $name } had asked for { $reference }. How it was: { $how }. Their words:
how-words-helper = { $name } helped with { $reference }. How it was: { $how }. Their words:

### A thought for others

button-thought = Share a thought with others
ask-thought-words =
    What could others learn from this?

    Please write one thought. If a coordinator agrees, the group sees it without your name. Please leave out names, places and numbers.
answer-thought-words = My thought
preview-thought = This is what the group would see:
answer-preview-thought = Sending
thought-in-group = Somebody who took part in a task would like others to know:
thought-handed-in = Thank you. A coordinator reads it now. I will tell you what becomes of it.
thought-handed-in-before = You have already written a thought about { $reference }. Thank you.
thought-not-now = You can share a thought about { $reference } once it is done.
thought-posted = Your thought is in the group now, without your name. Thank you.
thought-without-group = A coordinator liked your thought, but there is no group yet that could see it. Thank you all the same.
thought-refused = A coordinator would rather not share your thought about { $reference }. Perhaps it could point at somebody. You can write it another way.
thought-dropped = I am sorry. Nobody found time to read your thought about { $reference }, and I have deleted it.

### What coordinators read first

approve-thanks = { $name } would like to thank the helper of { $reference }. Only the helper will read it:
approve-thought = { $name } would like to share a thought about { $reference }. The group will read it, without a name:
approve-words = “{ $value }”
approve-read-yourself = I look for names, numbers, places and the like, and miss many. Please ask yourself: could it point at somebody, or hurt somebody?
button-approve = Pass it on
button-refuse = Keep it back
approval-approved = passed on
approval-refused = kept back
approval-over = The words for { $reference } are decided about: { $outcome }.
approval-already = Somebody has decided about these words for { $reference } already. There is nothing left to do.
approval-dropped = These words have waited for two weeks. I have deleted them and told their author.
approvals-none = Nothing waits to be read just now.

### Offering something too

ask-to-offer =
    I hope that you are well.

    Some who were helped like to help others too. A phone call or a chat at the door can mean much. Would you like to hear more?

    If not, that is quite all right. I will not ask again.
button-offer-too = Yes, tell me more
button-offer-nothing = No, thank you
offer-declined = That is quite all right. I will not ask again. If you ever wish to, you can write /offer.
