"""How the composition and the committees' work are kept, and what is asked of it."""
