"""The day by which the committee concludes is fixed elsewhere, and is a deadline of the bill."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from services.bills.domain.bill import DayNamed
from services.bills.domain.deadlines import State
from services.bills.domain.reckoning import deadlines_of
from services.bills.domain.stages import Act, Stage
from services.bills.store.bills import BillNotFound
from services.bills.store.deadlines import deadlines_on
from shared.contracts.committee_work import ConclusionDayFixed
from tests.bills import facts
from tests.bills.builders import PROFILE, a_bill
from tests.bills.test_reckoning import CALENDARS, noon, only, taken

TERM = "committee_conclusion"
SOON, LATER = date(2026, 12, 20), date(2027, 1, 15)


def a_day(bill_id: UUID, day: date = SOON, **but: Any) -> ConclusionDayFixed:
    whole = {
        "at": facts.now(),
        "referral_id": facts.REFERRAL,
        "bill_id": bill_id,
        "reading": 1,
        "day": day,
        "ground": "Хаттама № 3",
    }
    return ConclusionDayFixed(**whole | but)


@pytest.fixture
async def bill(on_file, hear):
    """With its committee, by no day yet."""
    bill = await on_file(stage=Stage.ADMITTED)
    await hear(facts.a_referral(bill.id))
    return bill


async def of_the_committee(work, bill):
    return [d for d in await deadlines_on(work, bill.id) if d.term == TERM]


async def test_a_day_that_was_fixed_is_the_end_of_the_term(bill, hear, work):
    [unknown] = await of_the_committee(work, bill)
    await hear(a_day(bill.id), sequence=2)
    [known] = await of_the_committee(work, bill)

    assert unknown.state_at(facts.now()) is State.NOT_COMPUTABLE
    assert (known.id, known.last_day) == (unknown.id, SOON)
    # Midnight in Astana.
    assert known.passes_at == datetime(2026, 12, 20, 19, tzinfo=UTC)
    assert known.state_at(known.passes_at) is State.OVERDUE


async def test_a_day_that_is_moved_moves_the_term(bill, hear, work):
    await hear(a_day(bill.id), sequence=2)
    await hear(a_day(bill.id, LATER, earlier=SOON), sequence=3)
    [moved] = await of_the_committee(work, bill)
    assert moved.last_day == LATER


async def test_a_day_heard_twice_changes_nothing(bill, hear, work):
    fact, event_id = a_day(bill.id), uuid4()
    await hear(fact, sequence=2, event_id=event_id)
    await hear(fact, sequence=2, event_id=event_id)
    [known] = await of_the_committee(work, bill)
    assert known.last_day == SOON


async def test_a_day_for_a_bill_not_on_file_is_put_off(hear):
    with pytest.raises(BillNotFound):
        await hear(a_day(uuid4()))


async def test_it_can_be_read_in_the_deadlines_and_on_the_record_of_the_bill(bill, hear, http):
    await hear(a_day(bill.id), sequence=2)
    shown = (await http.get(f"/bills/{bill.id}/deadlines")).json()
    [line] = [one for one in shown if one["term"] == TERM]
    record = (await http.get(f"/bills/{bill.id}/timeline")).text

    assert (line["last_day"], line["missing"]) == (SOON.isoformat(), None)
    assert "The conclusion on reading 1 is due by 20.12.2026." in record


def test_each_run_of_the_term_has_the_days_that_were_fixed_while_it_ran():
    bill = a_bill()
    bill.conclusion_days = (
        DayNamed(noon(2026, 12, 1), SOON),
        DayNamed(noon(2026, 12, 15), LATER),
    )
    acts = [
        taken(Act.NOTE_REFERRAL, noon(2026, 12, 1)),
        taken(Act.NOTE_CONCLUSION, noon(2026, 12, 5)),
        taken(Act.APPROVE_CONCEPT, noon(2026, 12, 10)),
    ]
    found = [d for d in deadlines_of(bill, acts, PROFILE, CALENDARS) if d.term == TERM]
    assert [d.last_day for d in found] == [SOON, LATER]
    assert [d.in_time() for d in found] == [True, None]


def test_without_a_day_the_term_is_that_of_the_rules():
    start = noon(2026, 12, 1)
    deadline = only(TERM, [taken(Act.NOTE_REFERRAL, start)])
    assert deadline.state_at(start + timedelta(days=400)) is State.NOT_COMPUTABLE
