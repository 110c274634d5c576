"""The power fails: what was acknowledged is there afterwards, for it had been flushed.

Each promise stands beside a control: with the flush left out the same cut must lose something.
"""

import asyncio
import itertools
from contextlib import asynccontextmanager
from uuid import UUID, uuid4

import nats
import pytest
from nats.js.errors import NotFoundError

from kurultai.servers import postgres as embedded
from kurultai.servers.nats import ADMIN, Nats
from services.voting.domain.ballot import Paper, Verdict
from services.voting.domain.stages import Choice
from services.voting.store.ballot_box import BallotBox
from shared.contracts.voting import BallotsRecorded
from shared.messaging.envelope import Envelope, opened, wrapped
from shared.messaging.relay import publish_batch, publish_one
from shared.messaging.topology import stream_of
from shared.store.ids import new_id
from tests.faults.disk import Disk, what_is_missing
from tests.faults.ground import VOTING, ballot_ids, ground_in
from tests.faults.house import house_on
from tests.voting.builders import NOON

missing = what_is_missing()
pytestmark = [
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.skipif(bool(missing), reason=f"NO POWER CUT WAS TRIED, for want of: {missing}"),
]

VOTES, LANES = 30, 12
CUTS = 3
ENOUGH = 400
"""Acknowledgements between one cut and the next."""


async def test_every_acknowledged_ballot_is_there_after_the_power_was_cut(ground):
    async with house_on(ground) as house:
        papers = await papers_in(house)
        told = set()
        for _ in range(CUTS):
            told |= await acknowledged_until_cut(ground, papers)
            assert told <= await ballot_ids(ground)
        assert len(told) >= CUTS * ENOUGH


async def test_a_database_that_does_not_flush_loses_acknowledged_ballots(ground, monkeypatch):
    """The negative control: one setting different."""
    monkeypatch.setitem(embedded.SETTINGS, "synchronous_commit", "off")
    async with house_on(ground) as house:
        papers = await papers_in(house)
        told = await acknowledged_until_cut(ground, papers)
        assert told - await ballot_ids(ground)


async def test_every_acknowledged_fact_is_in_the_stream_after_the_power_was_cut(ground):
    told = set()
    for _ in range(CUTS):
        told |= await published_until_cut(ground)
        assert told <= await in_the_stream(ground)
    assert len(told) >= CUTS * ENOUGH


async def test_a_broker_that_flushes_now_and_then_loses_acknowledged_facts(tmp_path):
    """The negative control: the broker's own default, a flush every two minutes."""
    async with ground_in(tmp_path, broker=NowAndThen) as ground:
        told = await published_until_cut(ground)
        assert told - await in_the_stream(ground)


class NowAndThen(Nats):
    def _config(self, port):
        config = super()._config(port)
        del config["jetstream"]["sync_interval"]
        return config


async def papers_in(house):
    """Papers never cast, one for each deputy in each of many votes."""
    votes = await house.open_votes(VOTES)
    pairs = itertools.product(votes, house.floor.deputies)
    return (Paper(vote_id, person_id, Choice.FOR, uuid4()) for vote_id, person_id in pairs)


async def acknowledged_until_cut(ground, papers) -> set[UUID]:
    """Cast ballots while the power fails; the ids of those acknowledged."""
    told = set()

    async def cast(box):
        for paper in papers:
            one = await box.cast(paper)
            assert one.verdict is Verdict.ACCEPTED
            told.add(one.ballot.id)

    async with (
        power_cut(ground.postgres, ground.data.postgres) as disk,
        BallotBox.opened(ground.database_url(VOTING)) as box,
    ):
        await enough_then_cut(disk, told, (cast(box) for _ in range(LANES)))
    return told


async def published_until_cut(ground) -> set[UUID]:
    """Publish facts, one by one and in batches, while the power fails; those acknowledged."""
    told = set()

    async def tell(connection, many):
        while True:
            envelopes = [a_fact() for _ in range(many)]
            await (
                publish_batch(connection, envelopes)
                if many > 1
                else publish_one(connection, *envelopes)
            )
            told.update(envelope.id for envelope in envelopes)

    async with power_cut(ground.nats, ground.data.nats) as disk:
        connection = await nats.connect(
            ground.nats.url(VOTING),
            inbox_prefix="_INBOX_voting",
            allow_reconnect=False,
            error_cb=ignore,
        )
        await enough_then_cut(disk, told, [tell(connection, many) for many in (1, 1, 1, 10)])
        await connection.close()
    return told


async def enough_then_cut(disk, told, lanes):
    """Let all work until enough is acknowledged, cut, and see every lane fail."""
    before = len(told)
    tasks = [asyncio.create_task(lane) for lane in lanes]
    async with asyncio.timeout(30):
        while len(told) < before + ENOUGH:
            await asyncio.sleep(0.001)
            assert [task.exception() for task in tasks if task.done()] == []
    await asyncio.to_thread(disk.cut)
    # What the server had said before the cut is still heard; later it can say nothing.
    _, left = await asyncio.wait(tasks, timeout=0.5)
    for task in left:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


@asynccontextmanager
async def power_cut(server, folder):
    """The server on the lossy disk; afterwards it runs on what the disk has kept."""
    await server.stop()
    with Disk(folder) as disk:
        await server.start()
        yield disk
        await server.stop()
    await server.start()


def a_fact() -> Envelope:
    group = BallotsRecorded(at=NOON, ballot_group_id=new_id(), vote_id=new_id(), ballots=())
    return wrapped(group, event_id=new_id(), sequence=1)


async def in_the_stream(ground) -> set[UUID]:
    stream, connection = stream_of(VOTING), await nats.connect(ground.nats.url(ADMIN))
    js = connection.jetstream()
    try:
        last = (await js.stream_info(stream)).state.last_seq
        found = [await js.get_msg(stream, place) for place in range(1, last + 1)]
    except NotFoundError:
        return set()
    finally:
        await connection.close()
    return {Envelope.read(opened(message.data or b""), teller=VOTING).id for message in found}


async def ignore(_: Exception) -> None:
    """The broker went; that is what is tried."""
