"""The running service, on a real database, with messengers that misbehave as they are told."""
