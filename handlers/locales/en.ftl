# Everything that Doorstep says in English.
#
# Short sentences and plain words: many readers are ill, old, alone or grieving. A text about
# something that went wrong says what was wrong and what to do now.

-currency = £

### Buttons

button-yes = Yes
button-no = No
button-skip = Skip
button-back = Back
button-stop = Stop
button-send = Send
button-change = Change one answer
button-agree = I agree
button-several-done = Done
button-leave-to-coordinator = Leave it to a coordinator
button-ask = Ask for help
button-offer = Offer help
button-mine = My requests
button-language = Language
button-claim = I can do this
button-could = I could do this
button-choose-helper = Choose this helper
button-give-address = Give my address
button-set-off = I am setting off
button-done = Done
button-hand-back = I can't after all
button-withdraw = I don't need this any more
button-withdraw-yes = Yes, close it
button-withdraw-no = No, keep it

### Kinds of help

kind-shopping = Shopping
kind-food-parcel = Food parcel
kind-hot-meal = Hot meal
kind-errand = Errand
kind-post = Post
kind-dog-walk = Dog walk
kind-doorstep-chat = Doorstep chat
kind-pharmacy-run = Pharmacy run
kind-phone-call = Friendly phone call
kind-lift = Lift
kind-listening = Someone to talk to
kind-paperwork = Paperwork
kind-something-else = Something else

### What a request is like

size-small = One small bag
size-bags = A few bags
size-large = Something large or heavy

need-car = A car
need-step-free = No steps
need-heavy-lifting = Heavy lifting
need-dog = A dog at home

pays-nothing-to-pay = nothing to pay
pays-paid-already = paid already
pays-paid-back = the helper is paid back, up to { -currency }{ $ceiling }

pays-choice-nothing = There is nothing to pay
pays-choice-already = It is paid already
pays-choice-back = I pay back, up to { -currency }{ $ceiling }
pays-choice-other = I pay back another amount

# Each language is written in itself.
language-en = English
language-es = Español
language-any = Any language

# The label of a button for an offered time.
window-morning = { $window }
window-afternoon = { $window }
window-evening = { $window }
window-day = { $window }
window-hours = { $window }
window-days = { $window }

number = { $number }

# How a day is written: letters as in Unicode's date patterns (EEEE the day of the week,
# d the day, MMMM the month), other words between single quotes.
date-pattern = EEEE d MMMM
full-day = { $day } { $year }
years-until = { $day }

### The card that a group sees

card-area = Where: { $area }
card-window = When: { $window }
card-size = How much: { $size }
card-needs = Please note: { $needs }
card-language = Language: { $language }
card-pays = Paying: { $pays }
card-reference = Reference: { $reference }
card-open = Open. Nobody has taken this yet.
card-taken = Taken. Thank you.
card-done = Done. Thank you.
card-closed = Closed. There is nothing to do here now.

### In a group

group-hello = Hello. I am Doorstep. Once an owner has linked this group to a neighbourhood, I will post requests for help here. For that an owner writes /link and the name of the neighbourhood.
group-write-in-private = Please write to me in private. What you say there stays between us.
group-anonymous = I cannot tell who wrote this, because it was sent in the name of the group. Please write it under your own name.
group-lost = I can no longer write in the group of { $neighbourhoods }. Cards for it wait until I can. Please add me to the group again, or link another group with /link.
button-guidance-yes = Yes, I will keep to this
button-guidance-no = No, not this kind
button-save = Save
button-finish = Finish
button-record-check = Record a check
button-open-private-chat = Write in private
card-of-another-group = This card does not belong to this group. Please use the card in the neighbourhood's own group.

### First words

welcome =
    Hello. This is Doorstep. Here neighbours help one another.

    You can ask for help, or offer to help others. You can stop at any time. What would you like to do?

    If somebody's life is in danger, please ring 999 or 112 first.
help =
    This is what you can do here:

    /ask – ask for help
    /offer – offer help, or change what you offer
    /mine – see your requests and what you have taken
    /language – choose another language
    /cancel – stop what I am asking you
    /help – read this again

    You can tap a button, or write its words or its number.

    If somebody's life is in danger, please ring 999 or 112 first.
