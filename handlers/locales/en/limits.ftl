### How much can be begun at once, and who can let somebody go on

# A volunteer who took as much as they may for now.
limit-claims = { $number ->
    [one] You have taken one request within a day. To leave some for others, you can take the next one from { $by }. Thank you for helping.
   *[other] You have taken { $number } requests within a day. That is a lot, thank you. To leave some for others, you can take the next one from { $by }.
}
limit-reveals = { $number ->
    [one] You have seen the details of one request within a day. To keep addresses safe, nobody sees more. A coordinator can let you. Or take the next one from { $by }.
   *[other] You have seen the details of { $number } requests within a day. To keep addresses safe, nobody sees more. A coordinator can let you. Or take the next one from { $by }.
}
limit-reveals-to-coordinators = { $number ->
    [one] { $name } has seen the details of one request within a day.
   *[other] { $name } has seen the details of { $number } requests within a day.
} { $taken ->
    [0] They gave back all of them.
   *[other] They have or did { $taken } of them, and gave back any others.
} Nobody sees more than that in a day, so they could not take another one just now.
limit-reveals-settle = If that is right, please let them go on. If you are not sure, please talk with them first. Tomorrow they can take requests again by themselves.

# Somebody who did not turn up.
limit-no-shows = { $number ->
    [one] Lately somebody waited, and you could not be there or in touch.
   *[other] Lately somebody waited { $number } times, and you could not be there or in touch.
} That can happen. A coordinator would like to talk with you. Until then you cannot take new requests.
limit-no-shows-stays = What you have taken is still yours. If you cannot do it, you can give it back at any time.
limit-talk-first = You cannot take new requests for now. A coordinator would like to talk with you first, and can open it for you again.
limit-no-shows-to-coordinators = { $number ->
    [one] Within 30 days somebody waited for { $name } once, and they were not in touch or did not come.
   *[other] Within 30 days somebody waited for { $name } { $number } times, and they were not in touch or did not come.
} They cannot take new requests for now, and I have told them kindly.
limit-no-shows-settle = Please talk with them: perhaps something is wrong, or it was too much. When all is well, let them go on.

# Somebody who asks for much at once.
limit-requests = { $number ->
    [one] You have one request open. More than one at once is not possible.
   *[other] You have { $number } requests open. More than that at once is not possible.
}
limit-requests-over-all = You have { $number } requests open, for yourself and others. More than that at once is not possible.
limit-requests-what-now = As soon as one of them is done, you can ask again. If you need more now, a coordinator can let you. To ask for somebody else, write /askfor.
limit-requests-today = You have asked for help { $number } times within a day, with what you took back. More than that in a day is not possible.
limit-requests-later = You can ask again a day after you made the first of them. If you need help now, a coordinator can let you.
limit-your-words = What you wrote is still here: { $value }
problem-requests-open = For this person as many requests are open as can be at once. Please choose somebody else, or stop. With /mine you see what is open.
limit-more-asked = I have asked a coordinator. I will write to you when they let you ask for more. If it cannot wait, please ring somebody you know.
limit-more-asked-before = A coordinator knows that you need more. I will write to you when they let you ask for it.
limit-more-not-needed = You can ask for help as it is. To begin, tap “{ button-ask }”.
limit-requests-to-coordinators = { $number ->
    [0] { $name } has no request open now and would like to ask for help again.
    [one] { $name } has one request open and would like to ask for more.
   *[other] { $name } has { $number } requests open and would like to ask for more.
}
limit-requests-today-to-coordinators = Within a day they asked { $number } times, with what they took back.
limit-requests-today-settle = Please talk with them: perhaps something is not clear to them. You can let them ask for more for a week.
limit-requests-settle = Please look whether one of them can be closed, or talk with them. You can let them ask for more for a week.

# Letting somebody go on.
lift-requests = Let { $name } ask for more
lift-reveals = Let { $name } go on today
lift-no-shows = Let { $name } take requests again
button-limit-leave = Leave it as it is
button-limit-more = Ask a coordinator for more
lifted-requests = { $name } can ask for more for a week, and I have told them.
lifted-reveals = { $name } can take more requests for a day, and I have told them.
lifted-no-shows = { $name } can take requests again, and I have told them.
lifted-requests-told = A coordinator lets you ask for more, for a week. To begin, write /ask.
lifted-reveals-told = A coordinator lets you go on. You can take more requests for a day. Thank you for helping so much.
lifted-no-shows-told = You can take requests again. Thank you for talking about it, and for helping.
left-requests = All right. { $name } can ask again when one of their requests is done.
left-reveals = All right. { $name } can take requests again tomorrow.
left-no-shows = All right. { $name } takes no new requests until somebody lets them, or until 30 days have passed.
limit-lifted-before = Somebody has let them go on already. There is nothing to do.
limit-not-your-own = This is about yourself, so somebody else decides it.

# Somebody who sends very much at once.
too-much-at-once = You have sent me very many messages, so I could not read the last ones. Please wait a moment, then send again what is important. If somebody is in danger, write it: I look at that at once.
