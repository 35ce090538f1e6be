### Inviting people to look after the scheme

button-make-link = Make the link
button-new-organisation = Another organisation
button-the-scheme = The scheme itself
button-all-neighbourhoods = All of them, later ones too
button-some-neighbourhoods = Only some of them
button-accept = Yes, I accept
button-decline = No, I would rather not
button-appoint-yes = Yes, that is the person
button-appoint-no = No, that is somebody else

answer-invite-role = What for
answer-invite-organisation = Organisation
answer-organisation-name = Name of the organisation
answer-invite-everywhere = All neighbourhoods or some
answer-invite-places = Which neighbourhoods
answer-preview-invite = Making the link
answer-invited = Accepting
answer-own-name = First name

ask-invite-role =
    What would you like to invite somebody to?
ask-invite-organisation =
    Which organisation is it for?
ask-organisation-name =
    What is the organisation called?

    Please write its name, such as “St Joseph's Hospice”.
problem-organisation-signs = That name has signs that I cannot use. Please write it with letters, numbers and spaces.
ask-invite-everywhere =
    Which neighbourhoods shall they look after?
ask-invite-places =
    Which neighbourhoods shall they look after?
preview-invite = I will make a link. Whoever opens it first can become: { $role }
invite-lasts = It works once, for one person, and for 7 days. Please give it only to the person whom you mean.
invite-asked-back = When somebody has accepted, I ask you whether it is the right person. Nobody becomes anything before you say yes.
invite-made = This link is for one person, to become: { $role }. It works until { $day }. Please pass it on to them:

ask-invited = You are invited to become: { $role }
invited-to-lead = You would read the worries that people report here, and decide what happens next. Nobody else can read them.
invited-to-colleague = You could ask here for people whom you look after in your work. They have to know and agree first.
invited-to-coordinator = You would look after requests and volunteers there. You see what is private about them, and may use it for helping only.
invited-to-contact = You would act here for your organisation. You look after all its requests and volunteers, and say who else does.
invited-instead-of = At the moment you are: { $role }. This would take its place.
invited-kept = If you accept, I keep your first name and what you were appointed to. Those who look after the scheme see both.
ask-own-name =
    What is your first name?

    Please write it. Those who look after the scheme see it.
invited-thanks = Thank you. I am asking whoever invited you whether you are the person they meant. Nothing changes before they have said yes. I will write to you then.
invited-declined = That is all right, and nothing has changed. If you think again, the link works until { $day }.

appoint-ask = { $name } has accepted an invitation to become: { $role }
appoint-right = Is that the person you meant? If you are not sure, please ask them first.
appoint-right-for-others = Whoever made the invitation cannot answer any more. Is that the right person? If you are not sure, please ask around first.
appoint-said-yes = This was answered: yes.
appoint-said-no = This was answered: no.
appoint-lapsed = Nobody answered this within 7 days, so nothing has changed.
appoint-asked-others = I am asking the owners now, since you do not appoint people here any more.
appoint-answered = This has already been answered. There is nothing left to do.
appoint-refused = Thank you. They have been given nothing, and the link does not work any more. To make a new one, write /invite.
appoint-not-now = This person cannot be appointed to anything at the moment. Please ask an owner of the scheme.
appointed = { $name } is now: { $role }
appointed-instead-of = Before, they were: { $role }
appointed-yours = You are now: { $role }
appointed-next-lead = When somebody reports a worry, I will write to you at once.
appointed-next-colleague = To ask for somebody, write /askfor.
appointed-next-coordinator = To see what needs you, write /queue. To see all that you can do here, write /help.
appointed-next-contact = To see what needs you, write /queue. To invite others of your organisation, write /invite. To see all that you can do here, write /help.

invitation-unknown = I do not know this invitation. Please ask whoever gave you the link for a new one.
invitation-used = Somebody has already used this invitation. It works once only. Please ask for a new one.
invitation-used-by-you = You have already accepted this invitation. There is nothing more to do.
invitation-waits = You have already accepted this invitation. I am still waiting for whoever invited you to say that you are the right person.
invitation-not-you = Whoever made the invitation had somebody else in mind, so nothing has changed for you. If you think that is a mistake, please ask them for a new link. Thank you for being ready to help.
invitation-lapsed = You were ready to become: { $role }. Nobody has told me within 7 days that you are the right person, so the invitation has ended. Please ask whoever gave you the link for a new one.
invitation-too-old = This invitation is too old. It was good for 7 days. Please ask for a new one.
invitation-your-own = This is the link that you made yourself. Please pass it on to the person whom you mean.
invitation-held = You are this already, so there is nothing to accept. The link still works for somebody else.
invitation-not-now = I cannot appoint you to anything at the moment. Please ask whoever gave you the link.
