"""Danger and worries, and those who look after them."""
