### What is kept about somebody, and when it goes

mydata-here =
    This is what is kept about you, and when it goes. Below it come two files with everything, word for word. Nobody else gets them.
mydata-here-of = This is what is kept about { $name }, and when it goes. You can read it out, or print the file below and hand it over.
mydata-you = Your name, your language and your account in the app: until you write /forget. If nobody sees you here for { $days } days, I ask whether you want to stay.
mydata-request-open = { $reference }, { $kind }: its words and your address stay while it is open, and { $days ->
    [one] one day
   *[other] { $days } days
} after that.
mydata-request-closed = { $reference }, { $kind }: its words and your address go on { $day } at { $hour }.
mydata-request-emptied = { $reference }, { $kind }: its words and your address are gone. What else the card showed goes on { $day }.
mydata-requests-more = And { $number } more requests: you find them in the file.
mydata-requests-old = { $number ->
    [one] One older request: only its kind, its place and its times are left, for the numbers.
   *[other] { $number } older requests: only their kind, place and times are left, for the numbers.
}
mydata-others = Whom you ask for: until 30 days after you stop asking for them.
mydata-weekly = Weekly help: until it ends.
mydata-relay = What you and the other side wrote to each other ({ $number }): the last of it goes on { $day } at { $hour }.
mydata-words = Your thanks, thoughts and words about visits: the last of them go on { $day }.
mydata-worries = What worried you: its words go { $days } days after a lead says that it is settled.
mydata-seen = Who saw what of yours: each note goes { $days } days after it.
mydata-costs = What helping cost you: the accounts keep it until { $day }.
mydata-offer = What you offer: until you stop helping.
mydata-checks = What was seen of your papers: until it is taken back or replaced, and { $days } days more.
mydata-called = When many were called: who was asked goes { $days } days after it is over.
mydata-roles = Your roles here: until two years after they end.
mydata-draft = What you have begun and not finished: until { $day } at { $hour }.
mydata-hold = If somebody's safety is looked into, something may stay longer.
mydata-next = To have all of it deleted, write /forget. What is kept and who sees it in short: /privacy
mydata-readable = Everything, to be read. It is plain text, so that any phone can open it and read it aloud.
mydata-json = The same once more, as another program can read it (JSON).
mydata-again = I sent you all of it not long ago. It is still in this chat. You can have it again from { $by }.
mydata-not-yours = You do not look after this person, so I cannot show you what is kept about them.
mydata-gone = Nothing is kept about this person any more.
data-title = What is kept about you
data-title-of = What is kept about { $name }
data-made = Made on { $day } at { $hour }.
data-others = What other people wrote to you is theirs too. So this says that it is there and when it goes, without its words. For the same reason it names nobody else.
data-row = Number { $number }
data-field = { $label }: { $value }
data-moment = { $day }, { $hour }
data-withheld = There, but not told here, since it is or may be about somebody else: { $parts }
data-goes = This goes on { $day } at { $hour }.
data-goes-parts = These go on { $day } at { $hour }: { $parts }
data-stays = This goes { $days ->
    [one] one day
   *[other] { $days } days
} after it is over.
data-stays-parts = These go { $days ->
    [one] one day
   *[other] { $days } days
} after it is over: { $parts }
data-duties = What you did for the scheme. The rest of it is about others, so here is only how often, and when.
data-duty = { $value }: { $number ->
    [one] once, on { $last }
   *[other] { $number } times, from { $first } to { $last }
}
button-mydata-of = What is kept about them
privacy-short =
    What you write here is kept so that your neighbours can help you.

    The group sees only what its card shows: the kind of help, the neighbourhood and the time. Whoever helps you sees your name, your street and your words. They see the door when they set off. Coordinators see what they need to help. If something worries you, only the safeguarding leads read it.

    { $days ->
        [one] One day
       *[other] { $days } days
    } after a request is closed, its words and your address go. What you write to each other goes after { $relay ->
        [one] one day
       *[other] { $relay } days
    }, and what you began and did not finish after a day. Numbers that name nobody stay.

    I cannot take back what somebody copied or photographed, or what the messaging app itself keeps.

    /mydata – see all that is kept about you, with its dates
    /forget – have all of it deleted
command-mydata = What is kept about you
command-privacy = Who sees what, and for how long

