### Giving the address later

request-unknown = I do not know this request any more. You can see all of yours with /mine.
address-too-late = Your request { $reference } is already closed. No address is needed any more.
address-not-yours = This is not your request. Only the person who made it can give the address.
address-nothing-given = Nothing was given, and nothing has changed. You can give the address at any time with /mine.
address-saved = Thank you. I have kept this for your request { $reference }:
address-raised = Because keys or money are mentioned, a coordinator picks the helper for this one.
address-shown-claimed = { $name } can see your street now. Your door, your notes and your phone number stay hidden until { $name } is on the way.
address-shown-on-the-way = { $name } is on the way and can see all of this now.
address-arrived = There is news of the address for { $reference }. Here are the details as they are now.
address-skipped-stays = What you skip stays as it was.
button-change-address = Change the address
button-change-phone = Change the phone number
