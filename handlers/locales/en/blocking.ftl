### Somebody is blocked, and unblocked again

block-why = Why shall { $name } be blocked?
block-why-read = They will read the reason. Nothing happens before you have seen what follows.
button-block-harm = Somebody was hurt or threatened
button-block-money = Money or things went missing
button-block-misuse = What was said was not meant
button-block-rules = What we agreed on was not kept
button-block-open-question = Something has to be looked into
button-block-yes = Yes, block them
button-block-not = No, do not block
block-preview = This is what happens if you block { $name }:
block-follows-both = – They can neither ask for help nor help, until somebody unblocks them.
block-follows-held = – What they have taken is open for others again: { $references }
block-follows-asked = – What they have asked for waits for you, and nobody can take it by themself: { $references }
block-follows-weekly-given = { $number ->
    [one] – They do not come every week any more, and whoever waits for them hears of it.
   *[other] – They do not come to { $number } people every week any more, who all hear of it.
}
block-follows-weekly-asked = { $number ->
    [one] – Their weekly help rests until you end it or unblock them.
   *[other] – Their weekly help rests, { $number } in all, until you end it or unblock them.
}
block-follows-elsewhere = – What they have elsewhere is open again, or waits for others.
block-follows-safety = – They can still tell a worry, and words of danger are heard as before.
block-they-read = This is what they will read:
block-done-by-phone = { $name } is blocked, and somebody has to tell them on the phone.
block-done = { $name } is blocked, and I have told them.
block-left = Nobody was blocked.
block-elsewhere = Somebody was blocked by a coordinator of another organisation or neighbourhood.
block-decide = { $reference } stays, and nobody can take it by themself. Please open it and decide what becomes of it.
block-decide-weekly = The weekly help of { $name } rests: { $kind }. Please decide whether it shall end.
block-not-yourself = You cannot block yourself.
block-not-an-owner = Whoever owns the scheme cannot be blocked. Please speak with them.
block-by-an-owner = They look after the scheme too, so only an owner can block them. Please tell one.
block-nobody = Nobody whom you look after is blocked.
block-how = To block somebody, open a request of theirs with /request and its reference.
block-standing = { $name } is blocked since { $day }, by { $other }.
unblock-name = Unblock { $name }
unblock-done-by-phone = { $name } can ask and help again. Somebody has to tell them on the phone.
unblock-done = { $name } can ask and help again, and I have told them.
unblock-before = { $name } is not blocked. There is nothing to do.
details-closed-blocked = { $reference } is with others now. The details are closed again.
weekly-blocked-to-owners = The time { $window } was left out, because they are blocked. Please end the weekly help, or unblock them with /block.

# What they read themselves.
blocked-told = You cannot ask for help or help here for now. A coordinator has decided so.
blocked-why-harm = The reason: somebody was hurt, threatened or frightened.
blocked-why-money = The reason: money or things went missing.
blocked-why-misuse = The reason: something was asked for or promised that was not meant.
blocked-why-rules = The reason: something that we agreed on for everybody's safety was not kept.
blocked-why-open-question = The reason: something has to be looked into first. It does not mean that you did anything wrong.
blocked-where-to-turn = If you think that this is a mistake, please speak with a coordinator. If something worries you, write /worry, and a safeguarding lead reads it. If you need help now, your council or a charity near you may know who can help.
blocked-where-to-turn-rung = If this is a mistake, or something worries you, please say so now. If you need help now, your council or a charity near you may know who can help.
blocked-notice = You cannot do that here for now. I have written to you why.
unblocked-told = You can ask for help and help here again.
