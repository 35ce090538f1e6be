### Neighbourhoods and their groups

link-in-group = Please write /link in the group itself. Add me to the group first.
link-not-allowed = Only those who look after a neighbourhood can link a group. If you should be one of them, please ask whoever runs the scheme.
link-which = Which neighbourhood is this group for? Please tap its name.
link-how = You can also write /link and the name in one message. For example: /link Clapton.
link-how-first = Please write /link and the name of the neighbourhood in one message. For example: /link Clapton.
link-again = Then write /link again.
link-made = I have made the neighbourhood { $area } and linked this group to it. Cards for it will appear here.
link-done = This group is now linked to { $area }. Cards for it will appear here.
link-already = This group is linked to { $area } already. Nothing has changed.
link-moved = This group is now linked to { $area }, and no longer to { $before }.
link-moved-within = Cards for { $area } now appear in this topic, and no longer elsewhere in this group.
link-several = { $area } now has { $number } groups. Its cards appear in each of them.
link-next = I do not know yet which homes belong to it. To say so, write /neighbourhood to me in private.
link-unknown-name = There is no neighbourhood called { $area } that you look after. Please write /link alone, and choose one.
link-not-yours = { $area } is looked after by others. Please ask them, or write /link alone and choose another one.
link-held-by-other = This group shows the cards of { $area }, which others look after. Please ask them to give it up first.

neighbourhood-none = There is no neighbourhood yet. To make one, write /setup.
ask-neighbourhood-which =
    Which neighbourhood is it about?
ask-neighbourhood-part =
    What would you like to set?
neighbourhood-name = Name
neighbourhood-postcodes = Postcodes
neighbourhood-outline = Outline on the map
neighbourhood-homes = Number of homes
neighbourhood-adjacent = Neighbourhoods next to it
neighbourhood-time-zone = Time zone
ask-neighbourhood-name =
    What is the neighbourhood called?

    Please write its name, as people there say it.
ask-new-neighbourhood-name =
    What is the neighbourhood called?

    Please write its name, as people there say it. If you have a map file with several, send me that, and I make one of each.
ask-neighbourhood-owner =
    Who looks after this neighbourhood?
owner-scheme = The scheme itself
ask-neighbourhood-postcodes =
    Which postcodes belong to it?

    Please write all of them, with commas between them. The first half is enough. For example: “N16, E8 1”.
ask-neighbourhood-outline =
    What is its outline on the map?

    You can draw one on a website such as geojson.io and send me the file. You can also write one corner to a line, with latitude, longitude. For example: “51.5601, -0.0702”.
ask-neighbourhood-homes =
    How many homes does it have?

    A rough number is enough. If it has only a few, cards name it together with the one next to it.
ask-neighbourhood-adjacent =
    Which neighbourhoods are next to it?

    If there is none, just tap “{ button-several-done }”.
ask-neighbourhood-time-zone =
    Which time zone is it in?

    Please tap one, or write the nearest large city. For example: “Madrid”.
ask-neighbourhood-more =
    These neighbourhoods are there now: { $areas }.

    Is there another one?
ask-outline-which =
    You sent more than one area. Which one do you mean?
ask-outline-turned =
    That place is far away from here. It fits if I swap the two numbers of each corner, latitude and longitude. Shall I swap them?

    If you tap “{ button-no }”, I leave the outline out.
