"""While nobody takes a request: it is carried on, step by step."""
