"""Deadlines on file: kept with each act, told once, whoever looks and however often."""

import asyncio
from datetime import UTC, date, datetime, timedelta
from functools import partial

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError, ProgrammingError

from services.bills.actions.admit_bill import admit_bill
from services.bills.actions.catch_up import catch_up
from services.bills.actions.conclude_on_bill import conclude_on_bill
from services.bills.actions.enter_working_days import enter_working_days
from services.bills.actions.introduce_bill import introduce_bill
from services.bills.actions.reckon_deadlines import reckon_deadlines
from services.bills.actions.register_bill import register_bill
from services.bills.actions.send_to_president import send_to_president
from services.bills.actions.sign_law import sign_law
from services.bills.actions.tell_deadline import tell_deadline
from services.bills.actions.watch_terms import PAUSE_SECONDS, tell_what_is_due, watch_terms
from services.bills.actions.withdraw_bill import withdraw_bill
from services.bills.domain.deadlines import Ending, State
from services.bills.domain.stages import Stage
from services.bills.service import SERVICE
from services.bills.store.bills import Bills
from services.bills.store.calendars import calendars_in_force
from services.bills.store.deadlines import deadlines_on, due
from services.bills.store.tables import deadlines, kept, tellings
from shared.kernel.actor import Role
from shared.service import Running
from tests import a_service
from tests.bills.builders import (
    CLERK,
    DEPUTY,
    GOVERNMENT,
    NOON,
    PRESIDENT,
    PROFILE,
    REASON,
    a_bill,
    an_occasion,
)
from tests.faults.waiting import until
from tests.rules.test_rules_of_working_days import a_year

BOTH = frozenset({Role.CHAIR, Role.PRIME_MINISTER})
LAST_DAY = date(2027, 1, 1)
REMINDED = datetime(2026, 12, 28, 19, tzinfo=UTC)
PASSED = datetime(2027, 1, 1, 19, tzinfo=UTC)
SECOND = timedelta(seconds=1)


async def put_on_file(desk, bill):
    async with desk.work() as work:
        Bills(work).add(bill)


async def on_file(desk, bill):
    async with desk.work() as work:
        return await deadlines_on(work, bill.id)


async def due_by(desk, now):
    async with desk.sessions() as session:
        return await due(session, now)


async def told(desk):
    """What waits in the outbox about deadlines: type, sequence, and its body."""
    outbox = kept.outbox.c
    query = sa.select(outbox.type, outbox.sequence, outbox.body)
    query = query.where(outbox.about == "deadline").order_by(outbox.place)
    async with desk.sessions() as session:
        return [tuple(row) for row in await session.execute(query)]


@pytest.fixture
async def with_the_president(desk):
    """A law that went to the President on 1 December: its month ends with 1 January."""
    bill = a_bill(stage=Stage.ADOPTED, countersigned_by=BOTH)
    await put_on_file(desk, bill)
    async with desk.work() as work:
        await send_to_president(work, an_occasion(CLERK), bill_id=bill.id)
    return bill


@pytest.fixture
def tell(desk):
    """Looks at what is due at that instant, and tells it."""

    async def at(now):
        for each in await due_by(desk, now):
            async with desk.work() as work:
                await tell_deadline(work, PROFILE, each, now)

    return at


async def test_an_act_and_its_deadlines_are_stored_together(desk, with_the_president):
    [deadline] = await on_file(desk, with_the_president)
    assert (deadline.term, deadline.last_day) == ("president_term", LAST_DAY)
    assert deadline.state_at(NOON) is State.RUNNING

    async with desk.work() as work:
        later = an_occasion(PRESIDENT, NOON + timedelta(days=2))
        await sign_law(work, later, bill_id=with_the_president.id)

    signed, published = await on_file(desk, with_the_president)
    assert (signed.id, signed.how) == (deadline.id, Ending.MET)
    assert (published.term, published.missing_years) == ("publication", (2027,))


async def test_an_act_that_is_rolled_back_leaves_its_deadlines_as_they_were(desk):
    bill = a_bill()
    await put_on_file(desk, bill)

    async def introduced_in_vain():
        async with desk.work() as work:
            await introduce_bill(work, an_occasion(), bill_id=bill.id)
            await work.write()
            raise RuntimeError("something else failed")

    with pytest.raises(RuntimeError, match="something else failed"):
        await introduced_in_vain()
    assert await on_file(desk, bill) == []


@pytest.mark.usefixtures("with_the_president")
async def test_a_reminder_and_the_end_are_told_each_once(desk, tell):
    await tell(REMINDED - SECOND)
    assert await told(desk) == []

    for now in (REMINDED, REMINDED + SECOND, PASSED - SECOND):
        await tell(now)
    [(kind, sequence, body)] = await told(desk)
    assert (kind, sequence) == ("bills.deadline_approaching.v1", 1)
    assert (body["term"], body["by"], body["last_day"]) == (
        "president_term",
        ["president"],
        "2027-01-01",
    )

    for now in (PASSED, PASSED + timedelta(days=400)):
        await tell(now)
    _, (kind, sequence, body) = await told(desk)
    assert (kind, sequence, body["act"]) == ("bills.deadline_passed.v1", 2, None)
    assert await due_by(desk, PASSED + timedelta(days=400)) == []


