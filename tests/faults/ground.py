"""What faults are tried on: both servers, the voting service on them, and one who hears its facts.

Every test file has servers of its own, which it may kill.
"""

import asyncio
from collections.abc import AsyncIterator, Collection, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

import asyncpg
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import create_async_engine

from kurultai.servers import create_databases, owner_role, role_url, service_role
from kurultai.servers.folder import DataFolder
from kurultai.servers.nats import ADMIN, Nats
from kurultai.servers.postgres import Postgres
from services.voting.service import SERVICE
from shared.messaging.topology import make_topology
from shared.service import migrate_to_head
from tests.faults import hearer

VOTING, HEARER = "voting", hearer.SERVICE
KINDS: Mapping[str, Mapping[str, Collection[str]]] = {
    **{teller: {} for teller in SERVICE.consumers.hears},
    VOTING: SERVICE.consumers.hears,
    HEARER: {VOTING: hearer.KINDS},
}


@dataclass(frozen=True)
class Ground:
    """Both servers, and the way to each database and each user of the broker."""

    data: DataFolder
    postgres: Postgres
    nats: Nats
    passwords: Mapping[str, str] = field(repr=False)

    def database_url(self, service: str, role: str = "") -> str:
        role = role or service_role(service)
        return role_url(self.postgres.admin_url, role, self.passwords[role], f"kurultai_{service}")

    def owner_url(self, service: str) -> str:
        return self.database_url(service, owner_role(service))

    def superuser_url(self, service: str) -> str:
        there = make_url(self.postgres.admin_url).set(database=f"kurultai_{service}")
        return there.render_as_string(hide_password=False)


@asynccontextmanager
async def ground_in(folder: Path, broker: type[Nats] = Nats) -> AsyncIterator[Ground]:
    """Both servers started, with databases, streams and tables."""
    with DataFolder(folder) as data:
        secrets = data.secrets(KINDS)
        hears = {service: tuple(tellers) for service, tellers in KINDS.items()}
        ground = Ground(
            data,
            Postgres(data, secrets.postgres),
            broker(data, secrets.nats, hears),
            secrets.databases,
        )
        await ground.postgres.create()
        try:
            await ground.postgres.start()
            await ground.nats.start()
            await _furnished(ground)
            yield ground
        finally:
            await ground.nats.stop()
            await ground.postgres.stop()


async def _furnished(ground: Ground) -> None:
    names = {service: f"kurultai_{service}" for service in (VOTING, HEARER)}
    await create_databases(ground.postgres.admin_url, names, ground.passwords)
    await asyncio.to_thread(migrate_to_head, VOTING, ground.owner_url(VOTING))
    engine = create_async_engine(ground.owner_url(HEARER))
    async with engine.begin() as connection:
        await connection.run_sync(hearer.metadata.create_all)
    await engine.dispose()
    await make_topology(ground.nats.url(ADMIN), KINDS)


@asynccontextmanager
async def as_superuser(ground: Ground) -> AsyncIterator[asyncpg.Connection]:
    """To the database of the voting service, where no trigger stops it."""
    connection = await asyncpg.connect(ground.superuser_url(VOTING))
    try:
        await connection.execute("SET session_replication_role = replica")
        yield connection
    finally:
        connection.terminate()


async def ballot_ids(ground: Ground) -> set[UUID]:
    """Those on record, whatever became of earlier connections."""
    async with as_superuser(ground) as admin:
        return {row["id"] for row in await admin.fetch("SELECT id FROM ballots")}
