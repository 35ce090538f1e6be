"""What is said: conversations, taps, public cards, permissions and texts."""
