"""Each service's database brought to the head of its own history."""

import asyncio
from collections.abc import Mapping

from shared.service import migrate_to_head


async def migrate(owner_urls: Mapping[str, str]) -> None:
    """Migrate every service, one after the other: Alembic's context is one for the process."""
    for service, url in owner_urls.items():
        await asyncio.to_thread(migrate_to_head, service, url)
