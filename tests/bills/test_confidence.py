"""Confidence tied to a bill (Constitution 2026, art. 60(7))."""

from datetime import date, timedelta

import pytest

from services.bills.domain.acts.asking import answer
from services.bills.domain.acts.confidence import open_vote, raise_confidence
from services.bills.domain.stages import Stage
from shared.contracts.bills_beyond import ConfidenceKept, ConfidenceLost, QuestionPut
from shared.contracts.words import Matter
from shared.kernel.actor import Role
from shared.kernel.errors import NotEntitled, NotNow
from shared.kernel.rules import Outcome
from tests.bills.builders import (
    CHAIR,
    DEPUTY,
    NOON,
    PRIME_MINISTER,
    QUESTION,
    THE_KURULTAI,
    a_bill,
    a_reading,
    a_vote,
    an_occasion,
    facts_of,
)

ASKED = QUESTION
BY_PRIME_MINISTER = an_occasion(PRIME_MINISTER)
HOURS_48 = NOON + timedelta(hours=48)


def not_adopted(outcome=Outcome.REJECTED, **but):
    stage = Stage.REJECTED if outcome is Outcome.REJECTED else Stage.SCHEDULED
    reading = a_reading(1).model_copy(update={"vote": a_vote(outcome)})
    stood = {"stage": stage, "initiator": Role.GOVERNMENT, "reading": 1, "readings": (reading,)}
    return a_bill(**stood | but)


def pending():
    bill = not_adopted()
    raise_confidence(bill, BY_PRIME_MINISTER)
    return bill


@pytest.mark.parametrize("outcome", [Outcome.REJECTED, Outcome.NO_DECISION])
def test_the_prime_minister_ties_confidence_to_a_government_bill_not_adopted(outcome):
    bill = not_adopted(outcome)
    raise_confidence(bill, BY_PRIME_MINISTER)
    assert bill.stage is Stage.CONFIDENCE_PENDING
    [told] = facts_of(bill)
    assert told.not_before == HOURS_48


def test_to_no_other_bill_and_nobody_else():
    with pytest.raises(NotNow, match="bill of the Government"):
        raise_confidence(not_adopted(initiator=Role.DEPUTY), BY_PRIME_MINISTER)
    with pytest.raises(NotNow, match="did not adopt it"):
        raise_confidence(not_adopted(readings=()), BY_PRIME_MINISTER)
    with pytest.raises(NotEntitled):
        raise_confidence(not_adopted(), an_occasion(DEPUTY))


def test_twice_a_year_and_no_third_time():
    once = (date(2026, 10, 1),)
    raise_confidence(not_adopted(confidence_days=once), BY_PRIME_MINISTER)
    with pytest.raises(NotNow, match="fewer times this year"):
        raise_confidence(not_adopted(confidence_days=once * 2), BY_PRIME_MINISTER)
    long_ago = (date(2025, 11, 30),) * 2
    raise_confidence(not_adopted(confidence_days=long_ago), BY_PRIME_MINISTER)


def test_the_vote_waits_for_48_hours_to_the_minute():
    bill = pending()
    early = an_occasion(CHAIR, HOURS_48 - timedelta(minutes=1))
    with pytest.raises(NotNow, match="48 hours"):
        open_vote(bill, ASKED, early)
    assert bill.asked == ()

    open_vote(bill, ASKED, an_occasion(CHAIR, HOURS_48))

    put = facts_of(bill)[-1]
    assert isinstance(put, QuestionPut)
    assert (put.question.matter, put.question.decision) == (Matter.BILL_QUESTION, "no_conf_vote")
    with pytest.raises(NotNow, match="nothing else"):
        open_vote(bill, ASKED, an_occasion(CHAIR, HOURS_48))


@pytest.mark.parametrize("outcome", [Outcome.REJECTED, Outcome.NO_DECISION])
def test_not_carried_the_bill_is_adopted_without_a_vote(outcome):
    bill = pending()
    open_vote(bill, ASKED, an_occasion(CHAIR, HOURS_48))
    by_vote = an_occasion(THE_KURULTAI, HOURS_48)

    answer(bill, ASKED, a_vote(outcome), by_vote)

    assert (bill.stage, bill.adopted_at) == (Stage.ADOPTED, HOURS_48)
    assert bill.send_by == date(2026, 12, 12)
    kept = [fact for fact in facts_of(bill) if isinstance(fact, ConfidenceKept)]
    assert len(kept) == 1
    assert answer(bill, ASKED, a_vote(outcome), by_vote) is None


def test_carried_the_bill_is_rejected_and_the_government_resigns():
    bill = pending()
    open_vote(bill, ASKED, an_occasion(CHAIR, HOURS_48))
    answer(bill, ASKED, a_vote(Outcome.ADOPTED), an_occasion(THE_KURULTAI, HOURS_48))
    assert bill.stage is Stage.REJECTED
    [lost] = [fact for fact in facts_of(bill) if isinstance(fact, ConfidenceLost)]
    assert "69(3)" in lost.provision
