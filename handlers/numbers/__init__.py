"""The numbers of a stretch of time, for those who look after requests."""
