"""The Constitutional Court, and the clock that stops (Constitution 2026, arts 73-75)."""

from datetime import UTC, date, datetime, timedelta

import pytest

from services.bills.domain.acts.court import ask, note_decision, refer
from services.bills.domain.acts.law import sign
from services.bills.domain.stages import Stage
from shared.kernel.errors import NotEntitled, NotNow
from tests.bills.builders import (
    CHAIR,
    CLERK,
    DEPUTY,
    GOVERNMENT,
    PRESIDENT,
    PRIME_MINISTER,
    REASON,
    Role,
    a_bill,
    a_person,
    an_occasion,
    facts_of,
)

SENT = datetime(2026, 11, 30, 7, tzinfo=UTC)


def with_the_president():
    return a_bill(stage=Stage.SENT_TO_PRESIDENT, sent_at=SENT, signature_due=date(2026, 12, 30))


@pytest.mark.parametrize("office", [PRESIDENT, CHAIR, PRIME_MINISTER])
def test_each_of_three_offices_may_refer_alone(office):
    bill = with_the_president()
    refer(bill, an_occasion(office))
    assert bill.stage is Stage.IN_CONSTITUTIONAL_REVIEW


def test_deputies_refer_with_the_signature_of_the_twenty_ninth():
    bill = with_the_president()
    for number in range(28):
        ask(bill, an_occasion(a_person(Role.DEPUTY, number=1000 + number)))
    assert (bill.stage, len(bill.court_request)) == (Stage.SENT_TO_PRESIDENT, 28)
    with pytest.raises(NotNow, match="a fifth"):
        refer(bill, an_occasion(DEPUTY))

    ask(bill, an_occasion(a_person(Role.DEPUTY, number=1028)))

    assert bill.stage is Stage.IN_CONSTITUTIONAL_REVIEW


def test_a_deputy_signs_once_and_nobody_else_signs():
    bill = with_the_president()
    ask(bill, an_occasion(DEPUTY))
    with pytest.raises(NotNow, match="not signed"):
        ask(bill, an_occasion(DEPUTY))
    with pytest.raises(NotEntitled):
        ask(bill, an_occasion(GOVERNMENT))


def test_the_review_is_not_counted_in_the_presidents_month():
    bill = with_the_president()
    refer(bill, an_occasion(CHAIR, SENT + timedelta(days=9)))
    with pytest.raises(NotNow):
        sign(bill, an_occasion(PRESIDENT, SENT + timedelta(days=10)))

    decided = an_occasion(CLERK, SENT + timedelta(days=49))
    note_decision(bill, constitutional=True, decision=REASON, occasion=decided)

    assert bill.stage is Stage.SENT_TO_PRESIDENT
    assert bill.signature_due == date(2026, 12, 30) + timedelta(days=40)
    assert facts_of(bill)[-1].signature_due == bill.signature_due


def test_what_the_court_strikes_down_is_never_signed():
    bill = with_the_president()
    refer(bill, an_occasion(PRESIDENT))
    note_decision(bill, constitutional=False, decision=REASON, occasion=an_occasion(CLERK))
    assert bill.stage is Stage.UNCONSTITUTIONAL
    with pytest.raises(NotNow):
        sign(bill, an_occasion(PRESIDENT))


def test_a_signed_law_is_not_referred():
    with pytest.raises(NotNow):
        refer(a_bill(stage=Stage.SIGNED), an_occasion(PRESIDENT))
