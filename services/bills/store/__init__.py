"""How bills are kept, and the questions asked of what is kept."""