help-owner =
    For those who look after the scheme:

    /neighbourhood – set up a neighbourhood
    /link NAME – write this in a group to link it to a neighbourhood
# What the app shows beside each command.
command-start = Begin here
command-help = What I can do for you
command-ask = Ask for help
command-offer = Offer help to your neighbours
command-mine = How your requests stand
command-language = Choose your language
command-cancel = Stop what I am asking you
command-unknown = I do not know that command. Please choose one of these, or write /help.
nothing-to-stop = There is nothing to stop just now. You can choose one of these.
in-the-middle = You are in the middle of this. Please answer it first, or tap “{ button-stop }”. Nothing you said is lost.
link-leads-nowhere = This link does not work any more. Please tap the card in your group again.
not-understood = I did not understand that. Please tap one of these buttons, or write /help.
not-words = I can only read written words. Please write to me, or tap one of these buttons.
edited = I cannot follow changes to an older message. Please write it again. If you want to change an answer, tap “{ button-back }”.
our-fault = Something went wrong on our side. It was not your fault. Please try again in a little while.
may-be-repeated = You may have had this message before.
button-old = This button is from an earlier time and does nothing now. You can choose one of these, or write /mine.
button-of-earlier-question = That button belongs to an earlier question. This is the question I am asking now:
button-unknown = This button does not work any more. Please use the newest message.

draft-recalled = You had begun this a while ago. Would you like to go on? Your answers so far are still here. If you do not go on, I will forget them after a day.
draft-forgotten = You had begun something here, but did not finish it. I have deleted your answers. You can begin again whenever you like.

### Asking for help

ask-agree =
    Before we start, here is what happens with what you tell me.

    I keep your answers, so that a neighbour can help you.
    The group sees the kind of help, the neighbourhood and the time. It sees what else is on the card, and nothing more.
    Whoever takes your request sees your first name, your street and your words.
    They see your door number, notes and phone number only when they are on their way.
    If something is missing, a coordinator may read your request to sort it out.
    Your address and your words are gone 72 hours after your request is closed. A half-finished request is gone after 24 hours.

    Please never share a bank card or a PIN, with me or with a helper.

    To go on, tap “{ button-agree }”. If you do not agree, tap “{ button-stop }”.
ask-health =
    May I also keep what you tell me about your health? For example, that you are ill or cannot walk far.

    Only those who help you see it. You can say no. Then please leave your health out of what you write.
ask-name =
    What is your first name?

    Please write it. The group does not see it. Whoever helps you does.
ask-kind =
    What would help you?

    Please tap a button. You can also write its words or its number.
ask-words =
    Please write in your own words what you need.

    The group does not see this. Whoever helps you does. If you would rather not write anything, tap “{ button-skip }”.
ask-when =
    When would you like help?

    Please tap a time, or write one. For example: “Friday after 3”.
ask-where =
    Where is the help needed?

    Please write your postcode, or tap the name of your neighbourhood. You can also send your location: tap the paper clip, then Location.
ask-where-known =
    Where is the help needed?

    Last time it was { $home }. Please tap it if that is still right. If not, tap another name or write a postcode. You can also send your location: tap the paper clip, then Location.
place-outside =
    I do not know a neighbourhood of ours at this place.

    Nothing is lost. You can name another place, or leave it to a coordinator. They will see what you sent and look for a way.
ask-street =
    Which street is it?

    Please write it. Only whoever takes your request sees it. You can tap “{ button-skip }” and tell me when somebody has taken it.
ask-door =
    What is the number or name on your door?

    Please write it. Your helper sees it only when they are on their way. You can tap “{ button-skip }” if you like.
ask-entry-notes =
    Is there something to know about getting in? For example: “Ring twice, I am slow to the door”.

    Please write it, or tap “{ button-skip }”. Your helper sees it only when they are on their way.
ask-phone =
    Is there a phone number where your helper can reach you?

    Please write it, or tap “{ button-skip }”. Your helper sees it only when they are on their way.
