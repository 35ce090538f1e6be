### One line of a resident's own on the card of their request

button-line = Add one line to the card
button-line-change = Write another line
button-line-off = Take the line off the card
button-send-and-line = Send, then add one line
answer-card-line = The line
answer-preview-line = Sending
ask-card-line =
    What should people in the group know? Please write one line, of { $limit } letters and spaces at most. For example: “Any kind of bread is fine”.

    Everybody in the group can read it. So please leave out names, numbers, addresses and illnesses.

    A coordinator reads it first. The request does not wait for it.
line-stands = On the card: “{ $value }”
line-waits = Waits for a coordinator: “{ $value }”
line-in-its-place = What you write now takes the place of the line that waits.
line-until-then = This line stays on the card until a coordinator has agreed to another one.

## Looking at it

line-would-read = The line would read: “{ $value }”
line-nothing-found = I found nothing in it that points at anybody. But I miss many such things. Please look at it once more yourself.
line-found = In it I found:
found-name = A name: { $value }
found-phone = A phone number: { $value }
found-street = A street: { $value }
found-flat = A door or a floor: { $value }
found-postcode = A postcode: { $value }
found-email = An e-mail address: { $value }
found-code = A code: { $value }
found-handle = An account in an app: { $value }
found-link = A link: { $value }
found-paper = A number of a paper or card, or a date of birth: { $value }
found-health = Something about health: { $value }
found-place = A place: { $value }
found-number = A number: { $value }
found-unknown = A word that I do not know, perhaps a name: { $value }
line-found-next = Could somebody in the group tell from it who or where a person is? Then please change it. I may also be wrong.
line-read-first = A coordinator reads it before anybody else. Until then the card stays as it is.
button-line-send = Send it to a coordinator
button-line-send-anyway = Send it to a coordinator anyway
button-line-rewrite = Change it
button-line-leave-out = Leave it out
line-handed-in = Thank you. A coordinator reads the line now. I will tell you what becomes of it.
line-left-out = All right. There is no new line, and the request stays as it is.
line-stopped = I have stopped. There is no new line, and the request stays as it is.
line-not-now = Nobody needs a line on the card of { $reference } just now: it is taken or closed.

## What becomes of it

line-on-card = This line is on the card of { $reference } now: “{ $value }”
line-kept-off = A coordinator has kept your line off the card. The request stays as it is, without it.
line-unread = I am sorry. Nobody found time to read the line for the card, and I have deleted it.
line-write-again = You can write another line if you like.
line-why-who = The reason: it could show who somebody is. Please write it without names, and without what is true of one person only.
line-why-where = The reason: it could show where somebody lives or goes. Please leave streets, doors and places out. Whoever helps gets the address.
line-why-contact = The reason: there is a number, an account or a link in it. Whoever helps can write to you here.
line-why-health = The reason: it tells of somebody's health. Please say only what is needed.
line-why-safety = The reason: it tells of keys, money, or when nobody is at home. Please tell only whoever helps.
line-why-unkind = The reason: it could hurt somebody. Please say it another way.
line-why-not-needed = The reason: the card says it already, or it is not about the request.
line-off = The line of { $reference } is gone. The card is as it was without it.
line-none = { $reference } has no line that could be taken off.
line-taken-off = A coordinator has taken your line off the card of { $reference }. The request stays as it is. Please ask a coordinator if you would like to know why.

## Deciding about it

approve-card-line = { $name } would like a line on the card of { $reference }. The whole group will read it:
button-line-approve = Put it on the card
button-line-refuse = Keep it off the card
line-why-asked = Why should this line not be on the card of { $reference }? I will tell whoever wrote it.
button-line-no-who = It could show who somebody is
button-line-no-where = It could show where somebody is
button-line-no-contact = A number, an account or a link
button-line-no-health = It tells of somebody's health
button-line-no-safety = Keys, money, or an empty home
button-line-no-unkind = It could hurt somebody
button-line-no-not-needed = It is not needed there
line-is-on-card = The line for { $reference } is on the card now.
line-is-kept-off = The line for { $reference } was kept off the card.
line-no-longer-waits = The line for { $reference } does not wait for you any more.

## Setting what is told

button-setup-lines = Lines on cards
answer-line-caution = What I point out
ask-line-caution =
    A resident may ask for one line on their card. I point out what could tell who they are. A coordinator always decides.

    What shall I point out? The more I do, the more of it is harmless.
button-caution-rules = What I know by rules and lists
button-caution-numbers-and-names = Also digits, and words with capitals
button-caution-every-word = Also every word that I do not know
setup-shows-caution-rules = Lines on cards: I point out what I know by rules and lists
setup-shows-caution-numbers-and-names = Lines on cards: I point out digits and unknown words with a capital too
setup-shows-caution-every-word = Lines on cards: I point out every word that I do not know
