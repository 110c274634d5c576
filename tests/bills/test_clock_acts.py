"""What the clock does to a bill when a term has passed: once, and only where the rules say so."""

import asyncio
from datetime import UTC, date, datetime, timedelta

import pytest
import sqlalchemy as sa

from services.bills.actions.ask_the_court import ask_the_court
from services.bills.actions.note_court_decision import note_court_decision
from services.bills.actions.open_repeat_vote import open_repeat_vote
from services.bills.actions.publish_law import publish_law
from services.bills.actions.return_law import return_law
from services.bills.actions.send_to_president import send_to_president
from services.bills.actions.tell_deadline import tell_deadline
from services.bills.domain.acts.objections import Returning
from services.bills.domain.deadlines import Ending, State
from services.bills.domain.publication import Publication
from services.bills.domain.stages import Act, Stage
from services.bills.store.bills import Bills
from services.bills.store.deadlines import deadlines_on, due
from services.bills.store.tables import kept
from services.bills.store.texts import keep_texts
from shared.kernel.actor import Role
from shared.kernel.rules import Dated, Profile
from tests.bills.builders import (
    CHAIR,
    CLERK,
    NOON,
    PRESIDENT,
    PROFILE,
    REASON,
    TEXTS,
    TITLE,
    a_bill,
    an_occasion,
)

BOTH = frozenset({Role.CHAIR, Role.PRIME_MINISTER})
DAY = timedelta(days=1)
MONTH_PASSED = datetime(2027, 1, 1, 19, tzinfo=UTC)
IN_EFFECT = datetime(2026, 12, 11, 19, tzinfo=UTC)
SILENCE = "president.deemed_signed_on_silence"


def silence_is_a_signature():
    """The profile, had the Kurultai kept the rule of before."""
    line = PROFILE.parameters[SILENCE].on(PROFILE.effective_from)
    deemed = Dated(
        versions={PROFILE.effective_from: line.model_copy(update={"value": "deemed_signed"})}
    )
    return Profile.model_validate(
        dict(PROFILE) | {"parameters": PROFILE.parameters | {SILENCE: deemed}}
    )


async def due_by(desk, now):
    async with desk.sessions() as session:
        return await due(session, now)


async def clock(desk, now, profile=PROFILE):
    """One look of one worker at that instant."""
    for each in await due_by(desk, now):
        async with desk.work() as work:
            await tell_deadline(work, profile, each, now)


async def stage_of(desk, bill):
    async with desk.work() as work:
        return (await Bills(work).get(bill.id)).stage


async def deadline_of(desk, bill, term):
    async with desk.work() as work:
        found = await deadlines_on(work, bill.id)
    return [deadline for deadline in found if deadline.term == term][-1]


async def acts_of_the_clock(desk):
    acts = kept.acts.c
    async with desk.sessions() as session:
        query = sa.select(acts.act).where(acts.role == Role.CLOCK).order_by(acts.place)
        return list(await session.scalars(query))


async def passed(desk):
    """By which act, if any, each deadline that passed was told."""
    outbox = kept.outbox.c
    query = sa.select(outbox.body).where(outbox.type == "bills.deadline_passed.v1")
    async with desk.sessions() as session:
        return [(b["term"], b["act"]) for b in await session.scalars(query.order_by(outbox.place))]


@pytest.fixture
async def sent(desk):
    """A law that went to the President on 1 December."""
    bill = a_bill(stage=Stage.ADOPTED, countersigned_by=BOTH)
    async with desk.work() as work:
        Bills(work).add(bill)
        await keep_texts(work, bill, TEXTS, why=Act.DRAFT, at=NOON)
    async with desk.work() as work:
        await send_to_president(work, an_occasion(CLERK), bill_id=bill.id)
    return bill


@pytest.fixture
async def returned(desk, sent):
    """The same law, sent back the same day."""
    async with desk.work() as work:
        back = Returning(words=REASON)
        await return_law(work, an_occasion(PRESIDENT), bill_id=sent.id, returning=back)
    return sent


async def test_a_day_too_late_for_the_repeat_vote_the_objections_are_accepted(desk, returned):
    await clock(desk, MONTH_PASSED - timedelta(seconds=1))
    assert await stage_of(desk, returned) is Stage.RETURNED

    await clock(desk, MONTH_PASSED)

    assert await stage_of(desk, returned) is Stage.OBJECTIONS_STAND
    assert await passed(desk) == [("revote_term", "accept_objections")]
    deadline = await deadline_of(desk, returned, "revote_term")
    assert (deadline.how, deadline.ended_by) == (Ending.PASSED, Act.ACCEPT_OBJECTIONS)