data-field-account = Your account in the app
data-field-acknowledged-at = A lead began to look after it
data-field-address = Address of the chat
data-field-agreed = Agreed
data-field-agreed-at = Agreed on
data-field-amount = Amount, in the smallest coin
data-field-answer = Answer
data-field-answered-at = Answered on
data-field-asked-again-at = Asked again on
data-field-asked-at = Asked on
data-field-asked-at-most = Asked how often
data-field-asked-to-offer-at = Asked whether you would like to help
data-field-asked-to-stay-at = Asked whether you would like to stay
data-field-at = When
data-field-bereaved-at = Your home is left in peace since
data-field-by-phone = Taken on the phone
data-field-ceiling = Paid back up to, in whole money
data-field-checked-only = Only those who are checked
data-field-claimed-at = Taken on
data-field-cleared-at = Details emptied on
data-field-closed-as = Why it was closed
data-field-closed-at = Closed on
data-field-coming-from = The helper comes from
data-field-coming-until = The helper comes until
data-field-confirmed-at = Confirmed on
data-field-consent-at = They agreed on
data-field-consent-how = How they agreed
data-field-contact-at = The helper was in touch on
data-field-created-at = Since
data-field-currency = Currency
data-field-data-sent-at = This was last sent to you on
data-field-decided-at = Decided on
data-field-door = Door
data-field-due-at = To be sent from
data-field-ended-at = Ended on
data-field-ends-at = Until
data-field-entry-notes = How to get in
data-field-expires-at = Works until
data-field-expires-on = Good up to and on
data-field-fate = What became of the message
data-field-first-end = First time, until
data-field-first-name = Name
data-field-first-start = First time, from
data-field-from-id = From
data-field-guidance-read-at = Guidance read on
data-field-has-car = A car
data-field-has-place = You have a place
data-field-health-agreed-at = Agreed to keeping health details on
data-field-helper-away-until = The helper is away until
data-field-helper-word = The helper's word for the door
data-field-how = How it went
data-field-is-danger = Because of words of danger
data-field-is-urgent = Urgent
data-field-issued-on = Day on the paper
data-field-kind = What
data-field-kinds = Kinds of help
data-field-language = Language
data-field-language-chosen = You chose the language
data-field-language-wanted = Language wanted
data-field-languages = Languages
data-field-last-asked-at = Last asked on
data-field-left-out = Left out of the card
data-field-level = Who may help
data-field-lifted-at = You could go on from
data-field-lifted-until = You can go on until
data-field-moved-at = It went there on
data-field-name = What you had begun
data-field-named = Named on the card
data-field-needs = What is needed
data-field-neighbourhood-id = Neighbourhood
data-field-next-end = Next time, until
data-field-next-start = Next time, from
data-field-offered-at = Offered on
data-field-opened-at = Open since
data-field-organisation-id = Organisation
data-field-paused-until = Break until
data-field-phone = Telephone
data-field-picture-id = With a photo
data-field-place = Place
data-field-posted-at = Posted on
data-field-purpose = What for
data-field-quiet-until = Nothing is sent before
data-field-reach = How far it was carried
data-field-reachable = Messages reach you
data-field-reaches = How many people it reached
data-field-reason = Reason
data-field-receipt-id = With a photo of the receipt
data-field-recorded-at = Recorded on
data-field-reference = Reference
data-field-relation = What you are to them
data-field-reminded-at = Reminded on
data-field-repeat-id = Part of weekly help
data-field-resident-word = Your word for the door
data-field-review-on = They are asked again on
data-field-reviewed-at = A coordinator looked at it on
data-field-role = Role
data-field-rung = You are rung in the place of messages
data-field-seen-at = Last time here, give or take a day
data-field-set-off-at = The helper set off on
data-field-settled-at = Settled on
data-field-side = Which side you were
data-field-since = Since
data-field-size = How much to carry
data-field-slot = Number of this helper
data-field-slots = How many helpers
data-field-stage = What was shown
data-field-started-at = Begun on
data-field-starts-at = From
data-field-status = How it stands
data-field-stood-down-at = Told that enough had come
data-field-stopped-at = Stopped on
data-field-street = Street
data-field-takes-strangers = Open to people not registered
data-field-task-id = Request
data-field-tasks-at-once = How many tasks at once
data-field-times = Days and times
data-field-to-id = To
data-field-tried = How many were tried
data-field-turn = Your turn on the reserve
data-field-updated-at = Last changed on
data-field-used-at = Followed on
data-field-was-right = It was you who was meant
data-field-what = What
data-field-who-pays = Who pays
data-field-why = Why
data-field-window-end = Wanted until
data-field-window-start = Wanted from
data-field-words = Words

