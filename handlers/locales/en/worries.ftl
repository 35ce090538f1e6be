### Something worries me

button-worry = Something worries me
button-worry-read = I am looking after this
button-worry-settled = This is settled

command-report = Something worries you

worry-about = This is about { $reference }.
ask-worry-words =
    What worries you?

    Please write it in your own words. If you would rather not write it, tap “{ button-skip }”. Then somebody knows at least that something is wrong.
worry-who-reads = Only those who look after safety here read it. The other side of a request never sees it.
worry-in-danger = If somebody is in danger, please ring { $numbers } first.
answer-worry-words = What worries me
answer-preview-worry = Sending
worry-preview-words = You wrote: { $value }
worry-preview-no-words = You wrote no words. I will only say that something worries you.
worry-read-by-leads = Our safeguarding leads will read this, and nobody else. Shall I send it?
worry-read-by-leads-named = These safeguarding leads will read this, and nobody else: { $names }. Shall I send it?
worry-read-by-owners = Those who run this scheme will read this, and nobody else. Shall I send it?
worry-read-by-owners-named = These people run this scheme. They will read this, and nobody else: { $names }. Shall I send it?
worry-read-by-nobody-yet = There is nobody just now who may read this. The other side will not see it. I can keep it until there is somebody. Shall I?
worry-sent = Thank you for telling us. It is sent. I will write to you as soon as somebody has read it.
worry-sent-to-nobody-yet = Thank you for telling us. I keep it until there is somebody who may read it, and write to you then.
worry-nobody-yet = Nobody has read yet what worries you. I have reminded everybody who can. If it cannot wait, please talk to somebody you trust.
worry-read = What you told us has been read by { $name }.
back-to-before = Now back to where we were. Your answers are still here.

worry-to-lead = Something worries { $name }.
worry-of-resident = They asked for { $reference }, { $kind }.
worry-of-helper = They are or were a helper of { $reference }, { $kind }.
worry-other-side = On the other side: { $name }. They know nothing of this.
worry-words = Their words: { $value }
worry-no-words = They wrote no words.
worry-guard = Only those who look after safety see this.
worry-without-name = somebody who gave no name
worry-looked-after = Looked after by { $name }.
worry-settled = Settled. It was looked after by { $name }.
worry-yours = Thank you. You look after this now, and the others can see that. I have told them that you have read it.
worry-settled-noted = Thank you. I have noted that it is settled. The words will be deleted in { $keep-worries } days.
worry-settled-already = This is settled already. There is nothing left to do.
worry-still-open = You look after this. Is it settled? If not, I will ask again in a few days.
worry-waits = This still waits, and nobody looks after it yet. Please read it now.
worry-waits-to-owners = A worry that somebody told us waits to be read, and no safeguarding lead has done so yet. Please see that one of them does. I cannot show it to you.
