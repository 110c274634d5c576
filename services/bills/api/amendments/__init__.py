"""Amendments over HTTP: routes, shapes and documents; no rule lives here."""
