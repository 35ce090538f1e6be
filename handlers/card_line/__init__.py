"""One line of a resident's own for the card of their request, read by a coordinator first."""
