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
problem-place = I could not find that place. Please write a postcode, or tap a name on a button. You can also send your location: tap the paper clip, then Location.
problem-confirm = Please have a look, then tap the first button. To change something, tap “{ button-change }”.

stopped = I have stopped. Nothing was sent. You can begin again whenever you like.
problem-photo = I need a photo here. Please send one, or tap “{ button-skip }”.
