"""What can be done, one file an act."""
