### Offering help

ask-agree-volunteer =
    Before we start, here is what happens with what you tell me.

    I keep your first name and what you offer.
    Coordinators can see both. Whoever you help sees your first name.
    The group sees nothing of this.
    More about it: /privacy

    To go on, tap “{ button-agree }”. If you do not agree, tap “{ button-stop }”.
ask-volunteer-name =
    What is your first name?

    Please write it. Whoever you help will see it, and so will coordinators.
offer-is-change = You are already a helper. What you answer now takes the place of what you offered before.
ask-offer-areas =
    In which neighbourhoods would you like to help?
ask-offer-kinds =
    What would you like to help with?

    I will then show you a few words about each kind you choose.
ask-guidance = Will you keep to this?
ask-offer-times =
    When can you usually help?
ask-offer-languages =
    Which languages do you speak?
ask-offer-car =
    Do you have a car that you could use to help?
ask-tasks-at-once =
    How many tasks would you like to have at one time, at most?

    Please tap a number, or write one.
ask-asked-at-most =
    May I ask you directly when nobody takes a request? How often?
ask-offer-nothing =
    You have not said yes to any kind of help. So there is nothing to save.

    To choose again, tap “{ button-change }”. If that is right, tap “{ button-finish }”.

time-weekday-morning = Weekday mornings
time-weekday-afternoon = Weekday afternoons
time-weekday-evening = Weekday evenings
time-weekend-morning = Weekend mornings
time-weekend-afternoon = Weekend afternoons
time-weekend-evening = Weekend evenings

asked-as-needed = Whenever help is needed
asked-daily = Once a day at most
asked-weekly = Once a week at most
asked-never = Never, I look for myself

preview-offer = This is what you offer. Is it right?
preview-offer-change = This is what you offer from now on. Is it right?
offer-shows-name = Name: { $name }
offer-shows-areas = Neighbourhoods: { $areas }
offer-shows-kinds = Kinds of help: { $kinds }
offer-shows-times = Times: { $times }
offer-shows-languages = Languages: { $languages }
offer-shows-car = Car: yes
offer-shows-no-car = Car: no
offer-shows-at-once = Tasks at one time: { $number }
offer-shows-asked = How often I may ask: { $asked }

offer-thanks = Thank you. You are a helper now. When a neighbour needs something, a card appears in your group. Tap it to take it.
offer-changed = Thank you. I have saved what you offer now.
offer-needs-check = Some of these kinds need a check of who you are first: { $kinds }. A coordinator has been told and will get in touch with you.
offer-not-kept = I have saved nothing. You can offer help at any time with /offer.
offer-stays = I have changed nothing. What you offered before stays as it was.

join-agree = If you say yes, I keep your first name and what you offer. Whoever you help sees your first name, and so do coordinators. More about it: /privacy
join-declined = That is all right. Nothing was saved, and somebody else can take it.
join-kept = What you offer is saved. Next time, one tap is enough.

needs-check = Thank you for wanting to help. For this kind of help, { $kind }, somebody has to check who you are first. A coordinator has been told and will get in touch with you.
