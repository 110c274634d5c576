"""Sittings, votes, ballots: words, cases, conditions, the tables, the acts. No input or output."""
