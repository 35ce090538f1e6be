### Buttons

button-yes = Yes
button-no = No
button-skip = Skip
button-back = Back
button-stop = Stop
button-send = Send
button-change = Change one answer
button-agree = I agree
button-several-done = Done
button-leave-to-coordinator = Leave it to a coordinator
button-ask = Ask for help
button-offer = Offer help
button-mine = My requests
button-language = Language
button-claim = I can do this
button-could = I could do this
button-choose-helper = Choose this helper
button-give-address = Give my address
button-set-off = I am setting off
button-done = Done
button-hand-back = I can't after all
button-withdraw = I don't need this any more
button-withdraw-yes = Yes, close it
button-withdraw-no = No, keep it
