"""Procedure, rules, occasions, facts and refusals: pure Python, no input or output."""