async def test_a_reminder_does_not_change_the_version_of_the_bill(desk, with_the_president, tell):
    async with desk.work() as work:
        before = (await Bills(work).get(with_the_president.id)).version
    await tell(REMINDED)
    async with desk.work() as work:
        assert (await Bills(work).get(with_the_president.id)).version == before
    assert len(await told(desk)) == 1


@pytest.mark.usefixtures("with_the_president")
async def test_a_clock_that_jumps_over_the_reminder_tells_only_the_end(desk, tell):
    await tell(PASSED + timedelta(days=40))
    assert [kind for kind, _, _ in await told(desk)] == ["bills.deadline_passed.v1"]


async def test_a_clock_that_jumps_back_tells_nothing_a_second_time(desk, with_the_president, tell):
    await tell(PASSED)
    await tell(REMINDED)
    await tell(PASSED)
    assert len(await told(desk)) == 1
    assert len(await on_file(desk, with_the_president)) == 1


@pytest.mark.usefixtures("with_the_president")
async def test_of_many_clocks_at_once_one_tells(desk):
    [each] = await due_by(desk, PASSED)

    async def clock():
        async with desk.work() as work:
            await tell_deadline(work, PROFILE, each, PASSED)

    await asyncio.gather(*(clock() for _ in range(12)))
    assert [kind for kind, _, _ in await told(desk)] == ["bills.deadline_passed.v1"]


@pytest.mark.usefixtures("with_the_president")
async def test_a_clock_that_is_killed_before_it_commits_has_told_nothing(desk, tell):
    [each] = await due_by(desk, PASSED)

    async def killed():
        async with desk.work() as work:
            await tell_deadline(work, PROFILE, each, PASSED)
            await work.write()
            mine = (await work.session.execute(sa.select(sa.func.pg_backend_pid()))).scalar_one()
            async with desk.sessions() as another:
                await another.execute(sa.select(sa.func.pg_terminate_backend(mine)))

    with pytest.raises(DBAPIError):
        await killed()
    assert await told(desk) == []

    await tell(PASSED)
    assert len(await told(desk)) == 1


async def test_a_clock_waits_for_nobody_who_is_acting_on_the_bill(desk, with_the_president, tell):
    async with desk.work() as acting:
        occasion = an_occasion(PRESIDENT, NOON + timedelta(days=2))
        await sign_law(acting, occasion, bill_id=with_the_president.id)
        await acting.session.flush()
        async with asyncio.timeout(5):
            await tell(PASSED)
        assert await told(desk) == []
    await tell(PASSED)
    assert await told(desk) == []


async def test_the_worker_goes_by_the_clock_of_the_database(desk):
    long_ago = datetime.now(UTC) - timedelta(days=60)
    late, young = (a_bill(stage=Stage.ADOPTED, countersigned_by=BOTH, number=n) for n in "12")
    for bill, at in ((late, long_ago), (young, datetime.now(UTC))):
        await put_on_file(desk, bill)
        async with desk.work() as work:
            await send_to_president(work, an_occasion(CLERK, at), bill_id=bill.id)

    await tell_what_is_due(desk, PROFILE)
    await tell_what_is_due(desk, PROFILE)

    assert [body["bill_id"] for _, _, body in await told(desk)] == [str(late.id)]


async def test_two_workers_that_run_and_are_stopped_tell_it_once(desk):
    bill = a_bill(stage=Stage.ADOPTED, countersigned_by=BOTH)
    await put_on_file(desk, bill)
    async with desk.work() as work:
        long_ago = an_occasion(CLERK, datetime.now(UTC) - timedelta(days=60))
        await send_to_president(work, long_ago, bill_id=bill.id)
    app, engine = a_service.app_of(SERVICE, desk, PROFILE), desk.sessions.kw["bind"]
    running = Running(SERVICE, a_service.SETTINGS, PROFILE, engine, desk, app)

    workers = [asyncio.create_task(watch_terms(running)) for _ in range(2)]
    await until(partial(told, desk), within_s=20)
    await asyncio.sleep(PAUSE_SECONDS * 1.5)
    for worker in workers:
        worker.cancel()
    await asyncio.gather(*workers, return_exceptions=True)

    assert [kind for kind, _, _ in await told(desk)] == ["bills.deadline_passed.v1"]


