### What waits for those who look after the scheme

queue-empty = Nothing waits for you just now.
queue-waits = { $number ->
    [one] One thing waits for you:
   *[other] { $number } things wait for you:
}
queue-day = { $number ->
    [one] Good morning. One thing waits for you:
   *[other] Good morning. { $number } things wait for you:
}
queue-left-lying = These have waited elsewhere for two days or more, and nobody has settled them:
queue-there-is-more = There is more. These were the most urgent ones.
queue-that-is-all = That is all for now.
queue-place = In { $areas }:
queue-places-of = { $organisation }, in { $areas }:
queue-place-of = { $organisation }:
button-queue = Show what waits for me
button-queue-more = Show more of it

# One line for each sort, with how many there are.
queue-sort-worry = { $number ->
    [one] – one worry
   *[other] – { $number } worries
}
queue-sort-ring = { $number ->
    [one] – one person to ring
   *[other] – { $number } people to ring
}
queue-sort-unclaimed = { $number ->
    [one] – one request that nobody has taken
   *[other] – { $number } requests that nobody has taken
}
queue-sort-complete = { $number ->
    [one] – one request that lacks something
   *[other] – { $number } requests that lack something
}
queue-sort-choose = { $number ->
    [one] – one request to pick a helper for
   *[other] – { $number } requests to pick a helper for
}
queue-sort-dispute = { $number ->
    [one] – one request that is not done, says its resident
   *[other] – { $number } requests that are not done, say their residents
}
queue-sort-late = { $number ->
    [one] – one helper I have heard nothing from
   *[other] – { $number } helpers I have heard nothing from
}
queue-sort-unreached = { $number ->
    [one] – one helper whom my messages do not reach
   *[other] – { $number } helpers whom my messages do not reach
}
queue-sort-hand-over = { $number ->
    [one] – one request that was handed over
   *[other] – { $number } requests that were handed over
}
queue-sort-cost = { $number ->
    [one] – one cost to decide about
   *[other] – { $number } costs to decide about
}
queue-sort-words = { $number ->
    [one] – thanks or a thought to read
   *[other] – { $number } thanks and thoughts to read
}
queue-sort-check-wanted = { $number ->
    [one] – one helper to check
   *[other] – { $number } helpers to check
}
queue-sort-offer = { $number ->
    [one] – one new offer of help to look at
   *[other] – { $number } new offers of help to look at
}
queue-sort-check = { $number ->
    [one] – one check that runs out
   *[other] – { $number } checks that run out
}
queue-sort-weekly = { $number ->
    [one] – one weekly help that stands still
   *[other] – { $number } weekly helps that stand still
}
queue-sort-consent = { $number ->
    [one] – one person to be asked whether they still agree
   *[other] – { $number } people to be asked whether they still agree
}
queue-sort-unknown-send = { $number ->
    [one] – one message of a call-out that may not have arrived
   *[other] – { $number } messages of call-outs that may not have arrived
}
queue-sort-unconfirmed = { $number ->
    [one] – one request that its resident has not confirmed
   *[other] – { $number } requests that their residents have not confirmed
}

queue-weekly-choosing = { $name } has weekly help that nobody gives any more: { $kind }, next { $window }. I asked whether anybody else may come, and have no answer yet. Please ask { $name }.
choose-to-owners = { $reference } waits for you to pick its helper: { $kind }, { $window }.
choose-nobody-yet = Nobody has said yet that they could do it.
choose-willing = { $number ->
    [one] One person could do it. Tap the name to choose them.
   *[other] { $number } people could do it. Tap a name to choose them.
}
button-choose-name = Choose { $name }
unconfirmed-to-owners = { $name } says that { $reference } is done. { $resident } has not answered yet. If nothing comes, I take it as done. If you know more, tap what fits.
silent-to-owners = { $name } has { $reference } and has not said yet that they will do it. If nothing comes by { $by }, I open it for others again.
