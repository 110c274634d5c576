"""Real PostgreSQL and NATS, with one service that tells and one that hears."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

import pytest
import pytest_asyncio
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncEngine, async_sessionmaker, create_async_engine

from kurultai.servers import Running, Servers
from shared.messaging.broker import Broker
from shared.messaging.hearing import Hearing
from shared.messaging.relay import Relay
from shared.messaging.topology import make_topology
from shared.store.unit_of_work import Desk
from tests.messaging.chamber_of_notes import (
    HEARER,
    TELLER,
    heard,
    hearer,
    kept,
    keyring_of,
    metadata,
)

PATIENCE_S = 20.0


@dataclass
class Pair:
    """The teller's desk, the hearer's desk, and what runs between them."""

    running: Running
    servers: Servers
    teller: Desk
    hearer: Desk
    engines: dict[str, AsyncEngine]
    deaf_to: set[str] = field(default_factory=set)
    unsigned_before: datetime | None = None

    @asynccontextmanager
    async def relaying(self) -> AsyncIterator[Relay]:
        async with Broker.at(self.running.nats_urls[TELLER], TELLER) as broker:
            relay = Relay(self.engines[TELLER], kept, broker.connection, keyring_of(TELLER))
            async with _task(relay.run()):
                yield relay

    @asynccontextmanager
    async def hearing(self) -> AsyncIterator[None]:
        async with Broker.at(self.running.nats_urls[HEARER], HEARER) as broker:
            hearing = Hearing(
                hearer(deaf_to=self.deaf_to),
                self.hearer,
                broker.connection,
                teller=TELLER,
                keyring=keyring_of(HEARER, unsigned_before=self.unsigned_before),
            )
            async with _task(hearing.run()):
                yield

    @asynccontextmanager
    async def at_work(self) -> AsyncIterator[None]:
        async with AsyncExitStack() as opened:
            await opened.enter_async_context(self.relaying())
            await opened.enter_async_context(self.hearing())
            yield

    async def heard_of(self, *note_ids: UUID) -> list[str]:
        """The words heard, in the order in which they had their effect."""
        query = sa.select(heard.c.words).order_by(heard.c.place)
        if note_ids:
            query = query.where(heard.c.note_id.in_(note_ids))
        async with self.hearer.sessions() as session:
            return list(await session.scalars(query))

    async def until_heard(self, number: int, *note_ids: UUID) -> list[str]:
        async def enough() -> bool:
            return len(await self.heard_of(*note_ids)) >= number

        await until(enough)
        return await self.heard_of(*note_ids)


@asynccontextmanager
async def _task(work: Coroutine[None, None, None]) -> AsyncIterator[None]:
    task = asyncio.create_task(work)
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def until(true: Callable[[], Awaitable[bool]]) -> None:
    async with asyncio.timeout(PATIENCE_S):
        while not await true():  # noqa: ASYNC110 the truth is in a database
            await asyncio.sleep(0.02)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def running(
    tmp_path_factory: pytest.TempPathFactory,
) -> AsyncIterator[tuple[Servers, Running]]:
    folder = tmp_path_factory.mktemp("messaging")
    hears = {TELLER: (), HEARER: (TELLER,)}
    servers = Servers(folder, services=(TELLER, HEARER), hears=hears, environment={})
    async with servers as found:
        kinds = {TELLER: {}, HEARER: {TELLER: {"note"}}}
        await make_topology(found.nats_admin_url, kinds)
        for service in (TELLER, HEARER):
            engine = create_async_engine(found.owner_database_urls[service])
            async with engine.begin() as connection:
                await connection.run_sync(metadata.create_all)
            await engine.dispose()
        yield servers, found


@pytest_asyncio.fixture(loop_scope="module")
async def pair(running: tuple[Servers, Running]) -> AsyncIterator[Pair]:
    servers, found = running
    engines = {
        service: create_async_engine(found.database_urls[service], pool_size=30)
        for service in (TELLER, HEARER)
    }
    desks = {
        service: Desk(async_sessionmaker(engine, expire_on_commit=False), kept)
        for service, engine in engines.items()
    }
    yield Pair(found, servers, desks[TELLER], desks[HEARER], engines)
    for engine in engines.values():
        await engine.dispose()
