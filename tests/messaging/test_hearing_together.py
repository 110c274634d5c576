"""Facts that come together are taken in together; what comes of each is as if it came alone."""

import random
from dataclasses import dataclass, field
from itertools import pairwise
from uuid import UUID

import nats
import pytest
import sqlalchemy as sa

from shared.messaging.broker import Broker
from shared.messaging.consumers import Consumers, Heard
from shared.messaging.envelope import Envelope, opened, wrapped
from shared.messaging.parking import Parking
from shared.messaging.pull import deliveries
from shared.messaging.relay import publish_batch
from shared.messaging.topology import stream_of
from shared.store.ids import new_id
from tests.messaging.chamber_of_notes import (
    HEARER,
    POISON,
    TELLER,
    CannotHear,
    Note,
    NoteChanged,
    hearer,
    kept,
    keyring_of,
    say,
)
from tests.messaging.conftest import until
from tests.messaging.times import NOON

pytestmark = pytest.mark.asyncio(loop_scope="module")

SEEDS = range(40)
CASES, LONGEST, TIMES = 5, 6, 3


def facts_of(note_id: UUID, *words: str) -> list[Envelope]:
    return [
        keyring_of(TELLER).signed(
            wrapped(
                NoteChanged(at=NOON, note_id=note_id, words=said), event_id=new_id(), sequence=place
            )
        )
        for place, said in enumerate(words, start=1)
    ]


@dataclass
class Schedule:
    """Deliveries of facts about some cases: some poisoned, each up to three times, in any order."""

    seed: int
    cases: list[UUID] = field(default_factory=list)

    def deliveries(self) -> list[Envelope]:
        chance = random.Random(self.seed)  # noqa: S311 no secret
        told: list[Envelope] = []
        for case in range(CASES):
            self.cases.append(new_id())
            words = [f"{case}.{n}" for n in range(chance.randint(1, LONGEST))]
            if chance.random() < 0.3:
                words[chance.randrange(len(words))] = POISON
            told += facts_of(self.cases[-1], *words)
        told = [envelope for envelope in told for _ in range(chance.randint(1, TIMES))]
        # From nearly in order to any order at all.
        far = chance.choice((1, 3, len(told)))
        places = [place + chance.random() * far for place in range(len(told))]
        return [told[n] for n in sorted(range(len(told)), key=places.__getitem__)]

    def cut(self, told: list[Envelope]) -> list[list[Envelope]]:
        chance = random.Random(-self.seed - 1)  # noqa: S311 no secret
        cuts = sorted({0, len(told), *(chance.randrange(len(told)) for _ in range(6))})
        return [told[begin:end] for begin, end in pairwise(cuts)]


type Outcome = Heard | type[Exception]


async def alone(consumers: Consumers, told: list[Envelope], desk) -> list[Outcome]:
    outcomes: list[Outcome] = []
    for envelope in told:
        try:
            outcomes.append(await consumers.deliver(envelope, desk))
        except CannotHear:
            outcomes.append(CannotHear)
    return outcomes


async def together(consumers: Consumers, told: list[Envelope], desk) -> list[Outcome]:
    try:
        return list(await consumers.deliver_together(told, desk))
    except CannotHear:
        return await alone(consumers, told, desk)


@pytest.mark.parametrize("seed", SEEDS)
async def test_facts_taken_in_together_come_to_the_same_as_one_by_one(pair, seed):
    schedule, consumers = Schedule(seed), hearer(deaf_to={POISON})
    told = schedule.deliveries()
    twins, twin_of = twinned(schedule, told)

    outcomes = await alone(consumers, told, pair.hearer)
    twin_outcomes = [
        outcome
        for group in schedule.cut(twins)
        for outcome in await together(consumers, group, pair.hearer)
    ]

    assert twin_outcomes == outcomes
    for case in schedule.cases:
        assert await left_by(pair, twin_of[case]) == await left_by(pair, case)


def twinned(schedule: Schedule, told: list[Envelope]) -> tuple[list[Envelope], dict[UUID, UUID]]:
    """The same deliveries about other cases, under other ids."""
    ids: dict[UUID, UUID] = {}
    twins = []
    for envelope in told:
        case = ids.setdefault(envelope.case_id, new_id())
        event_id = ids.setdefault(envelope.id, new_id())
        data = envelope.data | {"note_id": str(case)}
        twins.append(
            envelope.model_copy(update={"id": event_id, "subject": f"note/{case}", "data": data})
        )
    return twins, {case: ids[case] for case in schedule.cases}


async def left_by(pair, case: UUID) -> tuple[list[str], int]:
    """The words of a case in the order in which they had effect, and its position."""
    place = sa.select(kept.positions.c.sequence).where(kept.positions.c.case_id == case)
    async with pair.hearer.sessions() as session:
        return await pair.heard_of(case), await session.scalar(place) or 0


async def test_a_fact_twice_in_one_delivery_has_one_effect(pair):
    note_id = new_id()
    first, second, third = facts_of(note_id, "a", "b", "c")

    outcomes = await hearer(deaf_to=set()).deliver_together(
        [first, first, third, second, first, third], pair.hearer
    )

    assert outcomes == [
        Heard.TAKEN_IN,
        Heard.KNOWN,
        Heard.EARLY,
        Heard.TAKEN_IN,
        Heard.KNOWN,
        Heard.TAKEN_IN,
    ]
    assert await pair.heard_of(note_id) == ["a", "b", "c"]


