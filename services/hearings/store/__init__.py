"""How hearings are kept."""
