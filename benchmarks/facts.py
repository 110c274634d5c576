"""The figures of facts: `python benchmarks/facts.py`.

What a signature costs, and how many facts a second are heard: one service tells of a chamber's
mandates and offices, and another takes them into its register, on real servers.
"""

import asyncio
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import nats
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine

from kurultai.migrating import migrate
from kurultai.servers import Running, Servers
from services.voting.service import SERVICE
from shared.contracts.committees import MandateBegan, OfficeTaken
from shared.contracts.words import Bilingual
from shared.kernel.actor import Role
from shared.kernel.event import Fact
from shared.messaging.broker import Broker
from shared.messaging.envelope import Envelope, opened, wrapped
from shared.messaging.hearing import Hearing
from shared.messaging.keys import derived
from shared.messaging.relay import publish_batch
from shared.messaging.signatures import Keyring
from shared.messaging.topology import make_topology
from shared.service import run
from shared.store.ids import new_id
from shared.store.unit_of_work import Desk
from shared.watch.logs import configure_logs

SEATS, ROUNDS, SIGNED = 709, 5, 2_000
TELLER, HEARER = "committees", SERVICE.name
AT = datetime(2026, 11, 23, 7, tzinfo=UTC)
KEY = derived("a secret of the benchmark", TELLER)
KEYRING = Keyring(KEY, {TELLER: (KEY.public_key(),)})


def chamber() -> list[Envelope]:
    """Two facts a seat, each about a case of its own."""
    told = []
    for number in range(1, SEATS + 1):
        name = Bilingual(kk=f"{number}-депутат", ru=f"Депутат {number}")
        person = {"person_id": uuid4()}
        told.append(_mandate(number, name, person))
        told.append(_office(person))
    return told


def _mandate(number: int, name: Bilingual, person: dict[str, object]) -> Envelope:
    ids = {"mandate_id": uuid4(), "convocation_id": uuid4()} | person
    return _signed(MandateBegan(at=AT, number=number, name=name, since=AT, **ids))


def _office(person: dict[str, object]) -> Envelope:
    taken = OfficeTaken(at=AT, office_id=uuid4(), role=Role.CLERK, since=AT, **person)
    return _signed(taken)


def _signed(fact: Fact) -> Envelope:
    return KEYRING.signed(wrapped(fact, event_id=new_id(), sequence=1))


def microseconds(work: Callable[[], object]) -> float:
    """Of one, the median of rounds."""
    took = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        for _ in range(SIGNED):
            work()
        took.append((time.perf_counter() - began) / SIGNED * 1e6)
    return statistics.median(took)


def costs() -> None:
    envelope = chamber()[0]
    message, document = envelope.as_bytes(), envelope.as_told()
    print(f"sign an envelope      {microseconds(lambda: KEYRING.signed(envelope)):7.0f} µs")
    print(f"check a signature     {microseconds(lambda: KEYRING.check(document, AT)):7.0f} µs")
    print(f"write it as JSON      {microseconds(envelope.as_bytes):7.0f} µs")
    read = microseconds(lambda: Envelope.read(opened(message), teller=TELLER))
    print(f"read it, unchecked    {read:7.0f} µs")


async def heard_a_second(running: Running) -> list[float]:
    """Of each round; the facts are in the stream before the hearer comes."""
    engine = create_async_engine(running.database_urls[HEARER], pool_size=16)
    desk = Desk(async_sessionmaker(engine, expire_on_commit=False), SERVICE.kept)
    rates, before = [], 0
    for _ in range(ROUNDS):
        told = chamber()
        connection = await nats.connect(running.nats_admin_url)
        for begin in range(0, len(told), 200):
            await publish_batch(connection, told[begin : begin + 200])
        await connection.close()
        seconds = await _heard(running, desk, before + len(told))
        rates.append(len(told) / seconds)
        before += len(told)
    await engine.dispose()
    return rates


async def _heard(running: Running, desk: Desk, all_of_them: int) -> float:
    async with Broker.at(running.nats_urls[HEARER], HEARER) as broker:
        hearing = Hearing(
            SERVICE.consumers, desk, broker.connection, teller=TELLER, keyring=KEYRING
        )
        began = time.perf_counter()
        task = asyncio.create_task(hearing.run())
        while await _number(desk) < all_of_them:  # noqa: ASYNC110 the truth is in a database
            await asyncio.sleep(0.02)
        seconds = time.perf_counter() - began
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
    return seconds


async def _number(desk: Desk) -> int:
    async with desk.sessions() as session:
        return await session.scalar(sa.select(sa.func.count()).select_from(desk.kept.inbox)) or 0


async def main() -> None:
    configure_logs("error", "console")
    costs()
    services = (TELLER, HEARER)
    hears = {TELLER: {}, HEARER: {TELLER: {"mandate", "office"}}}
    with tempfile.TemporaryDirectory() as folder:
        servers = Servers(Path(folder), services=services, hears=hears, environment={})
        async with servers as running:
            await migrate({HEARER: running.owner_database_urls[HEARER]})
            await make_topology(running.nats_admin_url, hears)
            rates = await heard_a_second(running)
    per_round = " ".join(f"{rate:.0f}" for rate in rates)
    print(f"facts heard a second  {statistics.median(rates):7.0f}  ({per_round})")


if __name__ == "__main__":
    run(main())
