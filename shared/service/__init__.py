"""What makes a service out of its parts: assembly, running, migrating, and its command."""

from shared.service.assembly import Running, Service
from shared.service.command import command
from shared.service.loop import run
from shared.service.migrating import migrate_to_head
from shared.service.paper import on_paper
from shared.service.running import serving

__all__ = ["Running", "Service", "command", "migrate_to_head", "on_paper", "run", "serving"]