async def test_one_bill_that_cannot_be_told_of_keeps_no_other_waiting(desk):
    long_ago = datetime.now(UTC) - timedelta(days=60)
    both = [a_bill(stage=Stage.ADOPTED, countersigned_by=BOTH, number=n) for n in "12"]
    for bill in both:
        await put_on_file(desk, bill)
        async with desk.work() as work:
            await send_to_president(work, an_occasion(CLERK, long_ago), bill_id=bill.id)
    async with desk.sessions.begin() as session:
        broken = sa.update(deadlines).where(deadlines.c.bill_id == both[0].id)
        await session.execute(broken.values(last_day=None))

    await tell_what_is_due(desk, PROFILE)

    assert [body["bill_id"] for _, _, body in await told(desk)] == [str(both[1].id)]


async def test_what_was_told_cannot_be_untold(work):
    with pytest.raises(ProgrammingError, match="permission denied"):
        await work.session.execute(sa.delete(tellings))


async def test_a_calendar_that_is_entered_settles_the_terms_that_waited_for_it(desk):
    bill = a_bill(stage=Stage.SUBMITTED, number=None, touches_budget=True)
    await put_on_file(desk, bill)
    async with desk.work() as work:
        await register_bill(work, an_occasion(CLERK), bill_id=bill.id)
    [waiting] = await on_file(desk, bill)
    assert (waiting.term, waiting.last_day, waiting.missing_years) == (
        "government_conclusion",
        date(2026, 12, 31),
        (),
    )

    a_day_off = a_year(2026, holidays=[date(2026, 12, 31)])
    async with desk.work() as work:
        await enter_working_days(work, an_occasion(CLERK), profile=PROFILE, days=a_day_off)
    [moved] = await on_file(desk, bill)
    assert (moved.last_day, moved.missing_years) == (None, (2027,))

    settled = a_year(2027, holidays=[date(2027, 1, 1)])
    async with desk.work() as work:
        await enter_working_days(work, an_occasion(CLERK), profile=PROFILE, days=settled)
    [known] = await on_file(desk, bill)
    assert (known.last_day, known.missing_years) == (date(2027, 1, 4), ())
    assert await due_by(desk, datetime(2027, 1, 4, 19, tzinfo=UTC))


async def test_an_act_at_the_same_time_as_a_calendar_is_reckoned_with_it(desk):
    bill = a_bill(stage=Stage.SUBMITTED, number=None, touches_budget=True)
    await put_on_file(desk, bill)
    async with desk.work() as work:
        occasion = an_occasion(CLERK, NOON + timedelta(days=10))
        await register_bill(work, occasion, bill_id=bill.id)

    async def concluded():
        async with desk.work() as work:
            at = an_occasion(GOVERNMENT, NOON + timedelta(days=20))
            await conclude_on_bill(work, at, bill_id=bill.id, positive=True, reason=REASON)

    async with desk.work() as entering:
        settled = a_year(2027, holidays=[date(2027, 1, 11)])
        await enter_working_days(entering, an_occasion(CLERK), profile=PROFILE, days=settled)
        act = asyncio.create_task(concluded())
        done, _ = await asyncio.wait([act], timeout=0.5)
        assert not done
    await act

    [deadline] = await on_file(desk, bill)
    assert (deadline.how, deadline.last_day) == (Ending.MET, date(2027, 1, 12))


async def test_what_was_entered_stands_in_place_of_what_is_on_file(desk, work):
    entered = a_year(2026, holidays=[date(2026, 12, 31)], source="Decision No. 1")
    async with desk.work() as first:
        await enter_working_days(first, an_occasion(CLERK), profile=PROFILE, days=entered)
    calendars = await calendars_in_force(work, PROFILE)
    assert calendars.years[2026] == entered
    assert not calendars.years[2027].is_settled


async def test_with_the_bill_its_deadlines_fall_away(desk):
    bill = a_bill(stage=Stage.REGISTERED)
    await put_on_file(desk, bill)
    async with desk.work() as work:
        await admit_bill(work, an_occasion(CLERK), bill_id=bill.id)
    async with desk.work() as work:
        await withdraw_bill(work, an_occasion(DEPUTY), bill_id=bill.id, reason=REASON)
    [deadline] = await on_file(desk, bill)
    assert deadline.state_at(NOON) is State.FELL_AWAY


async def test_what_was_on_record_before_is_reckoned_when_a_worker_starts(desk, with_the_president):
    async with desk.sessions.begin() as session:
        await session.execute(sa.delete(deadlines))

    assert await catch_up(desk, PROFILE) == 1
    assert [d.term for d in await on_file(desk, with_the_president)] == ["president_term"]
    assert await catch_up(desk, PROFILE) == 0
    changed = PROFILE.model_copy(update={"name": "another"})
    assert await catch_up(desk, changed) == 1


async def test_reckoning_again_changes_nothing(desk, with_the_president):
    before = await on_file(desk, with_the_president)
    async with desk.work() as work:
        bill = await Bills(work).get(with_the_president.id)
        await reckon_deadlines(work, PROFILE, bill)
    assert await on_file(desk, with_the_president) == before
