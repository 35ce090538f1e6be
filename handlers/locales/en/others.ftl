### Asking for somebody else
#
# A wording that ends in “-for” says what its sister without it says, but of “person”, the somebody
# who is helped, to whoever asked for them.

button-for-somebody-else = For somebody else
button-they-agree = Yes, they know and agree
button-not-asked-yet = I have not asked them yet
button-they-do-not = They do not want this any more
button-they-still-agree = They still agree
button-end-yes = Yes, end it
button-end-asking = End it

whom-me = For me
whom-known = For { $person }
whom-somebody-else = For somebody else

answer-for-whom = Whom it is for
answer-relation = Who I am to them
answer-helped-name = Their first name
answer-they-agree = That they agree
answer-consent-how = How they said so
answer-helped-health = Their health
answer-consent-end = Ending it
answer-kind-for-them = Help for them

ask-for-whom-new =
    Is this for you, or for somebody else?
ask-for-whom-known =
    Whom is this for?

    Please tap a button, or write a first name.
ask-relation =
    Who are you to the person who needs help?
colleagues-are-invited = Do you ask for people as part of your work? Then please ask a coordinator to invite you first.
relation-neighbour = A neighbour or a friend
relation-relative = A relative
relation-colleague = I look after them in my work
ask-helped-name =
    What is their first name?

    Please write it. The group does not see it. Whoever helps them does.
problem-name-taken = You already ask for somebody of that name. If it is the same person, tap “{ button-back }” and choose them. If not, please add a letter, such as “Agnes B”.
ask-they-agree =
    Does { $person } know that you ask, and agree?

    Please tell { $person } what happens: whoever takes the request sees their first name, their street and what you write. They see the door, notes and phone number only when they are on their way.

    { $kept-hours } hours after the request is closed, I delete all of this but the first name.
ask-helped-health =
    May I also keep what you tell me about the health of { $person }? For example, that they are ill or cannot walk far. Please ask them.

    Only those who help see it. They can say no, or you may not know. Then tap “{ button-no }”, and please leave their health out of what you write.
leave-health-out-for = Please leave the health of { $person } out of this. They did not say yes to that.
health-noticed-for =
    { $person } did not say that I may keep anything about their health. These words may tell of it: { $value }

    Please write it again without them. If { $person } wants them to be kept all the same, tap “{ button-keep-words }”.
ask-they-still-agree =
    On { $day } you told me that { $person } agrees that you ask for them. Does { $person } still know that, and agree?
consent-first =
    That is all right. Please ask them first. Nobody has heard anything from me.

    What you told me stays here for a day. When they have said yes, tap “{ button-they-agree }”.
ask-consent-how = How did { $person } say so?
agreed-in-person = When we met
agreed-on-the-phone = On the phone
agreed-in-writing = In writing
agreed-by-somebody-else = Somebody who decides for them did

ask-name-for =
    What is your own first name?

    Please write it. The group does not see it. Whoever helps { $person } does, because you asked.
ask-kind-for =
    What would help { $person }?

    Please tap a button. You can also write its words or its number.
ask-words-for =
    Please write in your own words what { $person } needs.

    The group does not see this. Whoever helps { $person } does. If you would rather not write anything, tap “{ button-skip }”.
ask-when-for =
    When would { $person } like help?

    Please tap a time, or write one. For example: “Friday after 3”.
ask-where-for =
    Where does { $person } need the help?

    Please write the postcode there, or tap the name of the neighbourhood. You can also send a location: tap the paper clip, then Location.
ask-where-known-for =
    Where does { $person } need the help?

    Last time it was { $home }. Please tap it if that is still right. If not, tap another name or write a postcode. You can also send a location: tap the paper clip, then Location.
ask-street-for =
    In which street does { $person } live?

    Please write it. Only whoever takes the request sees it. You can tap “{ button-skip }” and tell me when somebody has taken it.
ask-door-for =
    What is the number or name on the door of { $person }?

    Please write it. The helper sees it only when they are on their way. You can tap “{ button-skip }” if you like.
ask-entry-notes-for =
    Is there something to know about getting in there? For example: “Ring twice, it takes a little while”.

    Please write it, or tap “{ button-skip }”. The helper sees it only when they are on their way.
ask-phone-for =
    Is there a phone number where the helper can reach { $person }?

    Please write it, or tap “{ button-skip }”. The helper sees it only when they are on their way.
ask-phone-to-ring-for =
    On which phone number shall the helper ring { $person }?

    Please write it. The helper sees it only when they are about to ring.

