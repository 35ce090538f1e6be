"""Call-outs: many are called at once, a few are wanted, and everybody knows where they stand."""
