"""A peer that is gone without a word: connections stand, and nothing comes by them any more.

So it is when a host loses its power or a firewall its memory. New connections find whoever took
its place; those of before learn of nothing, unless they ask or lose patience.
"""

import asyncio
from contextlib import AsyncExitStack
from dataclasses import dataclass

import asyncpg
import pytest

from tests.faults.ground import HEARER, VOTING, ballot_ids
from tests.faults.hearer import all_heard_once, hearing, relaying
from tests.faults.house import house_on
from tests.faults.proxy import State, Wire
from tests.faults.waiting import until

pytestmark = pytest.mark.asyncio(loop_scope="module")

RECOVERED_WITHIN_S = 20.0


@dataclass
class Wires:
    """Every way between the processes and their servers."""

    api_to_database: Wire
    relay_to_database: Wire
    relay_to_broker: Wire
    hearer_to_broker: Wire


async def test_a_ballot_is_refused_in_time_and_the_next_is_taken(ground):
    async with AsyncExitStack() as opened:
        house, wires, _ = await all_beyond_wires(ground, opened)
        vote_id = str((await house.open_votes(1))[0])
        first, second, third = house.floor.deputies[:3]
        assert (await house.floor.cast(vote_id, first)).status_code == 201

        wires.api_to_database.forget()

        assert (await house.floor.cast(vote_id, second)).status_code == 503
        assert (await house.floor.cast(vote_id, third)).status_code == 201


async def test_everything_else_is_answered_in_time(ground):
    async with AsyncExitStack() as opened:
        house, wires, _ = await all_beyond_wires(ground, opened)
        path = f"/votes/{(await house.open_votes(1))[0]}"

        wires.api_to_database.forget()

        async def is_shown():
            return (await house.floor.http.get(path)).status_code == 200

        await until(is_shown, within_s=RECOVERED_WITHIN_S)


@pytest.mark.parametrize("where", ["relay_to_database", "relay_to_broker", "hearer_to_broker"])
async def test_facts_go_on(ground, where):
    async with AsyncExitStack() as opened:
        house, wires, desk = await all_beyond_wires(ground, opened)
        vote_id = str((await house.open_votes(1))[0])
        await house.floor.cast(vote_id, house.floor.deputies[0])
        await all_heard_once(desk, await ballot_ids(ground), within_s=RECOVERED_WITHIN_S)

        getattr(wires, where).forget()

        await house.floor.cast(vote_id, house.floor.deputies[1])
        await all_heard_once(desk, await ballot_ids(ground), within_s=RECOVERED_WITHIN_S)


async def test_such_silence_does_not_end_for_a_plain_client(ground):
    """The negative control."""
    url = ground.database_url(VOTING).replace("+asyncpg", "")
    async with Wire(url).laid() as wire:
        before = await asyncpg.connect(wire.instead(url))
        wire.forget()
        after = await asyncpg.connect(wire.instead(url))

        assert await after.fetchval("SELECT 1") == 1
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(before.fetchval("SELECT 1"), 1)
        before.terminate()
        after.terminate()


async def all_beyond_wires(ground, opened):
    database, broker = ground.database_url(VOTING), ground.nats.url(VOTING)
    ears = ground.nats.url(HEARER)
    wires = Wires(
        *[
            await opened.enter_async_context(Wire(url).laid())
            for url in (database, database, broker, ears)
        ]
    )
    house = await opened.enter_async_context(
        house_on(ground, database_url=wires.api_to_database.instead(database))
    )
    desk = await opened.enter_async_context(
        hearing(ground.database_url(HEARER), wires.hearer_to_broker.instead(ears))
    )
    await opened.enter_async_context(
        relaying(wires.relay_to_database.instead(database), wires.relay_to_broker.instead(broker))
    )
    opened.callback(end_the_silence, wires)
    return house, wires, desk


def end_the_silence(wires):
    """Or nothing that is to be closed in good order would ever be closed."""
    for wire in vars(wires).values():
        wire.become(State.RESET)
