### The card that a group sees

card-area = Where: { $area }
card-window = When: { $window }
card-size = How much: { $size }
card-needs = Please note: { $needs }
card-language = Language: { $language }
card-pays = Paying: { $pays }
card-note = Note: “{ $words }”
card-reference = Reference: { $reference }
card-open = Open. Nobody has taken this yet.
card-taken = Taken. Thank you.
card-done = Done. Thank you.
card-closed = Closed. There is nothing to do here now.