async def test_of_many_clocks_one_accepts_the_objections(desk, returned):
    [each] = await due_by(desk, MONTH_PASSED)

    async def one():
        async with desk.work() as work:
            await tell_deadline(work, PROFILE, each, MONTH_PASSED)

    await asyncio.gather(*(one() for _ in range(12)))
    await clock(desk, MONTH_PASSED + DAY)

    assert await acts_of_the_clock(desk) == ["accept_objections"]
    assert len(await passed(desk)) == 1
    assert await stage_of(desk, returned) is Stage.OBJECTIONS_STAND


async def test_while_the_kurultai_is_asked_the_clock_waits_for_its_answer_for_a_day(desk, returned):
    async with desk.work() as work:
        at = an_occasion(CHAIR, MONTH_PASSED - timedelta(hours=1))
        await open_repeat_vote(work, at, bill_id=returned.id)

    await clock(desk, MONTH_PASSED + timedelta(hours=23))
    assert await stage_of(desk, returned) is Stage.IN_REPEAT_VOTE
    assert await passed(desk) == []

    await clock(desk, MONTH_PASSED + DAY)
    assert await stage_of(desk, returned) is Stage.OBJECTIONS_STAND


async def test_the_silence_of_the_president_is_only_told(desk, sent):
    await clock(desk, MONTH_PASSED)
    assert await stage_of(desk, sent) is Stage.SENT_TO_PRESIDENT
    assert await passed(desk) == [("president_term", None)]
    deadline = await deadline_of(desk, sent, "president_term")
    assert deadline.state_at(MONTH_PASSED) is State.OVERDUE


async def test_the_silence_of_the_president_is_a_signature_where_the_rules_say_so(desk, sent):
    await clock(desk, MONTH_PASSED, silence_is_a_signature())
    assert await stage_of(desk, sent) is Stage.SIGNED
    assert await passed(desk) == [("president_term", "deem_signed")]
    assert (await deadline_of(desk, sent, "publication")).how is None


async def test_before_the_court_nothing_passes_and_afterwards_the_rest_of_the_month_runs(
    desk, sent
):
    async with desk.work() as work:
        await ask_the_court(work, an_occasion(CHAIR, NOON + 10 * DAY), bill_id=sent.id)
    deadline = await deadline_of(desk, sent, "president_term")
    assert deadline.state_at(MONTH_PASSED) is State.SUSPENDED
    await clock(desk, MONTH_PASSED + 30 * DAY)
    assert await passed(desk) == []

    async with desk.work() as work:
        decided = an_occasion(CLERK, NOON + 62 * DAY)
        await note_court_decision(
            work, decided, bill_id=sent.id, constitutional=True, decision=REASON
        )

    async with desk.work() as work:
        bill = await Bills(work).get(sent.id)
    resumed = await deadline_of(desk, sent, "president_term")
    assert resumed.last_day == bill.signature_due == date(2027, 2, 22)
    await clock(desk, datetime(2027, 2, 22, 19, tzinfo=UTC))
    assert ("president_term", None) in await passed(desk)


@pytest.mark.parametrize(
    ("own_day", "comes"),
    [(None, IN_EFFECT), (date(2027, 3, 1), datetime(2027, 2, 28, 19, tzinfo=UTC))],
)
async def test_the_law_takes_effect_when_its_day_begins(desk, own_day, comes):
    bill = a_bill(stage=Stage.SIGNED, signed_at=NOON - DAY)
    async with desk.work() as work:
        Bills(work).add(bill)
        await keep_texts(work, bill, TEXTS, why=Act.DRAFT, at=NOON)
    async with desk.work() as work:
        publication = Publication(TITLE, NOON, own_day)
        await publish_law(work, an_occasion(PRESIDENT), bill_id=bill.id, publication=publication)

    await clock(desk, comes - timedelta(seconds=1))
    assert await stage_of(desk, bill) is Stage.PUBLISHED
    await clock(desk, comes)

    assert await stage_of(desk, bill) is Stage.IN_EFFECT
    assert (await deadline_of(desk, bill, "in_effect")).how is Ending.MET
    assert await passed(desk) == [("in_effect", "take_effect")]


async def test_an_act_of_the_clock_that_is_refused_is_told_as_passed_and_not_tried_again(
    desk, returned
):
    async with desk.work() as work:
        bill = await Bills(work).get(returned.id)
        bill.objections = bill.objections.model_copy(update={"due": date(2099, 1, 1)})

    await clock(desk, MONTH_PASSED)
    await clock(desk, MONTH_PASSED + DAY)

    assert await passed(desk) == [("revote_term", None)]
    assert await stage_of(desk, returned) is Stage.RETURNED