button-outline-together = All of them together
outline-area = { $hectares ->
    [one] Area { $number }, about one hectare
   *[other] Area { $number }, about { $hectares } hectares
}
preview-neighbourhood = This is what I will set for { $area }:
preview-new-neighbourhood = This is the new neighbourhood { $area }:
neighbourhood-shows-name = Name: { $area }
neighbourhood-shows-name-only = Nothing else is known of it yet. You can add it later.
neighbourhood-shows-owner = Looked after by: { $organisation }
neighbourhood-shows-postcodes = Postcodes: { $postcodes }
neighbourhood-shows-outline = { $hectares ->
    [one] Outline on the map: about one hectare
   *[other] Outline on the map: about { $hectares } hectares
}
neighbourhood-shows-homes = Number of homes: { $homes }
neighbourhood-shows-time-zone = Time zone: { $zone }
neighbourhood-shows-adjacent = Next to it: { $areas }
neighbourhood-shows-none-adjacent = Next to it: none
neighbourhood-saved = I have saved that for { $area }.
neighbourhoods-made = { $number ->
    [one] I have made the neighbourhood { $areas }.
   *[other] I have made { $number } neighbourhoods: { $areas }. To add postcodes and homes, write /neighbourhood.
}
preview-map = I found these on your map. Shall I make a neighbourhood of each?
map-shows-area = { $hectares ->
    [one] { $area }: about one hectare
   *[other] { $area }: about { $hectares } hectares
}
map-was-turned = Latitude and longitude were the wrong way round there. I have swapped them.
neighbourhood-next = To set something else, write /neighbourhood again.
outline-overlaps = { $hectares ->
    [0] These overlap by less than one hectare: { $areas }. An address in both belongs to { $smaller }, which is smaller.
    [one] These overlap by about one hectare: { $areas }. An address in both belongs to { $smaller }, which is smaller.
   *[other] These overlap by about { $hectares } hectares: { $areas }. An address in both belongs to { $smaller }, which is smaller.
}
outline-gap = { $hectares ->
    [one] There is a gap of about one hectare between these: { $areas }. An address there belongs to none of them.
   *[other] There is a gap of about { $hectares } hectares between these: { $areas }. An address there belongs to none of them.
}
outline-alone = { $area } lies about { $kilometres } kilometres from { $other }, the nearest other one. If that is wrong, please send another outline.

answer-neighbourhood-which = Neighbourhood
answer-neighbourhood-part = What to set
answer-neighbourhood-name = Name
answer-new-neighbourhood-name = Name or map
answer-preview-map = Saving the map
answer-neighbourhood-owner = Who looks after it
answer-neighbourhood-postcodes = Postcodes
answer-neighbourhood-outline = Outline
answer-outline-which = Which area
answer-outline-turned = Swapping
answer-neighbourhood-homes = Number of homes
answer-neighbourhood-adjacent = Neighbourhoods next to it
answer-neighbourhood-time-zone = Time zone
answer-neighbourhood-more = Another one
answer-preview-neighbourhood = Saving
answer-preview-new-neighbourhood = Saving

problem-file-wanted = I can only read words and files here. Please send a file, or write your answer.
problem-name-there = There is a neighbourhood called { $area } already. Please choose another name, or add something to it. To change the old one, stop here and write /neighbourhood.
problem-map-names = No area on that map has a name that is new and that I can use. Please write a name now, and send the map when I ask for the outline.
problem-name-too-long = That name is too long: { $length } characters. Please use { $limit } at most.
problem-name-signs = That name has signs that I cannot use. Please use letters and numbers only.
problem-postcodes-empty = I found no postcode there. Please write one or more, with commas between them. For example: “N16, E8 1”.
problem-postcodes-not-a-postcode = Something there is not a postcode. Please check the list and send it again, with commas between them. For example: “N16, E8 1”.
problem-postcodes-too-many = Those are too many postcodes for me. I can keep 200. Please send a shorter list, or only the first halves, such as “N16”.
problem-postcode-taken = { $postcode } already belongs to { $area }. Please leave it out here and send the list again. Or stop, and change { $area } first.
problem-outline-broken = What you sent is damaged or cut off, and I cannot read it to its end. Please save it as GeoJSON once more and send me the file.
problem-outline-not-geojson = I could not read that as an outline. Please send a GeoJSON file, or three or more lines with latitude, longitude.
problem-outline-empty = Nothing is drawn in what you sent. Please draw the outline, save it as GeoJSON and send it again.
problem-outline-only-points = There are only points or lines in what you sent. Please draw an area that is closed all round, and send it again.
problem-outline-not-an-area = That outline does not go around anything. It needs at least three corners. Please check it and send it again.
problem-outline-crosses-itself = That outline crosses itself. Please put the corners in order, one after the other, and send it again.
problem-outline-too-large = That outline is too large for one neighbourhood. Please check the numbers and send a smaller one.
problem-outline-too-many-points = That outline has too many corners for me. I can keep 5,000. Please draw it more roughly and send it again.
problem-outline-too-many-areas = There are too many areas in what you sent. I can choose from 40. Please save the one you mean in a file of its own.
problem-outline-out-of-range = Some of those numbers are no place on the map. Please check them and send the outline again.
problem-outline-far = That outline lies about { $kilometres } kilometres from anywhere with the time { $zone }. Please check the file. If the place is right, stop here, write /setup and set the time zone first.
problem-time-zone = I do not know that time zone. Please tap a button, or write a large city near you, such as “Madrid”.
