### First words

welcome =
    Hello. This is Doorstep. Here neighbours help one another.

    You can ask for help, or offer to help others. You can stop at any time. What would you like to do?

    If somebody's life is in danger, please ring { $numbers } first.
help =
    This is what you can do here:

    /ask – ask for help
    /askfor – ask for somebody else
    /offer – offer help, or change what you offer
    /mine – see your requests and what you have taken
    /me – see or change what you offer, take a break, or stop
    /report – say that something worries you
    /language – choose another language
    /mydata – see what is kept about you
    /privacy – who sees what, and for how long
    /forget – have all of it deleted
    /cancel – stop what I am asking you
    /help – read this again

    You can tap a button, or write its words or its number.

    If somebody's life is in danger, please ring { $numbers } first.
help-caring = For those who look after the scheme:
help-queue =
    /queue – see what waits for you
help-places =
    /setup – set up the scheme, and see what is missing
    /neighbourhood – change a neighbourhood
    /link – write this in a group to link it to a neighbourhood
    /poster – make a poster with a link
help-invite =
    /invite – invite somebody by a link
help-holds =
    /holds – see what is kept because of a worry
help-roles =
    /roles – see who is appointed to what
help-requests =
    /phonein – take a request by phone
    /request KRT-27 – open a request by its reference
    /block – see who is blocked, and unblock somebody
    /callout – call many helpers at once
    /callouts – see how call-outs are going
    /approvals – read what waits for your yes
    /ledger – see what helping has cost
    /weekly – see all weekly help, and end some of it
help-numbers =
    /report – see the numbers of some days
    /worry – say that something worries you
# What the app shows beside each command.
command-start = Begin here
command-help = What I can do for you
command-ask = Ask for help
command-askfor = Ask for somebody else
command-offer = Offer help to your neighbours
command-mine = How your requests stand
command-me = What you offer and have done
command-language = Choose your language
command-cancel = Stop what I am asking you
command-unknown = I do not know that command. Please choose one of these, or write /help.
nothing-to-stop = There is nothing to stop just now. You can choose one of these.
in-the-middle = You are in the middle of this. Please answer it first, or tap “{ button-stop }”. Nothing you said is lost.
link-leads-nowhere = This link does not work any more. Please tap the card in your group again.
not-understood = I did not understand that. Please tap one of these buttons, or write /help.
not-words = I can only read written words. Please write to me, or tap one of these buttons.
edited = I cannot follow changes to an older message. Please write it again. If you want to change an answer, tap “{ button-back }”.
our-fault = Something went wrong on our side. It was not your fault. Please try again in a little while.
may-be-repeated = You may have had this message before.
button-old = This button is from an earlier time and does nothing now. You can choose one of these, or write /mine.
button-of-earlier-question = That button belongs to an earlier question. This is the question I am asking now:
button-unknown = This button does not work any more. Please use the newest message.

draft-recalled = You had begun this a while ago. Would you like to go on? Your answers so far are still here. If you do not go on, I will forget them after a day.
draft-forgotten = You had begun something here, but did not finish it. I have deleted your answers. You can begin again whenever you like.
