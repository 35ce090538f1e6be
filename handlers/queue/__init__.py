"""What waits for those who look after the scheme, in one list."""
