### Asking for help

ask-agree =
    Before we start, here is what happens with what you tell me.

    I keep your answers, so that a neighbour can help you.
    The group sees the kind of help, the neighbourhood and the time. It sees what else is on the card, and nothing more.
    Whoever takes your request sees your first name, your street and your words.
    They see your door number, notes and phone number only when they are on their way.
    If something is missing, a coordinator may read your request to sort it out.
    Your address and your words are gone { $kept-hours } hours after your request is closed. A half-finished request is gone after 24 hours.
    More about it: /privacy

    Please never share a bank card or a PIN, with me or with a helper.

    To go on, tap “{ button-agree }”. If you do not agree, tap “{ button-stop }”.
ask-health =
    May I also keep what you tell me about your health? For example, that you are ill or cannot walk far.

    Only those who help you see it. You can say no. Then please leave your health out of what you write.
leave-health-out = Please leave your health out of this, since you said no to that. You can change it with /privacy.
health-noticed =
    You told me not to keep anything about your health. These words may tell of it: { $value }

    Please write it again without them. If I may keep what you wrote all the same, tap “{ button-keep-words }”.
problem-health-left-out = What you wrote before may tell of your health, or of theirs if you ask for somebody else. You told me not to keep that, so it is deleted. Please write it again without it.
button-keep-words = Keep these words
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
standing-assigned = Nobody has been chosen yet. A coordinator picks the right person with care. I will write to you as soon as somebody is found.
standing-claimed = { $name } has taken it and has told me that they will do it.
standing-on-the-way = { $name } is on the way to you.
standing-on-the-phone = { $name } is about to ring you.
standing-done = It is done.
standing-withdrawn = It is closed.

withdraw-sure = Shall I close your request { $reference }? Then nobody will come for it.
withdraw-noted = Your request is closed.
withdrawn = Your request { $reference } is closed, and nobody will come for it. Your address and your words will be deleted { $kept-hours } hours from now. You can ask again at any time.
already-closed = Your request { $reference } is already closed.
not-your-request = This is not your request. Only the person who made it can close it.

private-name = Name: { $value }
private-street = Street: { $value }
private-words = What is needed: { $value }
private-door = Door: { $value }
private-entry-notes = Getting in: { $value }
private-phone = Phone: { $value }
