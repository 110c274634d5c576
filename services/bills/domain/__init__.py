"""The path of a bill: words, the case, conditions, the table, the acts. No input, no output."""