ask-phone-to-ring =
    Which phone number shall your helper ring?

    Please write it. Your helper sees it only when they are about to ring you.
ask-size =
    How much is there to carry?
ask-needs =
    Is there something your helper should know or bring?

    If nothing fits, just tap “{ button-several-done }”.
ask-language-wanted =
    Which language should your helper speak?
ask-payment =
    Is there something to pay for?

    Please settle this now, so that nobody has to ask at the door. Never give anybody your bank card or your PIN.
ask-ceiling =
    How much may it cost at most?

    Please write a whole number, such as 15.

preview-public = This is what your neighbours will see:
preview-private = This only the person who helps you will see:
preview-no-card = Nothing yet. A coordinator looks at your request first.

sent = Sent. The reference of your request is { $reference }.
sent-open =
    It is for { $window }. Your neighbours can see it now. I will write to you as soon as somebody takes it.

    If nobody does, a coordinator will hear of it in good time.
sent-assigned =
    It is for { $window }. Neighbours can now say that they could do it. A coordinator then picks the right person with care.

    I will write to you as soon as somebody is found.
sent-with-coordinator =
    It is for { $window }. A coordinator looks at it first and will find a way to go on.

    I will write to you as soon as there is news.

completed-to-resident = There is news of your request { $reference }. A coordinator has looked at it, and your neighbours can see it now. I will write to you as soon as somebody takes it.
unclaimed-to-resident = Nobody has taken your request { $reference } yet. A coordinator has been told and will look for a way. I will write to you as soon as somebody takes it.
unclaimed-and-nobody-told = Nobody has taken your request { $reference } yet, and I cannot reach a coordinator just now. It stays open, and I will write to you as soon as somebody takes it. If it cannot wait, please ask somebody else as well.
uncompleted-to-resident = Your request { $reference } still waits for a coordinator. I have reminded them, and will write to you as soon as there is news.

mine-nothing = You have no open request just now, and you have taken none. You can begin with one of these.
standing-with-coordinator = A coordinator is looking at it. I will write to you as soon as there is news.
standing-open = Nobody has taken it yet. Your neighbours can see it, and I will write to you as soon as somebody takes it.
standing-assigned = Nobody has been chosen yet. A coordinator picks the right person with care. I will write to you as soon as somebody is found.
standing-claimed = { $name } has taken it, but is not on the way yet.
standing-on-the-way = { $name } is on the way to you.
standing-done = It is done.
standing-withdrawn = It is closed.

withdraw-sure = Shall I close your request { $reference }? Then nobody will come for it.
withdraw-noted = Your request is closed.
withdrawn = Your request { $reference } is closed, and nobody will come for it. Your address and your words will be deleted 72 hours from now. You can ask again at any time.
already-closed = Your request { $reference } is already closed.
not-your-request = This is not your request. Only the person who made it can close it.

private-name = Name: { $value }
private-street = Street: { $value }
private-words = What is needed: { $value }
private-door = Door: { $value }
private-entry-notes = Getting in: { $value }
private-phone = Phone: { $value }

### Answering, and what can go wrong with it

several-how = Please tap each one that fits. Then tap “{ button-several-done }”.
several-chosen = Chosen: { $chosen }. Tap “{ button-several-done }” when this is right.
several-mark = Chosen: { $label }

change-which = Which answer would you like to change?