preview-public-for = This is what the neighbours of { $person } will see:
preview-private-for = This only the person who helps { $person } will see, beside your own first name:

sent-for = Sent. The reference of your request for { $person } is { $reference }. News of it comes to you.
sent-open-for =
    It is for { $window }. Neighbours of { $person } can see it now. I will write to you as soon as somebody takes it.

    If nobody does, a coordinator will hear of it in good time.
mine-for = For { $person }
standing-on-the-way-for = { $name } is on the way to { $person }.
standing-on-the-phone-for = { $name } is about to ring { $person }.

taken-by-for = { $name } has taken your request { $reference } for { $person }.
taken-sees-for = { $name } can see: { $parts }.
taken-hidden-for = Only when { $name } is on the way can they also see: { $parts }.
taken-hidden-phone-for = Only when { $name } is about to ring { $person } can they also see: { $parts }.
taken-address-missing-for = I do not have the full address of { $person } yet. Please tap “{ button-give-address }”, so that the helper can find them.
part-name-for = the first name
part-street-for = the street
part-words-for = your words
part-door-for = the door
part-entry-notes-for = your notes
part-phone-for = the phone number
on-the-way-for = { $name } is on the way to { $person }. This is about your request { $reference }.
on-the-way-sees-for = { $name } can now also see: { $parts }.
on-the-phone-for = { $name } is about to ring { $person }. This is about your request { $reference }.

sent-several-for = { $number ->
    [one] Sent. You asked for { $number } helper for { $person }: { $references }. News of it comes to you.
   *[other] Sent. You asked for { $number } helpers for { $person }. Each has a reference: { $references }. News comes to you.
}
completed-to-resident-for = There is news of your request { $reference } for { $person }. A coordinator has looked at it, and the neighbours can see it now. I will write to you as soon as somebody takes it.
handed-back-for = { $name } cannot come to { $person } after all. This is about your request { $reference }. It is open for the neighbours again, and I will write when somebody takes it.
lease-over-to-resident-for = { $name } could not tell me in time that they will come. Your request { $reference } for { $person } is open for the neighbours again. I will write as soon as somebody takes it.
standing-not-in-touch-for = { $name } has taken it. They still have to confirm. If I do not hear from them by { $by }, the neighbours can take it again.
reopened-nobody-came-for = I am sorry that nobody was there for { $person }. { $reference } is open again.
address-shown-claimed-for = { $name } can see the street now. The door, your notes and the phone number stay hidden until { $name } is on the way.
withdrawn-for = Your request { $reference } for { $person } is closed, and nobody will come for it. The address and your words will be deleted { $kept-hours } hours from now. You can ask again at any time.
ring-resident-for = My messages do not reach { $name } any more, who asked for help for { $person }. It is about the request { $reference }. Please ring { $person }.
rung-instead-sees-for = I could not reach you about { $reference }. So I asked a coordinator to ring { $person }. They can see the phone number until your request is over.

details-asked-for = { $name } asked for this for { $person }, who knows and agrees. What you write goes to { $name }.
details-decided-for = { $name } asked for this for { $person }. Somebody who decides for { $person } agreed. What you write goes to { $name }.

### Whether somebody still agrees

consent-review = You ask for help for { $person }. On { $day } you told me that they agree. Please ask them again: do they still?
ask-consent-end = Shall I end this? Then nothing more can be asked for { $person }, unless you begin anew.
consent-end-closes = What is still open for them will be closed, and nobody will come for it: { $references }.
consent-kept = Thank you. I have noted that { $person } still agrees. I will ask you again on { $day }.
consent-left = I have changed nothing. Please ask { $person } when you can, and tell me then.
consent-ended = I have ended it. Nothing more will be asked for { $person } unless you begin anew.
consent-renewed = { $person } still agrees: { $name } has told me so by now. There is nothing left to do.
consent-gone = This has already ended. There is nothing left to do.
consent-unanswered = { $name } asks for help for { $person }, and has not told me whether { $person } still agrees. Please find out. If { $person } does not agree, tap “{ button-end-asking }”.
consent-end-sure = Shall I really end this? What is still open for this person will be closed too.
consent-ended-noted = I have ended it and told { $name }. To ask for { $person } again, { $name } has to begin anew.
consent-ended-for-you = You can no longer ask for { $person }. A coordinator has ended it, because nobody knew whether they still agree. What was open for them is closed. You can begin anew with /askfor, when they have agreed.
