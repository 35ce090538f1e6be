### For those who look after the scheme

complete-request = A request needs you before others can see it. Reference: { $reference }
complete-place = Place that was named: { $place }
complete-where = It has no neighbourhood yet. Please tap the one that should look after it.
complete-kind = It has no kind yet. Please tap the kind of help that fits.
complete-already = Somebody has already sorted this out. There is nothing left to do.
complete-noted = Thank you. I have noted it.
choose-noted = Thank you. I have told the helper. Whoever asked hears of it too.
choose-already = { $reference } already has a helper, or is closed. There is nothing left to do.
choose-not-able = This helper cannot take this kind of help any more. Please choose somebody else.
choose-holds-too-many = This helper has as many tasks as they wanted. Please choose somebody else, or wait a little.
chosen = A coordinator has picked you for { $reference }. Thank you for helping.
chosen-to-owners = { $name } now has { $reference }.
unclaimed-to-owners = Nobody has taken { $reference } yet: { $kind }, { $window }. Please look for somebody who could help.
group-to-link = { $reference } waits, and nobody can see it: { $area } has no group yet. Please add me to a group, then write /link { $area } there.
unfinished-to-owners = { $name } has { $reference }. The time for it is over, and we do not know yet how it went. I have asked.

decide-not-yours = You have a part in { $reference } yourself. Somebody else decides about this.
