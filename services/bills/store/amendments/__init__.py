"""Amendments on file, the texts that they change, and what became of them."""
