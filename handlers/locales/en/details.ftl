### Details of a request: who saw them, and that they are gone from chats again

button-who-saw = Who saw the details of { $reference }?

saw-of = Who saw the details of { $reference }:
saw-nobody = Nobody so far.
saw-claimed = – { $by }: { $name } took it, and saw { $parts }
saw-claimed-for = – { $by }: { $name } took it, and saw of { $person } { $parts }
saw-set-off = – { $by }: { $name } set off, and saw { $parts }
saw-set-off-for = – { $by }: { $name } set off, and saw of { $person } { $parts }
saw-read = – { $by }: a coordinator read { $parts }
saw-read-for = – { $by }: a coordinator read of { $person } { $parts }
saw-by-ringing = – { $by }: a coordinator saw your name and your phone number, to ring you
saw-by-outside = – { $by }: a coordinator saw all of it, to see to it outside of this service
saw-by-danger = – { $by }: somebody who looks after safety saw your street, your door and your phone number, because you wrote of danger
saw-by-danger-for = – { $by }: somebody who looks after safety saw the street, the door and the phone number of { $person }, because you wrote of danger
# Stands in the place of a name.
saw-somebody = somebody who has left
saw-forgotten = What was given is deleted by now. So whatever can be given stands here.
saw-afterwards = Each time is when they first looked. What you gave later, they may have seen later too. When the help is over, I take it out of their chat again.
saw-not-taken-back = I cannot take back what somebody wrote down, copied or took a picture of. Nor can I delete what the company behind this app keeps.
saw-safety = When somebody reports a worry, those who look after safety may read more. Worries never stand in this list.
saw-kept = { $days ->
    [one] I keep each line of this list for a day.
   *[other] I keep each line of this list for { $days } days.
}
saw-of-finished = Some of your requests are over. You can still see who saw their details.

# Stand in the place of a message that was taken back too late to be deleted.
details-gone = The details of { $reference } were here. They are gone again.
details-not-yours = Something was here that is with others now. It is gone again.
relay-gone = What was written to you here is gone again.

details-not-taken-back = What I showed you is gone from this chat. I cannot take back what you wrote down, copied or took a picture of. Please delete that now.
details-relay-stays = { $days ->
    [one] What your neighbour wrote to you here goes too, a day after it was written.
   *[other] What your neighbour wrote to you here goes too, { $days } days after it was written.
}