answer-agree = What is kept
answer-health = Health
answer-name = First name
answer-kind = Kind of help
answer-words = My words
answer-when = Time
answer-where = Neighbourhood
answer-street = Street
answer-door = Door
answer-entry-notes = Getting in
answer-phone = Phone
answer-phone-to-ring = Number to ring
answer-size = How much
answer-needs = What to know or bring
answer-language-wanted = Language
answer-payment = Who pays
answer-ceiling = Highest amount
answer-preview = Sending
answer-language = Language
answer-guidance = Guidance: { $kind }
answer-agree-volunteer = What is kept
answer-volunteer-name = First name
answer-offer-areas = Neighbourhoods
answer-offer-kinds = Kinds of help
answer-offer-nothing = Finishing
answer-offer-times = Days and times
answer-offer-languages = Languages
answer-offer-car = A car
answer-tasks-at-once = How many at once
answer-asked-at-most = How often I ask you
answer-preview-offer = Saving
answer-neighbourhood-which = Neighbourhood
answer-neighbourhood-part = What to set
answer-neighbourhood-postcodes = Postcodes
answer-neighbourhood-outline = Outline
answer-neighbourhood-homes = Number of homes
answer-neighbourhood-adjacent = Neighbourhoods next to it
answer-neighbourhood-time-zone = Time zone
answer-preview-neighbourhood = Saving
answer-check-until = Last day
answer-preview-check = Saving

problem-choose = I need one of the buttons here. Please tap one, or write its words or its number.
problem-choose-several = I did not understand that. Please tap all that fits, or write the numbers, such as “1, 3”. Then tap “{ button-several-done }”.
problem-choose-one-at-least = Nothing is chosen yet. Please tap at least one, then “{ button-several-done }”.
problem-choice-gone = Your earlier choice is not there any more. Please choose again.
problem-answer-gone = I could not use your earlier answer any more. Please answer once more.
problem-words-wanted = I can only read written words here. Please write your answer.
problem-empty = Nothing was written there. Please write your answer.
problem-too-long = That is too long for me: { $length } characters. Please use { $limit } at most and send it again.
problem-number = I need a whole number from { $lowest } to { $highest }. Please write one, such as { $lowest }.
problem-time-not-understood = I did not understand that time. Please tap a button, or write a day and an hour. For example: “Friday after 3”.
problem-time-ambiguous = That could mean more than one time. Please write one day and one hour. For example: “Friday at 3 in the afternoon”.
problem-time-no-such-day = There is no such day in the calendar. Please check the date and write it again.
problem-time-past = That time is already over. Please tap or write a later one.
problem-time-too-far = That is too far ahead. I can plan up to 60 days from now. Please choose an earlier day.
problem-time-gone = The time you chose is over now. Please choose a new one. All your other answers are still here.
problem-day-not-understood = I did not understand that day. Please tap a button, or write a day, a month and a year. For example: “31 May 2030”.
problem-day-past = That day is already over. Please tap or write a later one.
problem-day-too-far = { $years ->
    [one] That is too far ahead. A check is good for one year at most. Please choose an earlier day.
   *[other] That is too far ahead. A check is good for { $years } years at most. Please choose an earlier day.
}
problem-postcodes-empty = I found no postcode there. Please write one or more, with commas between them. For example: “N16, E8 1”.
problem-postcodes-not-a-postcode = Something there is not a postcode. Please check the list and send it again, with commas between them. For example: “N16, E8 1”.
problem-postcodes-too-many = Those are too many postcodes for me. I can keep 200. Please send a shorter list, or only the first halves, such as “N16”.
problem-postcode-taken = { $postcode } already belongs to { $area }. Please leave it out here and send the list again. Or stop, and change { $area } first.
problem-outline-not-geojson = I could not read that as an outline. Please send GeoJSON, or three or more lines with latitude, longitude.
problem-outline-not-an-area = That outline does not go around anything. It needs at least three corners. Please check it and send it again.
problem-outline-crosses-itself = That outline crosses itself. Please put the corners in order, one after the other, and send it again.
problem-outline-too-large = That outline is too large for one neighbourhood. Please check the numbers and send a smaller one.
problem-outline-too-many-points = That outline has too many corners for me. I can keep 5,000. Please send a simpler one.
problem-outline-out-of-range = Some of those numbers are no place on the map. Please check them and send the outline again.
problem-time-zone = I do not know that time zone. Please tap a button, or write a name such as “Europe/London”.
problem-place = I could not find that place. Please write a postcode, or tap a name on a button. You can also send your location: tap the paper clip, then Location.
problem-confirm = Please have a look, then tap the first button. To change something, tap “{ button-change }”.

