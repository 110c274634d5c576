"""The `kurultai` command: it starts the servers and meets the services over HTTP, as any client."""
