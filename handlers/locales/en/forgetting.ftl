# Being forgotten: what people are told before, and what others hear.

command-forget = be forgotten: everything about you goes

forget-warning =
    Do you want me to forget you?

    Everything that I keep of you goes for good: your name, your requests, what you offered, what you wrote. It goes from the copies that we keep, too. Nobody can bring it back.
forget-ends = This ends at once:
forget-nothing-open = Nothing of yours is open at the moment.
forget-asked = Your requests are closed: { $references }. Whoever has taken one is told kindly.
forget-weekly-asked = The help that comes to you every week ends.
forget-helped =
    { $number ->
        [one] What you asked for somebody else goes too, and so does what I know of them.
       *[other] What you asked for { $number } others goes too, and so does what I know of them.
    }
forget-held-tasks = What you have taken is open for others again: { $references }. The neighbours who wait for you are told.
forget-weekly-given = Whoever you go to every week is told that you cannot come any more.
forget-call-outs =
    { $number ->
        [one] Your place in a call-out goes to the next person.
       *[other] Your places in { $number } call-outs go to the next people.
    }
forget-own-call-outs =
    { $number ->
        [one] The call-out that you made goes on without you. What you wrote for it stays until a week after its end.
       *[other] The { $number } call-outs that you made go on without you. What you wrote for them stays until a week after their end.
    }
forget-money-of-helper = You paid { $amount } for { $reference }, and nobody has decided about it. Once you are forgotten, nobody can pay it back to you.
forget-money-of-resident = { $amount } was paid for { $reference }, and nobody has decided about it. Please settle that first.
forget-roles = What you do for the scheme ends: { $roles }.
forget-last-lead = You are the only safeguarding lead. After you, worries go to the owners.
forget-left-alone = After you, nobody but the owners looks after { $areas }.
forget-owner = You are an owner because the settings of the service say so. I cannot change those: please ask whoever runs the service to take you out. If you write to me again before that, you are an owner again.
forget-last-owner = You are the only owner who writes to me. Until another one does, nobody hears what only owners hear. The settings of the service name you still: please ask whoever runs it to take you out.
forget-blocked = You are blocked. As long as that stands, I keep a code that is made from your account, so that I know you again. It tells nobody who you are. Everything else goes.
forget-held = Some of it has to be kept until { $day }, because somebody has asked for help in keeping people safe. That may take longer if they need more time. All that can go goes at once. The rest goes by itself after that.
forget-cannot = I cannot take back what others have copied, or pictures of their screens, or what the messaging app itself keeps. Your first name stays in what others were told in their own chats. You can delete this chat on your phone.
forget-changed = Something has changed since I asked. Please read it once more.
button-forget-yes = Yes, forget me
button-forget-no = No, do not forget me
forget-not = I leave everything as it is.
forgotten-tapped = I do not know you any more, so this button does nothing. If you want to begin anew, please write /start.
forgotten = You are forgotten. If you write to me again one day, we begin as strangers.
forgotten-taken-from-you = What was private to others I have taken out of this chat. Please delete what you have copied of it.

forget-begun = All that could go is gone: what was open has ended, and your cards are empty.
forget-held-until = Some of it has to be kept until { $day }, because somebody has asked for help in keeping people safe. It goes by itself after that. What you begin here until then goes with it.
forget-held-longer = You asked me to forget you. Some of it has to be kept longer, until { $day }, because somebody has asked for help in keeping people safe. It goes by itself after that.
button-forget-stay = I want to stay after all
forget-stays = You stay. I keep what is left, and forget nothing by myself.
forget-stays-anyway = You are not about to be forgotten. If you want to be, please write /forget.

# Somebody without an app, for whom a coordinator does it.

forget-whom = Who shall be forgotten?
forget-whom-how = Please tap a name. If you do not see it, write /forget and the name.
button-forget-me = Myself
forget-name = { $name }
forget-caller-unknown = I know nobody of that kind who is rung. Perhaps they are forgotten already.
forget-caller-warning =
    Do you want me to forget { $name }?

    Please do it only if they have asked for it. Everything that we keep of { $name } goes for good: the name, the number, the requests and what was written down. Nobody can bring it back.
forget-caller-asked = Their requests are closed: { $references }. Whoever has taken one is told kindly.
forget-caller-weekly = The help that comes to them every week ends.
forget-caller-again = Please look once more. Is it { $name }, and have they asked for it themselves?
button-forget-caller = Yes, go on
button-forget-caller-yes = Yes, they asked for it
button-forget-caller-no = No, leave it as it was
forget-yourself-how = If you want to be forgotten yourself, write /forget and nothing else.
forget-caller-done = They are forgotten. It is noted that you did it, and nothing of them.
forget-caller-later = All that could go is gone. Some of it has to be kept until { $day }, because somebody has asked for help in keeping people safe. It goes by itself after that.
forget-caller-here = What you wrote for them, and what I asked you about them, still stands in this chat. Please delete it on your phone.
forget-caller-noted = { $name } has had somebody forgotten who has no app and asked for it. Who it was is not kept.
button-forget-this-caller = They want to be forgotten

# Somebody who was blocked when they were forgotten.

block-of-forgotten = Somebody is blocked since { $day } who asked to be forgotten since. Nothing else is known of them.
button-unblock-forgotten = Let them in again
unblock-forgotten-done = Whoever it was is not blocked any more. Nothing of them is kept now.
unblock-forgotten-before = Whoever it was is not kept out in this way any more.

# What others hear. Nobody is told why.

card-emptied = This request is closed.
forget-closed = This is closed. I have taken back what stood here.
forget-no-call = This call is not needed any more.
forget-helper-gone = Whoever had taken your request { $reference } cannot come after all. It is open for others again, and its card is up anew.
forget-weekly-over = { $kind }, every week: this help is not needed any more. Thank you for all the times that you were there.
forget-weekly-helper-gone = { $kind }, every week: whoever came to you cannot come any more.
forget-role-ended = Somebody has left. This ended with it: { $role }.

answer-forget-sure = Your answer
answer-forget-again = Your second answer
