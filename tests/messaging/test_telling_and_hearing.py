"""Facts arrive once in effect, in order for each case, whatever happens on the way."""

import asyncio

import pytest
import sqlalchemy as sa

from shared.messaging.consumers import Heard
from shared.messaging.envelope import wrapped
from shared.messaging.parking import Parking
from shared.store.ids import new_id
from tests.messaging.chamber_of_notes import (
    HEARER,
    POISON,
    TELLER,
    NoteChanged,
    hearer,
    kept,
    keyring_of,
    say,
)
from tests.messaging.conftest import until
from tests.messaging.times import NOON

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_facts_of_many_writers_arrive_once_and_in_the_order_of_each_case(pair):
    note_ids = [new_id() for _ in range(24)]

    async def write(note_id):
        for number in range(5):
            async with pair.teller.work() as work:
                await say(work, f"{number}a", f"{number}b", note_id=note_id)

    async with pair.at_work():
        await asyncio.gather(*(write(note_id) for note_id in note_ids))
        await pair.until_heard(24 * 10, *note_ids)

    for note_id in note_ids:
        words = [f"{number}{half}" for number in range(5) for half in "ab"]
        assert await pair.heard_of(note_id) == words


async def test_a_fact_delivered_twice_has_one_effect(pair):
    fact = NoteChanged(at=NOON, note_id=new_id(), words="once")
    envelope = wrapped(fact, event_id=new_id(), sequence=1)
    consumers = hearer(deaf_to=set())

    first = await consumers.deliver(envelope, pair.hearer)
    second = await consumers.deliver(envelope, pair.hearer)

    assert (first, second) == (Heard.TAKEN_IN, Heard.KNOWN)
    assert await pair.heard_of(fact.note_id) == ["once"]


async def test_a_fact_that_overtook_another_waits_for_it(pair):
    note_id = new_id()
    first, second = (
        wrapped(NoteChanged(at=NOON, note_id=note_id, words=w), event_id=new_id(), sequence=s)
        for s, w in ((1, "first"), (2, "second"))
    )
    consumers = hearer(deaf_to=set())

    assert await consumers.deliver(second, pair.hearer) is Heard.EARLY
    assert await pair.heard_of(note_id) == []
    await consumers.deliver(first, pair.hearer)
    assert await consumers.deliver(second, pair.hearer) is Heard.TAKEN_IN

    assert await pair.heard_of(note_id) == ["first", "second"]


async def test_told_again_after_a_crash_before_the_mark_it_still_has_one_effect(pair):
    async with pair.teller.work() as work:
        note_id = await say(work, "a", "b")
    async with pair.at_work():
        await pair.until_heard(2, note_id)
        async with pair.teller.sessions.begin() as session:
            unmarked = sa.update(kept.outbox).where(kept.outbox.c.case_id == note_id)
            await session.execute(unmarked.values(published_at=None))
        async with pair.teller.work() as work:
            await say(work, "c", note_id=note_id)

        assert await pair.until_heard(3, note_id) == ["a", "b", "c"]
        await until(lambda: _all_told(pair))
        assert await pair.heard_of(note_id) == ["a", "b", "c"]


async def test_two_relays_tell_each_fact_once_in_order(pair):
    async with pair.relaying(), pair.relaying(), pair.hearing():
        async with pair.teller.work() as work:
            note_id = await say(work, *"abcdefgh")

        assert await pair.until_heard(8, note_id) == list("abcdefgh")


async def test_a_relay_whose_connection_was_ended_goes_on(pair):
    async with pair.at_work():
        async with pair.teller.work() as work:
            note_id = await say(work, "before")
        await pair.until_heard(1, note_id)
        await _end_connections(pair)
        async with pair.teller.work() as work:
            await say(work, "after", note_id=note_id)

        assert await pair.until_heard(2, note_id) == ["before", "after"]


async def test_a_fact_that_fails_five_times_is_parked_and_holds_back_only_its_own_case(pair):
    pair.deaf_to.add(POISON)
    async with pair.at_work():
        async with pair.teller.work() as work:
            poisoned = await say(work, "good", POISON, "behind")
        async with pair.teller.work() as work:
            other = await say(work, "elsewhere")
        assert await pair.until_heard(1, other) == ["elsewhere"]
        parking = Parking(pair.hearer, "voting")
        await until(lambda: _parked(parking, 2))

    assert await pair.heard_of(poisoned) == ["good"]
    parked = await parking.all()
    assert [p.envelope.data["words"] for p in parked] == [POISON, "behind"]
    assert parked[0].attempts == 5
    assert parked[0].error == "CannotHear"

    left = await parking.replay(hearer(deaf_to=set()), keyring_of(HEARER))

    assert left == []
    assert await pair.heard_of(poisoned) == ["good", POISON, "behind"]


async def test_a_fact_that_fails_again_stays_parked(pair):
    fact = NoteChanged(at=NOON, note_id=new_id(), words=POISON)
    envelope = keyring_of(TELLER).signed(wrapped(fact, event_id=new_id(), sequence=1))
    parking = Parking(pair.hearer, "voting")
    tries = [await parking.failed(envelope, ValueError()) for _ in range(5)]

    left = await parking.replay(hearer(deaf_to={POISON}), keyring_of(HEARER))

    assert tries == [False, False, False, False, True]
    assert [p.envelope.id for p in left] == [envelope.id]
    await parking.forget(envelope)


async def _all_told(pair):
    async with pair.teller.sessions() as session:
        untold = sa.select(sa.func.count()).where(kept.outbox.c.published_at.is_(None))
        return not await session.scalar(untold)


async def _parked(parking, number):
    return len(await parking.all()) >= number


async def _end_connections(pair):
    """As an administrator's hand or a failing network would."""
    async with pair.teller.sessions() as session:
        ending = sa.text(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE usename = current_user AND pid <> pg_backend_pid()"
        )
        await session.execute(ending)