stopped = I have stopped. Nothing was sent. You can begin again whenever you like.

### Language

ask-language =
    Which language shall I speak with you?

    Please tap a button.
language-set = From now on I will speak English with you.

### Giving the address later

request-unknown = I do not know this request any more. You can see all of yours with /mine.
address-too-late = Your request { $reference } is already closed. No address is needed any more.
address-not-yours = This is not your request. Only the person who made it can give the address.
address-nothing-given = Nothing was given, and nothing has changed. You can give the address at any time with /mine.
address-saved = Thank you. I have kept this for your request { $reference }:
address-raised = Because keys or money are mentioned, a coordinator picks the helper for this one.
address-shown-claimed = { $name } can see your street now. Your door, your notes and your phone number stay hidden until { $name } is on the way.
address-shown-on-the-way = { $name } is on the way and can see all of this now.
address-arrived = There is news of the address for { $reference }. Here are the details as they are now.

### Offering help

ask-agree-volunteer =
    Before we start, here is what happens with what you tell me.

    I keep your first name and what you offer.
    Coordinators can see both. Whoever you help sees your first name.
    The group sees nothing of this.

    To go on, tap “{ button-agree }”. If you do not agree, tap “{ button-stop }”.
ask-volunteer-name =
    What is your first name?

    Please write it. Whoever you help will see it, and so will coordinators.
offer-is-change = You are already a helper. What you answer now takes the place of what you offered before.
ask-offer-areas =
    In which neighbourhoods would you like to help?
ask-offer-kinds =
    What would you like to help with?

    I will then show you a few words about each kind you choose.
ask-guidance = Will you keep to this?
ask-offer-times =
    When can you usually help?
ask-offer-languages =
    Which languages do you speak?
ask-offer-car =
    Do you have a car that you could use to help?
ask-tasks-at-once =
    How many tasks would you like to have at one time, at most?

    Please tap a number, or write one.
ask-asked-at-most =
    May I ask you directly when nobody takes a request? How often?
ask-offer-nothing =
    You have not said yes to any kind of help. So there is nothing to save.

    To choose again, tap “{ button-change }”. If that is right, tap “{ button-finish }”.

time-weekday-morning = Weekday mornings
time-weekday-afternoon = Weekday afternoons
time-weekday-evening = Weekday evenings
time-weekend-morning = Weekend mornings
time-weekend-afternoon = Weekend afternoons
time-weekend-evening = Weekend evenings

asked-as-needed = Whenever help is needed
asked-daily = Once a day at most
asked-weekly = Once a week at most
asked-never = Never, I look for myself

preview-offer = This is what you offer. Is it right?
preview-offer-change = This is what you offer from now on. Is it right?
offer-shows-name = Name: { $name }
offer-shows-areas = Neighbourhoods: { $areas }
offer-shows-kinds = Kinds of help: { $kinds }
offer-shows-times = Times: { $times }
offer-shows-languages = Languages: { $languages }
offer-shows-car = Car: yes
offer-shows-no-car = Car: no
offer-shows-at-once = Tasks at one time: { $number }
offer-shows-asked = How often I may ask: { $asked }

offer-thanks = Thank you. You are a helper now. When a neighbour needs something, a card appears in your group. Tap it to take it.
offer-changed = Thank you. I have saved what you offer now.
offer-needs-check = Some of these kinds need a check of who you are first: { $kinds }. A coordinator has been told and will get in touch with you.
offer-not-kept = I have saved nothing. You can offer help at any time with /offer.
offer-stays = I have changed nothing. What you offered before stays as it was.

join-agree = If you say yes, I keep your first name and what you offer. Whoever you help sees your first name, and so do coordinators.
join-declined = That is all right. Nothing was saved, and somebody else can take it.
join-kept = What you offer is saved. Next time, one tap is enough.

needs-check = Thank you for wanting to help. For this kind of help, { $kind }, somebody has to check who you are first. A coordinator has been told and will get in touch with you.

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

