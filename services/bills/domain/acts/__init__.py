"""What is done when a row of the table is taken, and the fact that tells of it."""
