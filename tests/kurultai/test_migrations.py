"""The tables are those of the mapping, and each history has one head."""

import asyncio

import pytest

from kurultai.registry import SERVICES
from kurultai.servers import Servers
from shared.service.migrating import drifted, heads, migrate_to_head


@pytest.mark.parametrize("service", SERVICES)
def test_a_history_has_one_head(service):
    assert len(heads(service)) == 1


async def test_no_service_has_drifted_from_its_migrations(tmp_path):
    async with Servers(tmp_path, services=tuple(SERVICES), environment={}) as running:
        for service, url in running.owner_database_urls.items():
            await asyncio.to_thread(migrate_to_head, service, url)
            await asyncio.to_thread(drifted, service, url)
