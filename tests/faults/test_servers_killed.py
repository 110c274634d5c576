"""Broker and database end under relay and hearer: every fact still has its effect, and once."""

import asyncio
import itertools
import os
import signal
from contextlib import AsyncExitStack, suppress
from functools import partial
from pathlib import Path
from uuid import UUID, uuid4

import nats
import pytest
import sqlalchemy as sa

from kurultai.servers.nats import ADMIN
from services.voting.domain.ballot import Paper, Verdict
from services.voting.domain.stages import Choice
from services.voting.store.tables import kept
from shared.messaging.envelope import Envelope, opened
from shared.messaging.pull import deliveries
from shared.messaging.relay import NotAcknowledged, publish_batch, publish_one
from shared.messaging.topology import ACK_WAIT_S, stream_of
from shared.web.faults import DATABASE_ERRORS
from tests.faults.ground import HEARER, VOTING, ballot_ids
from tests.faults.hearer import all_heard_once, hearing, keys_of, relaying
from tests.faults.house import house_on
from tests.faults.waiting import until

pytestmark = pytest.mark.asyncio(loop_scope="module")

VOTES, LANES, PACE_S = 6, 6, 0.02
TIMES = 3
BETWEEN_S = 0.6
ARRIVED_WITHIN_S = 30.0
STANDING = {Verdict.ACCEPTED, Verdict.REPEATED}


async def test_a_broker_that_is_stopped_and_started_again_loses_and_doubles_nothing(ground):
    async def stopped():
        await ground.nats.stop()
        await asyncio.sleep(BETWEEN_S)
        await ground.nats.start()

    await all_arrives_though(ground, stopped)


async def test_a_broker_that_is_killed_loses_and_doubles_nothing(ground):
    await all_arrives_though(ground, lambda: killed(ground.nats))


async def test_a_database_that_is_killed_loses_and_doubles_nothing(ground):
    """That of the service and that of the hearer: both are on one server here."""
    await all_arrives_though(ground, lambda: killed(ground.postgres))


async def test_what_a_killed_broker_was_not_told_of_comes_again(ground):
    """The negative control: who acts on what is delivered, as it is delivered, acts twice."""
    async with house_on(ground) as house:
        await cast_all(house, votes=1)
        async with relaying(ground.database_url(VOTING), ground.nats.url(VOTING)):
            await all_told(house)
        acted_on = []
        for _ in range(2):
            acted_on += await pulled_without_an_answer(ground)
            await killed(ground.nats)
            await asyncio.sleep(ACK_WAIT_S)
        assert len(acted_on) > len(set(acted_on)) > 0

        hears = hearing(ground.database_url(HEARER), ground.nats.url(HEARER))
        async with hears as desk:
            await all_heard_once(desk, await ballot_ids(ground), within_s=ARRIVED_WITHIN_S)


async def test_a_batch_with_a_fact_that_was_told_before_is_told_one_by_one(ground):
    async with AsyncExitStack() as stack:
        house = await stack.enter_async_context(house_on(ground))
        await cast_all(house, votes=1)
        envelopes = await untold(house)
        connection = await nats.connect(ground.nats.url(VOTING), inbox_prefix="_INBOX_voting")
        stack.push_async_callback(connection.close)
        await publish_one(connection, envelopes[len(envelopes) // 2])

        with pytest.raises(NotAcknowledged, match="10201"):
            await publish_batch(connection, envelopes)
        before = await in_the_stream(ground)
        relay = relaying(ground.database_url(VOTING), ground.nats.url(VOTING))
        await stack.enter_async_context(relay)
        await all_told(house)

        assert await in_the_stream(ground) - before == len(envelopes) - 1
        hears = hearing(ground.database_url(HEARER), ground.nats.url(HEARER))
        desk = await stack.enter_async_context(hears)
        await all_heard_once(desk, await ballot_ids(ground), within_s=ARRIVED_WITHIN_S)


async def all_arrives_though(ground, disturb):
    """Ballots are cast, told and heard of while a server goes and comes back, some times over."""
    async with AsyncExitStack() as stack:
        house = await stack.enter_async_context(house_on(ground))
        desk = await stack.enter_async_context(
            hearing(ground.database_url(HEARER), ground.nats.url(HEARER))
        )
        await stack.enter_async_context(
            relaying(ground.database_url(VOTING), ground.nats.url(VOTING))
        )
        casting = asyncio.create_task(cast_all(house, votes=VOTES))
        for _ in range(TIMES):
            await asyncio.sleep(BETWEEN_S)
            await disturb()
        assert await casting == VOTES * len(house.floor.deputies)
        await all_heard_once(desk, await ballot_ids(ground), within_s=ARRIVED_WITHIN_S)


async def cast_all(house, *, votes) -> int:
    """Every deputy in every vote, sending again whatever was not answered; how many stand."""
    pairs = itertools.product(await house.open_votes(votes), house.floor.deputies)
    papers = (Paper(vote_id, person_id, Choice.FOR, uuid4()) for vote_id, person_id in pairs)
    standing = 0

    async def lane():
        nonlocal standing
        for paper in papers:
            await until(partial(stands, house, paper), within_s=ARRIVED_WITHIN_S)
            standing += 1
            await asyncio.sleep(PACE_S)

    await asyncio.gather(*(lane() for _ in range(LANES)))
    return standing


async def stands(house, paper) -> bool:
    try:
        return (await house.floor._box.cast(paper)).verdict in STANDING  # noqa: SLF001 no HTTP
    except DATABASE_ERRORS:
        return False


async def killed(server):
    """Kill it with all its processes, and wait for the one that its supervisor starts instead."""
    pid = server.pid

    async def is_another():
        return server.pid not in {None, pid}

    for each in (pid, *children_of(pid)):
        with suppress(ProcessLookupError):
            os.kill(each, signal.SIGKILL)
    await until(is_another, within_s=ARRIVED_WITHIN_S)


def children_of(pid) -> list[int]:
    found = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii")
    return [int(child) for child in found.split()]


async def untold(house) -> list[Envelope]:
    query = sa.select(kept.outbox).where(kept.outbox.c.published_at.is_(None))
    async with house.running.desk.sessions() as session:
        rows = (await session.execute(query.order_by(kept.outbox.c.place))).mappings()
        keyring = keys_of(house.running.settings, VOTING)
        return [keyring.signed(Envelope.of_row(dict(row))) for row in rows]


async def all_told(house) -> None:
    async def nothing_waits():
        return not await untold(house)

    await until(nothing_waits, within_s=ARRIVED_WITHIN_S)


async def in_the_stream(ground) -> int:
    connection = await nats.connect(ground.nats.url(ADMIN))
    stream = await connection.jetstream().stream_info(stream_of(VOTING))
    await connection.close()
    return stream.state.messages


async def pulled_without_an_answer(ground, many=5) -> list[UUID]:
    """The first facts that the hearer is brought; what was done about them is not said."""
    found = []
    connection = await nats.connect(ground.nats.url(HEARER), inbox_prefix=f"_INBOX_{HEARER}")
    pulled = deliveries(connection, stream_of(VOTING), HEARER)
    async for together in pulled:
        found += [Envelope.read(opened(each.data), teller=VOTING).id for each in together]
        if len(found) >= many:
            break
    await pulled.aclose()
    await connection.close()
    return found[:many]
