# Why a file that somebody sent cannot be used. Each is followed by what was asked before.

file-not-text = I could not read that file, because there is no plain text in it. Please send another one.
file-too-large = That file is too large for me. Please send one of at most 1 MB.
file-not-fetched = I could not fetch that file just now. Please send it again.
