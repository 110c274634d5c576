"""Protocols of votes and records of sittings: what is printed, and in which forms."""
