"""Whether anybody can reach what is not theirs: a scheme full of things, and random deeds in it."""
