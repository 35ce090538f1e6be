"""What a volunteer offers, and what they may see of it themselves."""
