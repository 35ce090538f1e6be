"""Plain bots to compare with, each written as its library's own documentation shows it."""