data-withheld-buttons = what stood on the buttons
data-withheld-handover-note = a note of a helper for the next one
data-withheld-passed-on = what the other side wrote
data-withheld-payload = what the message says
data-withheld-state = your answers so far

data-part-you = You
data-part-chat = Your chat with this service
data-part-admission = How you came in
data-part-requests = What you asked for
data-part-requests-for-another = What you asked for somebody else
data-part-asked-for = People you ask for
data-part-weekly = Help every week
data-part-weekly-for-another = Help every week for somebody else
data-part-seen-by-others = Who saw your details: when, and how much
data-part-cards = Where your requests hang in a group
data-part-handed-over = Requests that went to others
data-part-calls = Calls to you
data-part-helped-with = What you helped with
data-part-helps-weekly = What you help with every week
data-part-wished-weekly = Where you are wished for every week
data-part-shown-to-you = What you were shown of requests
data-part-asked-directly = What you were asked directly
data-part-could-help = Where you said that you could help
data-part-links = Links made for you
data-part-costs = What helping cost you
data-part-did-not-come = Where somebody waited for you
data-part-limits = Limits that you reached
data-part-offer = What you offer
data-part-offered-kinds = Kinds of help that you offer
data-part-offered-places = Where you help
data-part-checks = What was seen of your papers
data-part-you-wrote = What you wrote to the other side
data-part-written-to-you = What the other side wrote to you
data-part-not-passed-on = What you wrote for nobody yet
data-part-writing-to = Whom you are writing to
data-part-lines = Lines for your cards
data-part-handed-in = Thanks and thoughts from you
data-part-how-it-went = How it went for you
data-part-worries = What worried you
data-part-called = When many were called
data-part-called-others = When you called many
data-part-roles = Your roles here
data-part-looked-after = What you look after
data-part-invited = Invitations that you followed
data-part-blocks = When you were blocked
data-part-draft = What you have begun
data-part-buttons = Buttons that you were shown lately
data-part-messages = Messages that wait for you
data-part-wrong-links = Wrong links tried in your chat
data-part-helped = About this person

data-code-with-coordinator = with a coordinator
data-code-open = open
data-code-claimed = taken
data-code-on-the-way = on the way
data-code-done = done
data-code-withdrawn = closed
data-code-posted = in the group
data-code-raised = shown again
data-code-adjacent = in groups beside
data-code-asking = volunteers are asked
data-code-coordinator = a coordinator heard
data-code-set-off = all, on the way
data-code-ringing = the number to ring
data-code-read = the words, to a coordinator
data-code-danger = where you are, because of danger
data-code-waiting = waiting
data-code-approved = approved
data-code-refused = refused
data-code-dropped = dropped
data-code-taken-back = taken back
data-code-ready-made = ready-made words
data-code-paid-back = to be paid back
data-code-nothing-to-pay = nothing to pay
data-code-paid-already = paid already
data-code-going = going on
data-code-choosing = waits for your choice
data-code-ended = ended
data-code-sending = being sent
data-code-answering = all sent
data-code-stopped = stopped
data-code-over = over
data-code-resident = you were helped
data-code-helper = you helped
data-code-due = not sent yet
data-code-queued = about to be sent
data-code-sent = sent
data-code-unreachable = did not reach you
data-code-unknown = may have reached you
data-code-stood-down = not needed any more
data-code-joined = you came by a link
data-code-yes = yes
data-code-no = no
data-code-later = later
data-code-requests = many requests open
data-code-reveals = many details seen
data-code-no-shows = did not come
data-code-silent = not in touch
data-code-nobody-came = nobody came
data-code-thanks = thanks
data-code-thought = a thought for others
data-code-card-line = a line for the card
data-code-pending = about to be sent
data-code-retry = to be tried again
data-code-tap-answer = a notice
data-code-answer = an answer
data-code-safety = about safety
data-code-card = a card
data-code-news = news
data-code-bulk = to many
data-code-harm = somebody was hurt or frightened
data-code-money = money or things went missing
data-code-misuse = it was not meant
data-code-rules = what was agreed was not kept
data-code-open-question = something is looked into
data-yes = yes
data-no = no
