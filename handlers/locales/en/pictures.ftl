# Why a photo that somebody sent cannot be used. Each is followed by what was asked before.

picture-not-a-picture = I could not open that photo. Please take a new one and send it.
picture-too-large = That photo is too large for me. Please send a smaller one, or a screenshot of it.
picture-not-fetched = I could not fetch that photo just now. Please send it again.
