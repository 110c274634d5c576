"""recommendation ← rewording ← procedure ← acts: what hearings recommend, and what comes of it."""
