"""Telegram as a messenger."""
