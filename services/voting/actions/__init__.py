"""What can be done here: one file per act."""
