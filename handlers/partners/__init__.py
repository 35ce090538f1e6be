"""Partner organisations: what goes from one to another, and with whose consent."""
