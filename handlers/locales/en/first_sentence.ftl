### A first sentence, understood and confirmed

first-help = You would like help: { $kind }. I keep what you wrote. First there are a few short questions.
first-to-help = It sounds as if you would like to help. Thank you. If it is you who needs help, please tap “{ button-stop }” and then “{ button-ask }”.
first-sad = I am sorry to hear that. It is good that you wrote to us.
ask-first-kind =
    Which of these would you like?

    Please choose one. You can ask for another afterwards. What you wrote is kept.
ask-first-company =
    Would one of these do you good? A neighbour who has time for you can help.

    Please tap what you would like. If you would rather not, tap “{ button-stop }”.
ask-first-either =
    Would you like help yourself, or would you like to help others?

    You can do both, one after the other. What you wrote is kept.
answer-first-choice = What I would like
button-other-kind = Another kind of help
button-want-help = I would like help
button-want-to-help = I would like to help others
problem-kind-several = I am not sure which kind of help you mean. Please choose one. What you wrote is kept.
understood = I understood: { $kind } for you, { $window }. Is that right?
understood-for = I understood: { $kind } for { $person }, { $window }. Is that right?
understood-for-whom = If it is for somebody else, please tap “{ button-change }” and then “{ answer-kind }”.
answer-understood = What I understood
