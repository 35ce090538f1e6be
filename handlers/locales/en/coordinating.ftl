### For those who look after the scheme

complete-request = A request needs you before others can see it. Reference: { $reference }
complete-place = Place that was named: { $place }
complete-where = It has no neighbourhood yet. Please tap the one that should look after it.
complete-kind = It has no kind yet. Please tap the kind of help that fits.
link-in-group = Please write /link and a name in the group itself. Add me to the group first.
link-owners-only = Only an owner can link this group. If you should be one, please ask whoever runs Doorstep here.
link-how = Please write /link and the name of the neighbourhood in one message. For example: /link Clapton.
link-name-too-long = That name is too long: { $length } characters. Please use { $limit } at most and write /link again.
link-name-signs = That name has signs that I cannot use. Please use letters and numbers only, and write /link again.
link-made = I have made the neighbourhood { $area } and linked this group to it.
link-done = This group is now linked to { $area }.
link-moved = This group is now linked to { $area }, and no longer to { $before }.
link-next = Cards for it will appear here. An owner can set its postcodes and more by writing /neighbourhood to me in private.

neighbourhood-none = There is no neighbourhood yet. Please add me to a group, then write /link and a name there.
ask-neighbourhood-which =
    Which neighbourhood is it about?
ask-neighbourhood-part =
    What would you like to set?
neighbourhood-postcodes = Postcodes
neighbourhood-outline = Outline on the map
neighbourhood-homes = Number of homes
neighbourhood-adjacent = Neighbourhoods next to it
neighbourhood-time-zone = Time zone
ask-neighbourhood-postcodes =
    Which postcodes belong to it?

    Please write them with commas between them. The first half is enough. For example: “N16, E8 1”. They take the place of the old list.
ask-neighbourhood-outline =
    What is its outline?

    Please send it as GeoJSON. You can also write one corner to a line, with latitude, longitude. For example: “51.5601, -0.0702”.
ask-neighbourhood-homes =
    How many homes does it have?

    Please write a whole number. If it has only a few, cards name it together with the one next to it.
ask-neighbourhood-adjacent =
    Which neighbourhoods are next to it?

    If there is none, just tap “{ button-several-done }”.
ask-neighbourhood-time-zone =
    Which time zone is it in?

    Please tap one, or write it. For example: “Europe/London”.
preview-neighbourhood = This is what I will set for { $area }:
neighbourhood-shows-postcodes = Postcodes: { $postcodes }
neighbourhood-shows-outline = A new outline on the map
neighbourhood-shows-homes = Number of homes: { $homes }
neighbourhood-shows-time-zone = Time zone: { $zone }
neighbourhood-shows-adjacent = Next to it: { $areas }
neighbourhood-shows-none-adjacent = Next to it: none
neighbourhood-saved = I have saved that for { $area }.
neighbourhood-next = To set something else, write /neighbourhood again.

check-wanted = { $name } would like to help with: { $kinds }. That needs a check. Once you have seen it, tap “{ button-record-check }”.
check-nobody = I do not know this helper any more. Perhaps they have left. There is nothing to record.
ask-check-until =
    What is the last day on which the check is good?

    Please tap a day, or write one. For example: “31 May 2030”.
preview-check = You have seen the check of { $name }. It is good up to and on { $day }. Is that right?
check-recorded = I have recorded the check of { $name }, up to and on { $day }.
check-recorded-yours = Your check is recorded. It is good up to and on { $day }. You can now take the kinds of help that need one.

complete-already = Somebody has already sorted this out. There is nothing left to do.
complete-noted = Thank you. I have noted it.
choose-noted = Thank you. I have told the helper and the resident.
choose-already = { $reference } already has a helper, or is closed. There is nothing left to do.
choose-not-able = This helper cannot take this kind of help any more. Please choose somebody else.
choose-holds-too-many = This helper has as many tasks as they wanted. Please choose somebody else, or wait a little.
chosen = A coordinator has picked you for { $reference }. Thank you for helping.
chosen-to-owners = { $name } now has { $reference }.
unclaimed-to-owners = Nobody has taken { $reference } yet: { $kind }, { $window }. Please look for somebody who could help.
group-to-link = { $reference } waits, and nobody can see it: { $area } has no group yet. Please add me to a group, then write /link { $area } there.
unfinished-to-owners = { $name } has { $reference }. The time for it is over, and we do not know yet how it went. I have asked.

decide-not-yours = You have a part in { $reference } yourself. Somebody else decides about this.