set-off-noted = Thank you. I am sending you the rest of the details.
on-the-way = { $name } is on the way to you. This is about your request { $reference }.
on-the-phone = { $name } is about to ring you. This is about your request { $reference }.
on-the-way-sees = { $name } can now also see: { $parts }.

hand-back-noted = That is all right. Somebody else can take it now.
hand-back-thanks = You have handed back { $reference }. That is all right, and thank you for telling us. It is open for others again.
handed-back = { $name } cannot come after all. This is about your request { $reference }. It is open for your neighbours again, and I will write when somebody takes it.
details-closed-handed-back = You have handed back { $reference }. The details are closed again.

details-closed-withdrawn = { $reference } is not needed any more. The details are closed again. Thank you for wanting to help.
unfinished-to-helper = The time for { $reference } is over. How did it go? Please tap a button below, so that we know.

done-noted = Thank you for helping.
done-thanks = { $reference } is done. Thank you for helping your neighbour.
done-to-resident = { $name } says that your request { $reference } is done. We hope it went well.
done-closed-again = Your details are closed again. Your address and your words will be deleted 72 hours from now.
details-closed-done = { $reference } is done. The details are closed again.

not-yours = { $reference } is not with you. Somebody else may have it now.
yours-with-coordinator = A coordinator is looking at { $reference } just now. There is nothing for you to do.
yours-open = Nobody has { $reference } now. You can take it again from its card.
yours-claimed = You have { $reference }, but you have not set off yet. Please use the buttons of my newest message about it.
yours-on-the-way = You are already on the way for { $reference }. The details are in my newest message about it.
yours-done = { $reference } is already done. Thank you for helping.
yours-withdrawn = { $reference } is not needed any more. Thank you for wanting to help.

### For those who look after the scheme

complete-request = A request needs you before others can see it. Reference: { $reference }
complete-place = Place that was named: { $place }
complete-where = It has no neighbourhood yet. Please tap the one that should look after it.
complete-kind = It has no kind yet. Please tap the kind of help that fits.
link-in-group = Please write /link and a name in the group itself. Add me to the group first.
link-owners-only = Only an owner can link this group. If you should be one, please ask whoever runs Doorstep here.
link-how = Please write /link and the name of the neighbourhood in one message. For example: /link Clapton.
link-name-too-long = That name is too long: { $length } characters. Please use { $limit } at most and write /link again.
link-name-signs = That name has signs that I cannot use. Please use letters and numbers only, and write /link again.
link-made = I have made the neighbourhood { $area } and linked this group to it.
link-done = This group is now linked to { $area }.
link-moved = This group is now linked to { $area }, and no longer to { $before }.
link-next = Cards for it will appear here. An owner can set its postcodes and more by writing /neighbourhood to me in private.

neighbourhood-none = There is no neighbourhood yet. Please add me to a group, then write /link and a name there.
ask-neighbourhood-which =
    Which neighbourhood is it about?
ask-neighbourhood-part =
    What would you like to set?
neighbourhood-postcodes = Postcodes
neighbourhood-outline = Outline on the map
neighbourhood-homes = Number of homes
neighbourhood-adjacent = Neighbourhoods next to it
neighbourhood-time-zone = Time zone
ask-neighbourhood-postcodes =
    Which postcodes belong to it?

    Please write them with commas between them. The first half is enough. For example: “N16, E8 1”. They take the place of the old list.
ask-neighbourhood-outline =
    What is its outline?

    Please send it as GeoJSON. You can also write one corner to a line, with latitude, longitude. For example: “51.5601, -0.0702”.
ask-neighbourhood-homes =
    How many homes does it have?

    Please write a whole number. If it has only a few, cards name it together with the one next to it.
ask-neighbourhood-adjacent =
    Which neighbourhoods are next to it?

    If there is none, just tap “{ button-several-done }”.
ask-neighbourhood-time-zone =
    Which time zone is it in?

    Please tap one, or write it. For example: “Europe/London”.
