# What is kept for a worry, for safeguarding leads and owners.

button-hold = Keep what belongs to it
button-hold-longer = Keep it 30 days longer
button-hold-end = Keep it no longer
hold-set =
    { $number ->
        [one] What belongs to one person is kept until { $day }.
       *[other] What belongs to { $number } people, on both sides, is kept until { $day }.
    }
hold-what-it-means = If one of them asks to be forgotten, I say that some of it has to be kept until that day. I say neither who asked for it nor why. You find it with /holds, where you can also keep it longer.
hold-nobody-left = There is nobody left whose things could be kept: they are forgotten.
hold-ended = Nothing is kept for it any more. Whoever asked to be forgotten meanwhile is forgotten now.
hold-ended-but-open = You keep nothing for it any more. The worry itself is not settled: until it is, things are kept for up to 30 days after its last word.
hold-ended-already = Nothing was kept for it any more.
hold-standing =
    { $number ->
        [one] What belongs to one person is kept until { $day }. { $name } asked for it.
       *[other] What belongs to { $number } people is kept until { $day }. { $name } asked for it.
    }
holds-unsettled =
    { $number ->
        [one] One worry is not settled. What belongs to it is kept for up to 30 days after its last word.
       *[other] { $number } worries are not settled. What belongs to them is kept for up to 30 days after the last word of each.
    }
holds-waiting =
    { $number ->
        [one] One person has asked to be forgotten and waits for that.
       *[other] { $number } people have asked to be forgotten and wait for that.
    }
holds-none = Nothing is kept for a worry at the moment.
holds-how = Safeguarding leads have it kept with a button below a worry.
