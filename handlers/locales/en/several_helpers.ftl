### Requests that take several helpers

answer-helpers-wanted = How many helpers
ask-helpers-wanted =
    How many helpers does it take?

    Something large or heavy may take more than one.
helpers = { $number ->
    [one] { $number } helper
   *[other] { $number } helpers
}
card-place = Helper { $slot } of { $slots }
claim-other-place = You are one of the helpers of this already. Somebody else can take this place.
taken-place = This is helper { $slot } of { $slots }.
details-place = You are helper { $slot } of { $slots }. Each of you was told the same.
sent-several = { $number ->
    [one] Sent. You asked for { $number } helper: { $references }.
   *[other] Sent. You asked for { $number } helpers. Each has a reference: { $references }.
}
place-standing = Helper { $slot } of { $slots }:
