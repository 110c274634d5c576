"""Where sittings, questions, votes and ballots are kept, and what is read from there."""
