"""The law of composition and of the committees' work: pure Python, without any I/O."""
