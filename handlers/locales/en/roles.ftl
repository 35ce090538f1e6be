### Roles, and how they end

button-end-role = End this
button-leave-role = I no longer want this
button-leave-role-yes = Yes, I stop
button-more-roles = Show more roles

role-lead = Safeguarding lead
role-colleague = Colleague of a partner organisation
role-colleague-of = Colleague of { $organisation }
role-coordinator = Coordinator
role-coordinator-of = Coordinator for all of { $organisation }
role-coordinator-of-all = Coordinator for the whole scheme
role-coordinator-at = Coordinator for { $areas }
role-coordinator-at-of = Coordinator for { $areas } ({ $organisation })
role-contact = Contact of a partner organisation
role-contact-of = Contact of { $organisation }

roles-none = Nobody holds a role yet. To invite somebody, write /invite.
roles-none-yours = You hold no role here, so there is nothing to end.
roles-held = { $name }: { $role }
roles-held-yours = You: { $role }
roles-more = { $number ->
    [one] There is one more.
   *[other] There are { $number } more.
}
role-end-sure = Shall I really end this? { $name }: { $role }
role-leave-sure = Shall I really end this? You: { $role }
role-ended = This has ended. { $name }: { $role }
role-left = { $name } has stopped being: { $role }
role-ended-already = This has already ended, or is not yours to end. There is nothing left to do.
role-ended-yours = You are no longer: { $role }. Somebody who appoints people here has ended it. Thank you for all that you have done.
role-left-yours = You are no longer: { $role }. Thank you for all that you have done.
role-ended-next = Nothing is lost. The requests stay as they are, and others look after them now. What you were writing for them here is not sent.
role-ended-open = Everything else here is open to you as before.
role-ended-nobody-left = Nobody else looks after { $areas } now. What comes from there comes to you. To invite somebody, write /invite.
role-ended-meanwhile = You no longer look after this. Nothing was sent.
