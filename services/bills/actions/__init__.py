"""One file per act: the table of contents of the service."""
