"""Structured texts of acts (Law 480-V, art. 23): reading, comparing, changing, writing them."""
