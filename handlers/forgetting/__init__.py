"""Somebody is forgotten: what they are told before, what becomes of help, and what follows."""
