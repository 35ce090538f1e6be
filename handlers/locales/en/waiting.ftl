### While nobody takes a request

# What its resident is told at each step.
carried-raised = Nobody has taken your request { $reference } yet. I have just shown it to the neighbours again.
carried-adjacent = Nobody has taken your request { $reference } yet. I am now also showing it in the neighbourhoods next door: { $areas }.
carried-asking = Nobody has taken your request { $reference } yet. I am now asking helpers directly, a few at a time.
shown-to-resident = There is news of your request { $reference }. The neighbours can see it now. I will write to you as soon as somebody takes it.

# What happens next, and when.
next-raised = If nobody takes it, the next step is on { $by }. Then I will show it again.
next-adjacent = If nobody takes it, the next step is on { $by }. Then I will also show it in the neighbourhoods next door.
next-asking = If nobody takes it, the next step is on { $by }. Then I will look for helpers whom I can ask directly.
next-coordinator = If nobody takes it, the next step is on { $by }. Then I will tell a coordinator.
next-nothing = It stays open. If it cannot wait, please ask somebody else as well.

# Where is my request?
waiting-posted = Nobody has taken it yet. The neighbours can see it.
waiting-raised = Nobody has taken it yet. I have shown it to the neighbours again.
waiting-adjacent = Nobody has taken it yet. The neighbourhoods next door can see it too.
waiting-asking = Nobody has taken it yet. I am also asking helpers directly.
waiting-coordinator = Nobody has taken it yet. A coordinator has been told and is looking for a way.
waiting-nobody = Nobody has taken it yet, and I cannot reach a coordinator just now. If it cannot wait, please ask somebody else as well.
waiting-word = I will write to you as soon as somebody takes it.

# What a coordinator is told of what was tried.
tried = This was tried:
tried-raised = – shown in the group a second time
tried-adjacent = – shown next door: { $areas }
tried-asking = { $number ->
    [0] – asked directly: nobody, because nobody fits who may be asked now
    [one] – asked directly: one helper
   *[other] – asked directly: { $number } helpers
}{ $refusals ->
    [0] { "" }
    [one] , one said no
   *[other] , { $refusals } said no
}
group-to-reach = { $reference } waits, and nobody can see it: I cannot write in the group of { $area } just now. Please add me to the group again, or link another group with /link.

# A volunteer is asked directly.
ask-directly = Could you help a neighbour? Nobody has taken this yet.
ask-directly-free = It is quite all right to say no. If you say yes, you see the rest.
button-not-this-time = Not this time
ask-no-noted = That is all right. Thank you for telling me.
ask-no-thanks = You said “not this time” for { $reference }. That is quite all right. With /offer you can change how often I ask you.
ask-yours = You have taken { $reference }. Thank you.
ask-over = { $reference } does not need a helper any more. Thank you for being there.

# The overview of a group.
overview = Open just now:
overview-line = – { $kind }, { $area }, { $window }, { $reference }
overview-more = { $number ->
    [one] … and one more.
   *[other] … and { $number } more.
}
overview-nothing = Nothing is open just now. Thank you.
card-moved = This request is further down now.

given-up-to-resident = Nobody could take your request { $reference }, and its time was over long ago. I have closed it, and I am sorry. Your address and your words will be deleted { $kept-hours } hours from now. You can ask again at any time.
given-up-to-resident-for = Nobody could take the request { $reference } that you made for { $person }, and its time was over long ago. I have closed it, and I am sorry. The address and the words will be deleted { $kept-hours } hours from now. You can ask again at any time.
given-up-to-owners = { $reference } is closed: nobody took it, and its time was over two weeks ago.
