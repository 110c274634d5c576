"""A tiny service that hears of every ballot, and writes down what it heard each time it did."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import async_sessionmaker

from services.voting.store.tables import kept as kept_by_voting
from shared.contracts.voting import BallotsRecorded
from shared.messaging.broker import Broker
from shared.messaging.consumers import Consumers
from shared.messaging.hearing import Hearing
from shared.messaging.keys import keyring_of
from shared.messaging.relay import Relay
from shared.messaging.signatures import Keyring
from shared.service.running import engine_for
from shared.settings import Settings
from shared.store.kept import kept_tables
from shared.store.naming import NAMING
from shared.store.unit_of_work import Desk, UnitOfWork
from tests.faults.waiting import until

SERVICE, TELLER = "hearings", "voting"
SECRET = "a secret of the tests, and of nothing else"  # noqa: S105 no secret
KINDS = ("ballot_group",)

metadata = sa.MetaData(naming_convention=NAMING)
# No key over what was heard: twice must be seen as twice.
heard = sa.Table(
    "heard_ballots",
    metadata,
    sa.Column("place", sa.BigInteger, sa.Identity(), primary_key=True),
    sa.Column("ballot_id", sa.Uuid, nullable=False),
)
kept = kept_tables(metadata)
consumers = Consumers(SERVICE)


@consumers.on(BallotsRecorded)
async def write_down(fact: BallotsRecorded, work: UnitOfWork) -> None:
    rows = [{"ballot_id": ballot.ballot_id} for ballot in fact.ballots]
    await work.session.execute(heard.insert(), rows)


def keys_of(settings: Settings, service: str = SERVICE) -> Keyring:
    return keyring_of(settings, service, (TELLER,))


@asynccontextmanager
async def hearing(database_url: str, nats_url: str) -> AsyncIterator[Desk]:
    """The hearer at work; its desk, to look at what it has written down."""
    settings = Settings(database_url=database_url, nats_url=nats_url, secret=SECRET)
    async with engine_for(settings) as engine, Broker.at(nats_url, SERVICE) as broker:
        desk = Desk(async_sessionmaker(engine, expire_on_commit=False), kept)
        async with _running(
            Hearing(consumers, desk, broker.connection, teller=TELLER, keyring=keys_of(settings))
        ):
            yield desk


@asynccontextmanager
async def relaying(database_url: str, nats_url: str) -> AsyncIterator[None]:
    """The relay of the voting service, in a process of its own as far as it can tell."""
    settings = Settings(database_url=database_url, nats_url=nats_url, secret=SECRET)
    async with (
        engine_for(settings) as engine,
        Broker.at(nats_url, TELLER) as broker,
        _running(Relay(engine, kept_by_voting, broker.connection, keys_of(settings, TELLER))),
    ):
        yield


@asynccontextmanager
async def _running(loop: Hearing | Relay) -> AsyncIterator[None]:
    task = asyncio.create_task(loop.run())
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def times_heard(desk: Desk) -> Counter[UUID]:
    """By ballot, how often it was heard of with effect."""
    async with desk.sessions() as session:
        return Counter(await session.scalars(sa.select(heard.c.ballot_id)))


async def all_heard_once(desk: Desk, ballots: set[UUID], *, within_s: float) -> None:
    """Wait until all these ballots were heard of, and see that none ever was twice."""

    async def all_heard() -> bool:
        return ballots <= set(await times_heard(desk))

    await until(all_heard, within_s=within_s)
    assert set((await times_heard(desk)).values()) <= {1}, "a fact had its effect twice"
