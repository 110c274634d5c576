"""Seeing what happens without seeing whom it happens to: logs, traces, metrics."""
