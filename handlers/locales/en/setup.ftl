### Setting up a scheme

setup-hello =
    Hello. Let us set up your scheme together. It takes a few minutes.

    I save each answer at once. You can skip anything, stop at any time, and change everything later by writing /setup.
ask-scheme-name =
    What is your scheme called?

    Please write its name, as people know it. For example: “Northside Mutual Aid”.
ask-scheme-time-zone =
    Where is it?

    Please tap a time zone, or write the nearest large city. For example: “Madrid”.
ask-emergency-right = When somebody's life is in danger, I tell people this:
ask-emergency-is-it = Is that right where you are?
button-emergency-right = Yes, that is right
button-emergency-other = No, other numbers
ask-emergency-any =
    Which number do people ring in any emergency?

    Please write it. Several numbers need commas between them. If every service has its own, tap “{ button-skip }”.
ask-emergency-ambulance =
    Is there another number just for an ambulance?

    Please write it, or tap “{ button-skip }”.
ask-emergency-fire =
    Which number does the fire service have?

    Please write it, or tap “{ button-skip }”.
ask-emergency-police =
    Which number do the police have?

    Please write it, or tap “{ button-skip }”.
ask-emergency-crisis =
    Is there a number for people who think of ending their life?

    Please write one that is free and open to everybody. If you know none, tap “{ button-skip }”.
preview-emergency = From now on I tell people this. Please check every number.
ask-stricter-kind = These are the rules for who may help with what. You can make them stricter.
ask-stricter-which =
    Which kind of help should have a stricter rule? If all is right so, tap “{ button-skip }”.
ask-stricter-level =
    Who may help with this: { $kind }
level-open = Any registered helper
level-checked = Only helpers who were checked
level-assigned = Only whom a coordinator picks
preview-level = From now on, { $kind }: { $level }. Is that right?
preview-level-stricter = It holds for new requests, and for those that nobody has taken yet. Whoever has taken one and was not checked can set off only once they are.
preview-level-looser = It holds for new requests. Those that are there already keep the stricter rule.
level-saved = I have saved the rule for { $kind }: { $level }.
level-concerns-open = Open requests of this kind follow it from now on, and their cards have changed.
level-concerns-held = These are held by helpers who were not checked: { $references }. I have told them. Please record their check, or find another helper.
check-wanted-now = The rules here have become stricter. { $kind } now takes a check, and you have { $reference }. Please do not set off before your check is recorded. A coordinator knows of it.
check-wanted-of = { $name } has { $reference }, { $kind }, which takes a check from now on. Once you have seen it, tap “{ button-record-check }”.
ask-quiet-hours =
    At night I ask no volunteer for help by myself. Now that is: { $hours }

    If that is right, tap “{ button-skip }”. Or tap other hours, or write them. For example: “22 to 7”.
ask-agreement-above =
    A message to very many people at once should not go out by mistake. Now, one to more than { $number } people needs the yes of a second coordinator.

    If that is right, tap “{ button-skip }”. Or tap or write another number.
ask-fewest-homes =
    A card never names a place so small that people could guess who asked. Now it needs { $homes } homes at least. A smaller neighbourhood is named together with the one next to it.

    If that is right, tap “{ button-skip }”. Or tap or write another number.

setup-now-neighbourhoods = Now your neighbourhoods, one after the other. Each can have a group of its own, in which requests for help appear.
setup-now-rules = Now a few rules.
setup-saved = I have saved that.
setup-zone-moved = These neighbourhoods now have that time zone too: { $areas }
setup-stays = All stays as it was.
setup-first-done = That is all I wanted to ask.
setup-so-far = This is how your scheme is set up:
setup-shows-name = Name: { $scheme }
setup-shows-no-name = Name: none yet
setup-shows-time-zone = Time zone: { $zone }
setup-shows-emergency = In danger, ring: { $numbers }
setup-shows-crisis = When thinking of ending one's life: { $numbers }
setup-shows-level = { $kind }: { $level }
setup-shows-open = Any registered helper: { $kinds }
setup-shows-checked = Only helpers who were checked: { $kinds }
setup-shows-assigned = Only whom a coordinator picks: { $kinds }
setup-shows-quiet-hours = Nobody is asked at night: { $hours }
setup-shows-call-outs = A second yes for messages to more than { $number } people
setup-shows-few-homes = A card names a place with { $homes } homes at least
setup-neighbourhoods = Neighbourhoods:
setup-neighbourhood = { $area }: { $parts }
setup-more-postcodes = { $number } more
setup-has-outline = an outline
setup-has-homes = { $homes ->
    [one] one home
   *[other] { $homes } homes
}
setup-has-groups = { $number ->
    [0] no group
    [one] one group
   *[other] { $number } groups
}
setup-more = And { $number } more.
setup-missing = Still missing:
missing-neighbourhood = There is no neighbourhood yet.
missing-group = { $area } has no group yet. Please add me to its group, then write /link there.
missing-right = I cannot write in the group of { $area }. Please let me write there, or add me again.
missing-place = For { $area } I know neither postcodes nor an outline. So nobody finds it by their address.
missing-postcodes = For { $area } I know no postcodes. So nobody finds it who writes theirs.
missing-lead = Nobody but the owners reads worries. To appoint somebody, write /invite.
missing-coordinator = There is no coordinator yet. To appoint one, write /invite.
missing-more = And { $number } more like these.
button-setup-name = Name
button-setup-time-zone = Time zone
button-setup-emergency = Emergency numbers
button-setup-neighbourhoods = New neighbourhood
button-setup-kinds = Kinds of help
button-setup-quiet-hours = Quiet hours
button-setup-call-outs = Messages to many
button-setup-few-homes = Small places
button-setup-neighbourhood = Change a neighbourhood
button-setup-poster = Make a poster
button-setup-invite = Appoint somebody

answer-scheme-name = Name
answer-scheme-time-zone = Time zone
answer-emergency-right = Right or not
answer-emergency-any = Any emergency
answer-emergency-ambulance = Ambulance
answer-emergency-fire = Fire service
answer-emergency-police = Police
answer-emergency-crisis = Thoughts of ending one's life
answer-preview-emergency = Saving the numbers
answer-stricter-kind = Kind of help
answer-stricter-level = Who may help
answer-preview-level = Saving the rule
answer-quiet-hours = Quiet hours
answer-agreement-above = How many people
answer-fewest-homes = Number of homes

problem-emergency-numbers = I could not read that as telephone numbers. Please write up to three, with commas between them. For example: “999, 112”.
problem-hours = I need two hours, the first of the night and the last. Please write them, such as “22 to 7”.
problem-night = That night is too short or too long. People need at least 6 hours, and 14 are the most I can keep. Please write other hours.

welcome-scheme =
    Hello. This is { $scheme }. Here neighbours help one another.

    You can ask for help, or offer to help others. You can stop at any time. What would you like to do?

    If somebody's life is in danger, please ring { $numbers } first.
welcome-owner = You look after this scheme, and nothing is set up yet. To begin, write /setup.
