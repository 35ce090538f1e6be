### What a card leaves out, so that nobody can tell from it whose it is

preview-small-place = { $home } is small. So that nobody can tell where you live, the card names it together with others.
preview-small-place-for = { $home } is small. So that nobody can tell where { $person } lives, the card names it together with others.
preview-left-out =
    This is not on the card, so that nobody can tell that it is you: { $parts }

    Too few people around you have asked for the same: fewer than { $number } by now. Whoever helps sees it as soon as they say yes.
preview-left-out-for =
    This is not on the card, so that nobody can tell that it is { $person }: { $parts }

    Too few people around there have asked for the same: fewer than { $number } by now. Whoever helps sees it as soon as they say yes.
details-left-out = Please note, this was not on the card: { $parts }. If it is not for you, tap “{ button-hand-back }”. That is quite all right.
part-left-out = what was not on the card
part-left-out-for = what was not on the card
page-left-out = Not on the card, since few people share it: { $parts }
pays-back-unsaid = the helper is paid back
ask-rare-below =
    Some things tell at once whose request it is, such as a language that one person speaks. A card leaves them out until they fit at least { $number } people around there. Whoever takes the request sees them.

    If that is right, tap “{ button-skip }”. Or tap or write another number.
answer-rare-below = Number of people
setup-shows-rare = A card tells of somebody only what fits { $number } people at least
