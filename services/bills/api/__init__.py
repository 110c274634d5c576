"""The bills service over HTTP: routes and shapes; no rule lives here."""
