"""The committees service over HTTP: routes and shapes; no rule lives here."""
