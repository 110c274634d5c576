"""Amendments to a bill: words, the two cases, conditions, the tables, the acts."""
