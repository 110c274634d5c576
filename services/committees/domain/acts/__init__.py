"""What is done when a row of a table is taken, and the fact that tells of it."""
