### Resident and helper write to each other

button-answer = Answer
button-write-helper = Write to my helper
button-write-neighbour = Write to my neighbour
button-stop-writing = Stop writing
button-write-to = To { $name }, { $reference }
button-new-request = It is a new request
button-for-nobody = For nobody, forget it

relay-writing = You are writing to { $name } now, about { $reference }. What you write next, and photos, go to { $name } alone.
relay-writing-how = They cannot see your account or your number. When you have finished, tap “{ button-stop-writing }”.
relay-stopped = You have stopped writing to each other for now. What you write goes to nobody. To write again, tap “{ button-answer }” below a message, or find the task with /mine.

# The first line of what somebody gets; the words of whoever wrote stand below it.
relay-from = { $name } writes:
relay-from-photo = { $name } sends this photo:

relay-sent = Passed on to { $name }.
relay-waits = Nothing reaches { $name } just now. I am keeping this. I will pass it on as soon as I can, if { $reference } is still with you both then.
relay-waits-told = A coordinator knows that nothing reaches { $name }.
relay-waits-not-told = If it cannot wait, please tell a coordinator.
relay-edited = I cannot pass on a change. { $name } still has your first words. If it matters, please write it again as a new message.
relay-edit-not-passed-on = Your change was not passed on to anybody.

relay-advice-resident = A word of advice: please do not write codes, PINs or where a key is here. Door notes belong with your address, where only somebody on the way sees them.
relay-advice-helper = A word of advice: please never ask for a code, a PIN or a bank card here. What you need at the door is shown when you set off.

relay-whom = Whom is this for? I have kept what you wrote and have not passed it on yet.
relay-kept = I have kept what you wrote. Is it a new request?
relay-whom-side = { $name }: { $kind }, { $reference }
relay-held-forgotten = What you had written before that was passed on to nobody. If it still matters, please write it again.
relay-unsaid = That is all right. I have forgotten what you wrote.

# Why something was not passed on, and what to do instead.
relay-no-forward = That was not passed on. A forwarded message can show where it came from. Please write it in your own words.
relay-no-album = That was not passed on. Please send one photo at a time.
relay-no-location = Your location was not passed on. It would show exactly where you are. Please describe the place in words.
relay-no-venue = That place was not passed on. Please write in words where it is.
relay-no-contact = That contact card was not passed on. It would show somebody's number and account. Please write what is needed in words.
relay-no-voice = Your voice message was not passed on. A voice can show who somebody is. Please write it. Many phones can write down what you say: look for the microphone on the keyboard.
relay-no-video = That video was not passed on. A video can show who somebody is. Please send a photo, or write it in words.
relay-no-file = That file was not passed on. A file can hold names that nobody sees at first. If it is a picture, please send it as a photo. If not, please write it in words.
relay-no-sticker = That sticker was not passed on. A sticker leads to other pages. Please write it in words.
relay-no-poll = Those questions to vote on were not passed on. Please ask in words.
relay-no-photo = That photo was not passed on. I could not open it. Please send it again as a plain photo.
relay-no-other = That was not passed on. Only words and photos can be. Please write it in words.
relay-empty = That was not passed on. There is nothing in it that can be seen. Please write it again.
relay-too-long = That was not passed on. It is too long: { $length } characters. Please send it in parts of { $limit } at most.

# Writing to each other ends with the task.
relay-not-passed-on = What you wrote was not passed on to anybody.
relay-over-done = { $reference } is done, so you cannot write to each other about it any more.
relay-over-withdrawn = { $reference } is not needed any more, so you cannot write to each other about it.
relay-over-not-yours = { $reference } is not with you any more, so you cannot write about it.
relay-over-somebody-else = Somebody else is helping with { $reference } now. You find them with /mine.
relay-over-nobody = Nobody has { $reference } just now, so there is nobody to write to. I will tell you when somebody takes it.
relay-over-next-resident = If something is missing or worries you, please tell a coordinator. If you need help again, you can ask with /ask.
relay-over-next-helper = If it is important, please tell a coordinator.