async def test_when_one_raises_nothing_of_any_is_left(pair):
    note_ids = [new_id() for _ in range(3)]
    told = [facts_of(n, w)[0] for n, w in zip(note_ids, ("a", POISON, "b"), strict=True)]

    with pytest.raises(CannotHear):
        await hearer(deaf_to={POISON}).deliver_together(told, pair.hearer)

    assert await pair.heard_of(*note_ids) == []
    assert await times_taken_in(pair, told) == []


async def test_what_each_fact_causes_carries_its_own_trace_and_order(pair):
    """A case that two of them change is read anew by the second, and tells of both."""
    consumers, note_id = Consumers(HEARER), new_id()

    @consumers.on(NoteChanged)
    async def answer(fact, work):
        await say(work, f"answer to {fact.words}", note_id=note_id)
        await work.session.flush()
        words = sa.update(Note).where(Note.id == note_id).values(words=f"after {fact.words}")
        await work.session.execute(words, execution_options={"synchronize_session": False})

    told = [facts_of(new_id(), w)[0] for w in ("one", "two")]
    told = [e.model_copy(update={"traceparent": f"trace {n}"}) for n, e in enumerate(told)]

    await consumers.deliver_together(told, pair.hearer)

    query = sa.select(kept.outbox).where(kept.outbox.c.case_id == note_id)
    async with pair.hearer.sessions() as session:
        rows = (await session.execute(query.order_by(kept.outbox.c.place))).mappings().all()
        note = await session.get(Note, note_id)
    assert [(row["sequence"], row["trace"], row["body"]["words"]) for row in rows] == [
        (1, "trace 0", "answer to one"),
        (2, "trace 1", "answer to two"),
    ]
    assert (note.words, note.version) == ("after two", 2)


async def test_what_waits_in_the_stream_is_taken_in_by_few_transactions(pair):
    told = [facts_of(new_id(), "waits")[0] for _ in range(120)]
    await publish(pair, told)

    async with pair.hearing():
        await pair.until_heard(len(told), *(e.case_id for e in told))

    assert len(set(await times_taken_in(pair, told))) < len(told) / 4


async def test_a_poisoned_fact_amid_others_is_held_back_alone(pair):
    pair.deaf_to.add(POISON)
    good = [facts_of(new_id(), "good", "better") for _ in range(30)]
    poisoned = facts_of(new_id(), "good", POISON, "behind")
    told = [fact for facts in (*good[:15], poisoned, *good[15:]) for fact in facts]
    await publish(pair, told)

    async with pair.hearing():
        for facts in good:
            await pair.until_heard(2, facts[0].case_id)
        parking = Parking(pair.hearer, HEARER)
        await until(lambda: _parked(parking, poisoned[1:]))

    heard_once = await pair.heard_of(*(facts[0].case_id for facts in good))
    assert sorted(heard_once) == ["better"] * 30 + ["good"] * 30
    assert await pair.heard_of(poisoned[0].case_id) == ["good"]
    for fact in poisoned[1:]:
        await parking.forget(fact)


async def test_a_crash_between_the_commit_and_the_acknowledgement_doubles_nothing(pair):
    told = [fact for _ in range(20) for fact in facts_of(new_id(), "a", "b")]
    await publish(pair, told)
    taken_in = await taken_in_without_an_answer(pair, number=len(told))
    assert taken_in == len(told)

    last = facts_of(new_id(), "last")
    await publish(pair, last)
    async with pair.hearing():
        await pair.until_heard(1, last[0].case_id)
        await until(lambda: _nothing_waits(pair))

    for first in told[::2]:
        assert await pair.heard_of(first.case_id) == ["a", "b"]


async def taken_in_without_an_answer(pair, *, number) -> int:
    """A hearer that commits what it hears, and is gone before it says so."""
    consumers, came = hearer(deaf_to=set()), 0
    async with Broker.at(pair.running.nats_urls[HEARER], HEARER) as broker:
        pulled = deliveries(broker.connection, stream_of(TELLER), HEARER)
        async for delivered in pulled:
            told = [Envelope.read(opened(each.data), teller=TELLER) for each in delivered]
            outcomes = await consumers.deliver_together(told, pair.hearer)
            came += outcomes.count(Heard.TAKEN_IN)
            if came >= number:
                break
        await pulled.aclose()
    return came


async def publish(pair, told: list[Envelope]) -> None:
    connection = await nats.connect(pair.running.nats_admin_url)
    await publish_batch(connection, told)
    await connection.close()


async def times_taken_in(pair, told: list[Envelope]) -> list[object]:
    """The beginning of the transaction of each."""
    ids = [envelope.id for envelope in told]
    query = sa.select(kept.inbox.c.heard_at).where(kept.inbox.c.event_id.in_(ids))
    async with pair.hearer.sessions() as session:
        return list(await session.scalars(query))


async def _parked(parking, envelopes):
    return {e.id for e in envelopes} <= {p.envelope.id for p in await parking.all()}


async def _nothing_waits(pair) -> bool:
    connection = await nats.connect(pair.running.nats_admin_url)
    told = await connection.jetstream().consumer_info(stream_of(TELLER), HEARER)
    await connection.close()
    return told.num_ack_pending == 0 and told.num_pending == 0
