"""Servers out of reach: ballots are taken or refused, never guessed; then all goes on by itself."""

import asyncio
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from uuid import UUID, uuid4

import asyncpg
import nats
import pytest
from nats.errors import Error as NatsError

from tests.faults.ground import HEARER, VOTING
from tests.faults.hearer import all_heard_once, hearing, relaying, times_heard
from tests.faults.house import House, house_on
from tests.faults.proxy import State, Wire
from tests.faults.waiting import until
from tests.voting.floor import Floor

pytestmark = pytest.mark.asyncio(loop_scope="module")

FAULTS = (State.SLOW, State.NO_ANSWERS, State.HALF_OPEN, State.RESET)
RECOVERED_WITHIN_S = 10.0
ARRIVED_WITHIN_S = 20.0
HELD_S = 0.7
"""Longer than a relay waits before it looks into the outbox by itself."""
HELD_BACK = {State.HALF_OPEN, State.RESET}
POLLS = 20
BEFORE, DURING, AFTER = slice(0, 20), slice(20, 60), slice(60, 80)
TAKEN, AWAY = {200, 201}, 503


@dataclass
class Wires:
    """Those that can fail: from the service to both servers, and from its relay to the broker."""

    api_to_database: Wire
    api_to_broker: Wire
    relay_to_broker: Wire


@dataclass
class Divided:
    """The service beyond wires; its relay as a process of its own; one who hears of ballots."""

    house: House
    wires: Wires
    hearer: object
    votes: list[UUID]

    @property
    def floor(self) -> Floor:
        return self.house.floor

    def vote_of(self, person_id: UUID) -> str:
        """The deputies vote in turn, each in one of the votes."""
        return str(self.votes[self.floor.deputies.index(person_id) % POLLS])

    async def cast(self, deputies, requests) -> dict[UUID, int]:
        """All at once; by deputy, the status of the answer."""
        answers = await asyncio.gather(
            *(self.floor.cast(self.vote_of(p), p, request_id=requests[p]) for p in deputies)
        )
        return {p: answer.status_code for p, answer in zip(deputies, answers, strict=True)}


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name.lower())
@pytest.mark.parametrize("where", ["api_to_database", "api_to_broker", "relay_to_broker"])
async def test_when_a_wire_fails_ballots_are_taken_or_refused_and_then_all_goes_on(
    ground, where, fault
):
    async with divided(ground) as here:
        wire = getattr(here.wires, where)
        requests = {person_id: uuid4() for person_id in here.floor.deputies}
        first, amid, last = (here.floor.deputies[part] for part in (BEFORE, DURING, AFTER))
        assert set((await here.cast(first, requests)).values()) == {201}

        wire.become(fault)
        told = await here.cast(amid, requests)
        assert set(told.values()) <= {*TAKEN, AWAY}
        if where != "api_to_database":
            assert set(told.values()) == {201}  # the broker is no part of voting
        await asyncio.sleep(HELD_S)
        if where == "relay_to_broker" and fault in HELD_BACK:
            assert not await ballot_ids(here, amid) & set(await times_heard(here.hearer))
        wire.become(State.WHOLE)

        async def next_is_taken():
            return (await here.cast(last[:1], requests))[last[0]] in TAKEN

        await until(next_is_taken, within_s=RECOVERED_WITHIN_S)
        told |= await here.cast(last, requests)
        assert {told[person_id] for person_id in last} <= TAKEN

        taken = {person_id for person_id, status in told.items() if status in TAKEN}
        kept = await on_record(here)
        assert {*first, *taken} <= set(kept)

        again = await here.cast(amid, requests)  # as those do who were not answered
        assert set(again.values()) <= TAKEN
        assert {p for p, status in again.items() if status == 201} == set(amid) - set(kept)

        for vote_id in map(str, here.votes):
            await here.floor.end_window(vote_id, "0")
            tally = (await here.floor.close(vote_id))["tally"]
            assert tally["votes_for"] == len(first + amid + last) // POLLS
        ballots = await ballot_ids(here, here.floor.deputies)
        await all_heard_once(here.hearer, ballots, within_s=ARRIVED_WITHIN_S)


@pytest.mark.parametrize("fault", FAULTS[1:], ids=lambda fault: fault.name.lower())
async def test_such_wires_do_fail_a_plain_client(ground, fault):
    """The negative control: who has no patience of their own and does not try again is lost."""
    database, broker = ground.database_url(VOTING).replace("+asyncpg", ""), ground.nats.url(VOTING)
    async with Wire(database).laid() as to_database, Wire(broker).laid() as to_broker:
        connection = await asyncpg.connect(to_database.instead(database))
        client = await nats.connect(
            to_broker.instead(broker), allow_reconnect=False, error_cb=say_nothing
        )
        assert await connection.fetchval("SELECT 1") == 1
        await client.flush(1)

        for wire in (to_database, to_broker):
            wire.become(fault)
        with pytest.raises((TimeoutError, OSError, asyncpg.PostgresConnectionError)):
            await asyncio.wait_for(connection.fetchval("SELECT 1"), 1)
        with pytest.raises((TimeoutError, OSError, asyncpg.PostgresError, asyncpg.InterfaceError)):
            await asyncpg.connect(to_database.instead(database), timeout=1)
        with pytest.raises((TimeoutError, NatsError)):
            await client.flush(1)
        connection.terminate()
        await client.close()


async def test_a_slow_wire_is_slow(ground):
    """The negative control of the slow one."""
    url = ground.database_url(VOTING).replace("+asyncpg", "")
    async with Wire(url).laid() as wire:
        connection = await asyncpg.connect(wire.instead(url))
        wire.become(State.SLOW)
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(connection.fetchval("SELECT 1"), 0.15)
        connection.terminate()


@asynccontextmanager
async def divided(ground):
    database, broker = ground.database_url(VOTING), ground.nats.url(VOTING)
    async with AsyncExitStack() as opened:
        wires = Wires(
            *[await opened.enter_async_context(Wire(u).laid()) for u in (database, broker, broker)]
        )
        house = await opened.enter_async_context(
            house_on(
                ground,
                database_url=wires.api_to_database.instead(database),
                nats_url=wires.api_to_broker.instead(broker),
            )
        )
        votes = await house.open_votes(POLLS)
        desk = await opened.enter_async_context(
            hearing(ground.database_url(HEARER), ground.nats.url(HEARER))
        )
        await opened.enter_async_context(relaying(database, wires.relay_to_broker.instead(broker)))
        yield Divided(house, wires, desk, votes)


async def on_record(here) -> set[UUID]:
    """Who has a ballot in their vote."""
    query = "SELECT person_id, vote_id FROM ballots WHERE vote_id = ANY ($1)"
    rows = await here.house.admin.fetch(query, here.votes)
    assert all(here.vote_of(row["person_id"]) == str(row["vote_id"]) for row in rows)
    return {row["person_id"] for row in rows}


async def ballot_ids(here, deputies) -> set[UUID]:
    query = "SELECT id FROM ballots WHERE vote_id = ANY ($1) AND person_id = ANY ($2)"
    rows = await here.house.admin.fetch(query, here.votes, deputies)
    return {row["id"] for row in rows}


async def say_nothing(_: Exception) -> None:
    """The client will be told by its own exception."""
