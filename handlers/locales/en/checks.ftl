### What volunteers offer, and the checks of who they are

offer-to-review = { $name } offers to help:
offer-wants-check = These kinds need a check: { $kinds }. Once you have seen it, tap “{ button-record-check }”.
offer-is-checked = Checked, up to and on { $day }.
offer-is-checked-for-good = Checked, without an end.
offer-settled = What { $name } offers has been looked at. Thank you.
offer-settled-already = Somebody has already looked at what { $name } offers. There is nothing left to do.
offer-changed-since = This has changed since you saw it. Please look once more.
offer-seen-noted = Thank you. I have noted that you looked at what { $name } offers.
offer-decline-sure = Shall { $name } not be a helper? I would thank them, forget what they offer, and open again what they have taken. If they are not to use this at all, tap “{ button-offer-block }”.
offer-no-noted = I have thanked { $name } and forgotten what they offered.
offer-no-to-others = Those who look after another neighbourhood have declined the offer of { $name }. With that all of it is forgotten here. If you want their help, please ask them to write /offer again.
offer-no-thanks = Thank you for offering your help. The coordinators cannot take it up just now. I have forgotten what you offered. If you have a question, please speak with a coordinator. You can still ask for help here at any time.
offers-seen-noted = { $number ->
    [one] Thank you. I have noted one offer as seen.
   *[other] Thank you. I have noted { $number } offers as seen.
}
offers-wait = { $number ->
    [one] There is one new offer of help to look at.
   *[other] There are { $number } new offers of help to look at.
}
button-offer-seen = Seen, all is well
button-offer-unsuitable = Not suitable
button-offer-decline = Decline kindly
button-offer-block = Block this person
button-offers-seen = Note all { $number } new offers as seen

check-nobody = I do not know this helper any more. Perhaps they have left. There is nothing to record.
check-not-your-own = This is about yourself. Please ask another coordinator to look at it.
check-meanwhile = Somebody else has just changed what is recorded of { $name }. What you have said was not recorded. To see what stands there now, tap “{ button-record-check }” again.
check-so-far = This was seen before:
ask-check-what = What have you seen of { $name }?
button-seen-both = Identity and background check
button-seen-identity = Identity only
button-seen-background = Background check only
button-seen-references = References
button-check-end-identity = Identity is no longer good
button-check-end-background = Background check is no longer good
button-check-end-references = References are no longer good
seen-identity = identity
seen-background = background check
seen-references = references
seen-line = – { $what }
seen-line-until = – { $what }, good up to and on { $day }
seen-line-dated = – { $what } of { $first }, good up to and on { $last }
ask-check-issued =
    Which day stands on the background check?

    Please tap a day, or write one. For example: “31 May 2026”.
ask-check-until =
    What is the last day on which it is good?

    Please tap a day, or write one. For example: “31 May 2030”.
answer-check-what = What was seen
answer-check-issued = Day on the paper
answer-check-end = Whether it is no longer good
day-today = Today
problem-check-in-future = That day has not come yet. Please look at the paper once more, and write the day that stands on it.
problem-check-too-old = { $years ->
    [one] That is more than one year ago. Please ask for a newer check, or write the day once more.
   *[other] That is more than { $years } years ago. Please ask for a newer check, or write the day once more.
}
preview-check = You have seen this of { $name }. Is that right?
check-recorded = I have recorded this of { $name }:
check-recorded-yours = Your check is recorded. It is good up to and on { $day }. You can now take the kinds of help that need one.
check-recorded-yours-for-good = Your check is recorded. You can now take the kinds of help that need one.
check-seen-yours = A coordinator has recorded this of you:
check-not-complete = For some kinds of help both your identity and a background check have to be seen.
check-end-sure = Is this no longer good: { $what } of { $name }?
check-end-follows = Helpers without a check cannot take some kinds of help. What they have taken of those is opened again, and everybody concerned is told kindly.
button-check-end-yes = Yes, it is no longer good
check-ended = I have taken back what was recorded of { $name }: { $what }.

check-ends-soon = Your check is good up to and on { $day }. Please ask a coordinator in good time to look at a newer one.
check-ends-to-coordinators = The check of { $name } is good up to and on { $day }. Please look at a newer one, then tap “{ button-record-check }”.
check-ended-to-coordinators = The check of { $name } has run out. Its last day was { $day }. If they have a newer one, tap “{ button-record-check }”.
check-over-to-coordinators = { $name } is not checked any more. If they have a newer check, tap “{ button-record-check }”.
check-over = Your check has run out. Its last day was { $day }.
check-no-longer-good = A coordinator has noted that your check is no longer good.
check-over-given-back = So I have opened this again for somebody else: { $references }. You need not do anything. The residents know that somebody else is being looked for.
check-over-open-again = Open for others again: { $references }.
check-over-thanks = You can still take every kind of help that needs no check. For the others, please speak with a coordinator. Thank you for helping.
details-closed-check = { $reference } takes a check, and is open for others again. What I told you about it is closed.
