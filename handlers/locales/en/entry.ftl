### Coming in by invitation

# What somebody is told who was not invited.
outside = Hello. Here neighbours help one another. Only people who were invited can take part.
outside-scheme = Hello. This is { $scheme }, where neighbours help one another. Only people who were invited can take part.
outside-how = To come in, please use the link or the poster that you were given. If you are in one of our groups, tap a card there, or write /help there.
outside-contact = You can also reach us like this: { $contact }
outside-safety =
    If somebody's life is in danger, please ring { $numbers } now. If you worry about somebody, write /worry, and a person reads it.

    I keep nothing of what you write here, unless it is about somebody's safety.
outside-notice = Only people who were invited can take part here. To learn how, please write to me in private.
links-too-many = Many links in a row led nowhere. I look at no other one for an hour. Please ask whoever gave you the link for a new one.

# Links for residents and volunteers.
button-invite-resident = A link to ask for help
button-invite-volunteer = A link to offer help
button-invite-take-back = Take all my links back
button-take-back = Yes, take them back
ask-entry-most =
    For how many people is the link?

    For one person tap 1. For a leaflet or a club, tap or write a larger number.
ask-entry-lasts =
    How long shall it work?
entry-days = { $number ->
    [one] One day
   *[other] { $number } days
}
answer-entry-most = How many people
answer-entry-lasts = How long
answer-preview-entry = Making the link
answer-preview-take-back = Taking links back
preview-entry-resident = { $number ->
    [one] I will make a link for one person who wants to ask for help.
   *[other] I will make a link for { $number } people who want to ask for help.
}
preview-entry-volunteer = { $number ->
    [one] I will make a link for one person who wants to offer help.
   *[other] I will make a link for { $number } people who want to offer help.
}
preview-entry-lasts = { $number ->
    [one] It works for one day.
   *[other] It works for { $number } days.
}
preview-entry-ends = It ends sooner if you no longer look after anything here.
preview-entry-personal = Please give it only to the person whom you mean.
preview-entry-shared = Whoever has it can come in, until so many people have. Please give it only to people whom you mean.
preview-take-back = Shall I take back the links to ask for help and to offer it? They let nobody in then. Whoever has come in by them stays in. Owners take back the links of everybody.
entry-taken-back = { $number ->
    [0] There was no link to take back.
    [one] I have taken back one link. It lets nobody in any more.
   *[other] I have taken back { $number } links. They let nobody in any more.
}
entry-made-resident = { $number ->
    [one] This link is for one person who wants to ask for help. It works until { $day }. Please pass it on to them:
   *[other] This link is for { $number } people who want to ask for help. It works until { $day }. Please pass it on to them:
}
entry-made-volunteer = { $number ->
    [one] This link is for one person who wants to offer help. It works until { $day }. Please pass it on to them:
   *[other] This link is for { $number } people who want to offer help. It works until { $day }. Please pass it on to them:
}
entry-over = This link lets nobody in any more. Please ask whoever gave it to you for a new one.
entry-hello-resident = Hello. You were invited to ask for help here. Neighbours help one another here.
entry-hello-volunteer = Hello. You were invited to offer help here. Neighbours help one another here.

# Setting it up.
ask-limit-which = These are the limits. They keep people from taking on too much, and from collecting addresses:
ask-limit-change = Which one should be another one? If all is right so, tap “{ button-skip }”.
ask-limit-open-requests-at-most = How many requests of one person may be open at once? Now: { $number }
ask-limit-claims-a-day = How many requests may one volunteer take within a day? Now: { $number }
ask-limit-reveals-a-day = Of how many requests may one volunteer see the details within a day? Now: { $number }
ask-limit-no-shows-at-most = How often may somebody wait for a volunteer in vain within 30 days, until a coordinator talks to them? Now: { $number }
button-limit-open-requests-at-most = Open requests of one person
button-limit-claims-a-day = Requests taken in a day
button-limit-reveals-a-day = Details seen in a day
button-limit-no-shows-at-most = Waited for in vain
answer-limit-which = Which limit
answer-limit-number = How many
setup-shows-open-requests-at-most = Open requests of one person at most: { $number }
setup-shows-claims-a-day = Requests one volunteer takes in a day at most: { $number }
setup-shows-reveals-a-day = Requests one volunteer sees the details of in a day at most: { $number }
setup-shows-no-shows-at-most = A coordinator talks to whoever was waited for in vain so often in 30 days: { $number }
ask-by-invitation = Who may come in?
ask-by-invitation-means = If people are invited only, others are told kindly how to come in, and I keep nothing of them. Words of danger and worries are heard whoever writes them. Links of posters go on working, and so do cards in your groups. To invite people, you and every coordinator write /invite.
button-by-invitation = Only who was invited
button-for-everybody = Everybody
ask-contact-line =
    Whom can people reach who were not invited?

    Please write it in one line, for everybody to read. For example: “020 7946 0000, Monday to Friday, 10 to 4”. If there is nobody, tap “{ button-skip }”.
answer-by-invitation = Who may come in
answer-contact-line = Whom to reach
button-setup-limits = Limits
button-setup-door = Who may come in
setup-shows-by-invitation = Who may come in: only people who were invited
setup-shows-contact = Others are told to reach: { $contact }
