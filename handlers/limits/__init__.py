"""How much anybody may begin, who may come in, and what becomes of too much at once."""
