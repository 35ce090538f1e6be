"""A resident asks: for themself or for somebody else, with an address given now or later."""
