"""Resident and helper write to each other, and neither sees the other’s account."""
