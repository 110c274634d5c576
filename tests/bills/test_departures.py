"""What was done outside the table: recorded by two persons, or not at all."""

from datetime import date

import pytest

from services.bills.domain.acts.departures import propose, record
from services.bills.domain.beyond import Departure
from services.bills.domain.stages import ENDED, OPEN, Stage
from shared.contracts.bills_beyond import BillDeparted
from shared.kernel.errors import NotEntitled, NotNow
from tests.bills.builders import CHAIR, CLERK, DEPUTY, REASON, TITLE, a_bill, an_occasion, facts_of


def a_departure(occasion, to=Stage.SCHEDULED, readings_passed=None):
    return Departure(
        to=to,
        reason=REASON,
        source=TITLE,
        dated=date(2026, 11, 30),
        readings_passed=readings_passed,
        proposed_by=occasion.by.person_id,
        proposed_at=occasion.at,
    )


@pytest.mark.parametrize("stage", [*OPEN, *ENDED])
def test_at_every_stage_two_persons_record_what_was_done(stage):
    bill, by_clerk = a_bill(stage=stage), an_occasion(CLERK)

    propose(bill, a_departure(by_clerk, readings_passed=2), by_clerk)
    assert bill.stage is stage
    record(bill, an_occasion(CHAIR))

    assert (bill.stage, bill.readings_passed) == (Stage.SCHEDULED, 2)
    [departure] = bill.departures
    assert (departure.origin, departure.to) == (stage, Stage.SCHEDULED)
    assert departure.proposed_by != departure.confirmed_by
    departed = facts_of(bill)[-1]
    assert isinstance(departed, BillDeparted)
    assert (departed.origin, departed.to, departed.reason) == (stage, "scheduled", REASON)
    assert [taken.target for taken in bill.take_acts()] == [stage, Stage.SCHEDULED]


def test_nobody_confirms_their_own():
    bill, by_clerk = a_bill(stage=Stage.ADMITTED), an_occasion(CLERK)
    propose(bill, a_departure(by_clerk), by_clerk)
    with pytest.raises(NotNow, match="another person"):
        record(bill, by_clerk)
    assert (bill.stage, bill.departures) == (Stage.ADMITTED, ())


def test_nothing_is_confirmed_that_was_not_proposed():
    with pytest.raises(NotNow, match="proposed for the record"):
        record(a_bill(stage=Stage.ADMITTED), an_occasion(CHAIR))


def test_a_deputy_records_no_departure():
    by_deputy = an_occasion(DEPUTY)
    with pytest.raises(NotEntitled):
        propose(a_bill(stage=Stage.ADMITTED), a_departure(by_deputy), by_deputy)
