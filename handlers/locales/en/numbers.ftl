### Numbers of a stretch of time

report-which =
    Which days would you like to see the numbers of?

    If something worries you, please tap “Something worries me”.
button-report-this-week = This week
button-report-last-month = Last month
button-report-last-three-months = The last three months
button-report-days = Other days
ask-report-first =
    Which is the first day?

    Please tap it, or write a day, a month and a year. For example: “1 March 2026”.
ask-report-last =
    Which is the last day?

    Please tap it, or write a day, a month and a year. For example: “31 March 2026”.
answer-report-first = First day
answer-report-last = Last day
problem-report-future = That day has not come yet. Please choose today, or an earlier day.
problem-report-long-ago = That is too long ago for me. Please choose a later day.
problem-report-backwards = The first day is { $first }. The last one cannot be before it. Please choose that day or a later one.
problem-report-too-long = I can count one year at a time. Please choose { $last } or an earlier day.

report-title = Help from { $first } to { $last }
report-title-day = Help on { $day }
report-days = From { $first } to { $last }
report-day = On { $day }
report-everywhere = Where: everywhere
report-yours = Where: all that you look after
report-where = Where: { $areas }
report-nothing = Nobody asked for help in this time. Please try other days with /report.
report-line = { $label }: { $number }
report-half = { $number ->
    [one] Of what somebody took, half waited an hour at most.
   *[other] Of what somebody took, half waited { $number } hours at most.
}
report-half-days = { $number ->
    [one] Of what somebody took, half waited a day at most.
   *[other] Of what somebody took, half waited { $number } days at most.
}
report-in-a-day = Taken within a day: { $number } of { $requests }
report-wait-unknown = Too little was taken to say how long it waited.
report-small-numbers = A number from 1 to 4 could say something about one person. So I only say “fewer than 5”. “Not told” stands where another number would give such a one away.
report-too-few = That is too little for a picture and a table.
report-table = Here are the same numbers as a table. Any spreadsheet can open it.

report-withheld-few = fewer than 5
report-withheld-beside = not told
report-label-all = Asked for
report-label-waiting = Waiting for somebody
report-label-taken = Somebody is on it
report-label-done = Done
report-label-closed = Closed, not done
report-label-half = Half waited at most (hours)
report-label-in-a-day = Taken within a day
report-label-there = Volunteers
report-label-new = New volunteers
report-label-checked = Checked today
report-label-active = Took something on
report-label-call-outs = Call-outs
report-label-called = People called
report-label-yes = Said yes
report-label-wanted = Wanted
report-label-with-place = Have a place
report-part-days = Days
report-part-whole = What was asked for
report-part-kinds = By kind of help
report-part-places = By neighbourhood
report-part-owners = By organisation
report-part-wait-kinds = Half waited so many hours at most, by kind of help
report-part-wait-places = Half waited so many hours at most, by neighbourhood
report-part-why = Why it ended
report-part-volunteers = Volunteers
report-part-call-outs = Call-outs
report-why-done = Whoever helped said that it is done
report-why-fulfilled = A coordinator noted that it is done
report-why-closed = Taken back by whoever asked, or out of time
report-why-not-needed = Not needed any more
report-why-could-not-help = We could not help
report-why-duplicate = Asked for twice
report-why-handed-over = Handed over to others
report-why-out-of-area = Outside our area
report-no-place = No neighbourhood yet
report-no-place-of = { $organisation }: no neighbourhood yet
report-hours = h
report-panel-empty = Nothing to show
report-note = “Not told”: a number from 1 to 4, or one that would give such a number away.
report-column-part = Part
report-column-row = Of what
report-column-what = What is counted
report-column-number = Number
report-first-day = First day
report-last-day = Last day
