"""When help is done: confirmed, thanked for, paid back, learnt from."""
