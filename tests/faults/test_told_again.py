"""Facts told three times over, out of order and late leave what is left by each once in order."""

import asyncio
import random
from collections import Counter
from contextlib import asynccontextmanager
from itertools import batched, chain

import pytest
import pytest_asyncio
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm.exc import StaleDataError

from services.bills.consumers import consumers
from services.bills.service import SERVICE as BILLS
from shared.messaging.consumers import Heard
from tests import a_service
from tests.bills.builders import PROFILE
from tests.faults.told import (
    composition,
    envelopes_of,
    legislation,
    made_of_it,
    put_on_file,
)

pytestmark = pytest.mark.asyncio(loop_scope="module")

PEOPLE, LAWS = 184, 74
SIZE = 10_000
"""Deliveries at the least, those that come too early included."""
TIMES, LANES, TOGETHER = 3, 8, 48
ALONE = 200
"""So many are taken in one by one, for the comparison; the others together."""
LATE = 0.02
"""The part of the facts that comes only when all others have been heard twice."""


IN_THE_WAY = (DBAPIError, StaleDataError)
"""Two change one bill at once, or wait for each other: neither has had an effect."""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def urls(tmp_path_factory):
    async with a_service.database_of("bills", tmp_path_factory.mktemp("told")) as urls:
        yield urls


@pytest.fixture
def cases():
    """All cases with their facts; every run hears the same."""
    return [
        *chain.from_iterable(map(composition, range(PEOPLE))),
        *chain.from_iterable(map(legislation, range(LAWS))),
    ]


async def test_deliveries_in_any_order_come_to_what_each_once_in_order_comes_to(urls, cases):
    envelopes = envelopes_of(cases)
    async with desk_with_bills(urls) as desk:
        for envelope in envelopes[:ALONE]:
            assert await consumers.deliver(envelope, desk) is Heard.TAKEN_IN
        for group in batched(envelopes[ALONE:], TOGETHER, strict=False):
            assert set(await consumers.deliver_together(group, desk)) == {Heard.TAKEN_IN}
        in_order = await made_of_it(desk)

    async with desk_with_bills(urls) as desk:
        heard = await delivered_anyhow(envelopes, desk, random.Random(4))  # noqa: S311 no secret
        anyhow = await made_of_it(desk)

    assert {table: anyhow[table] == in_order[table] for table in in_order} == dict.fromkeys(
        in_order, True
    )
    assert heard[Heard.TAKEN_IN] == len(envelopes)
    assert heard[Heard.KNOWN] == (TIMES - 1) * len(envelopes)
    assert heard[Heard.EARLY] > len(envelopes) / 10
    assert heard.total() + len(envelopes) >= SIZE
    assert heard[None] < len(envelopes) / 10


async def test_who_neither_knows_a_fact_again_nor_waits_for_an_earlier_one_ends_elsewhere(
    urls,
):
    """The negative control: the same functions, without inbox and positions around them."""
    envelopes = envelopes_of(chain.from_iterable(map(composition, range(10))))
    ends = []
    for order in (list, shuffled):
        async with desk_with_bills(urls) as desk:
            for envelope in order(envelopes):
                async with desk.work() as work:
                    await consumers._act_on(envelope, work)  # noqa: SLF001 what is inside of `deliver`
            ends.append(await made_of_it(desk))

    in_order, anyhow = ends
    differs = {table for table in in_order if anyhow[table] != in_order[table]}
    assert differs >= {"register_offices", "register_factions"}


@asynccontextmanager
async def desk_with_bills(urls):
    async with a_service.desk_of(BILLS, urls, PROFILE) as desk:
        await put_on_file(desk, LAWS)
        yield desk


async def delivered_anyhow(envelopes, desk, chance) -> Counter:
    """Bring each fact `TIMES` times, many at once; what comes too early comes again later."""
    waiting = [envelope for envelope in envelopes for _ in range(TIMES)]
    chance.shuffle(waiting)
    late = set(chance.sample([e.id for e in envelopes], int(LATE * len(envelopes))))
    waiting.sort(key=lambda envelope: envelope.id not in late)  # taken from the end
    heard = Counter()

    async def lane():
        while waiting:
            told = [waiting.pop() for _ in range(min(len(waiting), chance.randint(1, TOGETHER)))]
            for envelope, outcome in zip(told, await taken_in(told, desk), strict=True):
                heard[outcome] += 1
                if outcome is not Heard.TAKEN_IN and outcome is not Heard.KNOWN:
                    waiting.insert(chance.randrange(len(waiting) + 1), envelope)

    async with asyncio.TaskGroup() as group:
        for _ in range(LANES):
            group.create_task(lane())
    return heard


async def taken_in(told, desk) -> list[Heard | None]:
    """Together or, where lanes get into each other's way, one by one; None comes again."""
    try:
        return await consumers.deliver_together(told, desk)
    except IN_THE_WAY:
        return [await taken_in_alone(envelope, desk) for envelope in told]


async def taken_in_alone(envelope, desk) -> Heard | None:
    try:
        return await consumers.deliver(envelope, desk)
    except IN_THE_WAY:
        return None


def shuffled(envelopes):
    anyhow = [envelope for envelope in envelopes for _ in range(TIMES)]
    random.Random(5).shuffle(anyhow)  # noqa: S311 no secret
    return anyhow
