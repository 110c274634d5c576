"""stages ← hearing ← conditions ← procedure ← acts: imports run one way."""
