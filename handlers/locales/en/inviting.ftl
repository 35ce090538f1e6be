### Inviting people to look after the scheme

button-make-link = Make the link
button-new-organisation = Another organisation
button-accept = Yes, I accept
button-decline = No, I would rather not
button-end-role = End this

answer-invite-role = What for
answer-invite-organisation = Organisation
answer-organisation-name = Name of the organisation
answer-preview-invite = Making the link
answer-invited = Accepting
answer-own-name = First name

role-lead = Safeguarding lead
role-colleague = Colleague of a partner organisation
role-colleague-of = Colleague of { $organisation }

ask-invite-role =
    What would you like to invite somebody to?
ask-invite-organisation =
    Which organisation are they from?
ask-organisation-name =
    What is the organisation called?

    Please write its name, such as “St Joseph's Hospice”.
problem-organisation-signs = That name has signs that I cannot use. Please write it with letters, numbers and spaces.
preview-invite = I will make a link. Whoever opens it first can become: { $role }
invite-lasts = It works once, for one person, and for 7 days. Please give it only to the person whom you mean.
invite-made = This link is for one person, to become: { $role }. It works until { $day }. Please pass it on to them:

ask-invited = You are invited to become: { $role }
invited-to-lead = You would read the worries that people report here, and decide what happens next. Nobody else can read them.
invited-to-colleague = You could ask here for people whom you look after in your work. They have to know and agree first.
invited-kept = If you accept, I keep your first name and what you were appointed to. Those who look after the scheme see both.
ask-own-name =
    What is your first name?

    Please write it. Those who look after the scheme see it.
invited-thanks = Thank you. From now on you are: { $role }
invited-next-lead = When somebody reports a worry, I will write to you at once.
invited-next-colleague = To ask for somebody, write /askfor.
invited-declined = That is all right, and nothing has changed. If you think again, the link works until { $day }.
invited-to-owners = { $name } has accepted your invitation and is now: { $role }
invitation-unknown = I do not know this invitation. Please ask whoever gave you the link for a new one.
invitation-used = Somebody has already used this invitation. It works once only. Please ask for a new one.
invitation-used-by-you = You have already accepted this invitation. There is nothing more to do.
invitation-too-old = This invitation is too old. It was good for 7 days. Please ask for a new one.
invitation-your-own = This is the link that you made yourself. Please pass it on to the person whom you mean.

roles-none = Nobody holds a role yet. To invite somebody, write /invite.
roles-held = { $name }: { $role }
role-end-sure = Shall I really end this? { $name }: { $role }
role-ended = This has ended. { $name }: { $role }
role-ended-already = This has already ended. There is nothing left to do.
role-ended-yours = An owner of the scheme has ended what you did here as: { $role }. Thank you for all of it. Everything else here is open to you as before.