preview-neighbourhood = This is what I will set for { $area }:
neighbourhood-shows-postcodes = Postcodes: { $postcodes }
neighbourhood-shows-outline = A new outline on the map
neighbourhood-shows-homes = Number of homes: { $homes }
neighbourhood-shows-time-zone = Time zone: { $zone }
neighbourhood-shows-adjacent = Next to it: { $areas }
neighbourhood-shows-none-adjacent = Next to it: none
neighbourhood-saved = I have saved that for { $area }.
neighbourhood-next = To set something else, write /neighbourhood again.

check-wanted = { $name } would like to help with: { $kinds }. That needs a check. Once you have seen it, tap “{ button-record-check }”.
check-nobody = I do not know this helper any more. Perhaps they have left. There is nothing to record.
ask-check-until =
    What is the last day on which the check is good?

    Please tap a day, or write one. For example: “31 May 2030”.
preview-check = You have seen the check of { $name }. It is good up to and on { $day }. Is that right?
check-recorded = I have recorded the check of { $name }, up to and on { $day }.
check-recorded-yours = Your check is recorded. It is good up to and on { $day }. You can now take the kinds of help that need one.

complete-already = Somebody has already sorted this out. There is nothing left to do.
complete-noted = Thank you. I have noted it.
choose-noted = Thank you. I have told the helper and the resident.
choose-already = { $reference } already has a helper, or is closed. There is nothing left to do.
choose-not-able = This helper cannot take this kind of help any more. Please choose somebody else.
choose-holds-too-many = This helper has as many tasks as they wanted. Please choose somebody else, or wait a little.
chosen = A coordinator has picked you for { $reference }. Thank you for helping.
chosen-to-owners = { $name } now has { $reference }.
unclaimed-to-owners = Nobody has taken { $reference } yet: { $kind }, { $window }. Please look for somebody who could help.
group-to-link = { $reference } waits, and nobody can see it: { $area } has no group yet. Please add me to a group, then write /link { $area } there.
unfinished-to-owners = { $name } has { $reference }. The time for it is over, and we do not know yet how it went. I have asked.

### Guidance for helpers, one for each kind

guidance-shopping =
    Shopping: keep to the list and to the agreed amount. Ask before you buy something else.

    Keep the receipt and hand it over with the bags. Never take a bank card or a PIN.
guidance-food-parcel =
    Food parcel: bring the parcel to the door and wait until it is taken in.

    Do not open it. If nobody answers, tell us. Please do not leave it outside.
guidance-hot-meal =
    Hot meal: go straight from the kitchen to the door, so that the meal stays hot.

    Wash your hands first. Ask about allergies if you cooked it yourself.
guidance-errand =
    Errand: do what was agreed, and ask before you do more.

    Stay within the agreed amount and keep the receipt. Never take a bank card or a PIN.
guidance-post =
    Post: collect or bring letters and parcels as they are. Do not open or read anything.

    Ask for a slip if the post office needs one.
guidance-dog-walk =
    Dog walk: ask what the dog likes and what it fears. Keep it on the lead.

    Take bags with you. If something happens, ring the owner first.
guidance-doorstep-chat =
    Doorstep chat: stay at the door or outside, and keep to the time you agreed.

    Listen more than you talk. What you hear stays with you.
guidance-pharmacy-run =
    Pharmacy run: give the name that you were told. Bring the medicine straight to the door.

    Do not open the bag and do not give advice about medicine. What you see stays with you.
guidance-phone-call =
    Friendly phone call: ring at the agreed time. Say your first name and that Doorstep sent you.

    Listen more than you talk. What you hear stays with you.
guidance-lift =
    Lift: your car must be insured, safe and taxed. Everybody wears a seat belt.

    Allow plenty of time and help only as much as is wished. Do not ask about the appointment.
guidance-listening =
    Someone to talk to: you do not have to fix anything. Being there is enough.

    What you hear stays with you. If you fear that somebody may come to harm, tell a coordinator at once.
guidance-paperwork =
    Paperwork: read and explain, but let the person decide and sign.

    Never note down passwords or PINs, and never handle money. What you read stays with you.
guidance-something-else =
    Something else: a coordinator tells you what is needed before you say yes.

    Do only what was agreed. If you are not sure, ask.
