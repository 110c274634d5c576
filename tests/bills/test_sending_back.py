"""Back from a reading, by a vote of the Kurultai."""

import pytest

from services.bills.domain.acts.asking import answer
from services.bills.domain.acts.readings import decide, schedule
from services.bills.domain.acts.sending_back import ask
from services.bills.domain.stages import Act, Stage
from shared.contracts.bills_beyond import BillSentBack, QuestionAnswered
from shared.kernel.errors import NotNow
from shared.kernel.rules import Outcome
from tests.bills.builders import (
    CHAIR,
    QUESTION,
    THE_COMMITTEE,
    THE_KURULTAI,
    UUID,
    a_bill_in_reading,
    a_reading,
    a_vote,
    an_occasion,
    facts_of,
)

ASKED = UUID(int=9)
BY_VOTE = an_occasion(THE_KURULTAI)


def asked(reading, purpose):
    readings = (a_reading(reading, purpose=purpose),)
    bill = a_bill_in_reading(reading, readings=readings)
    ask(bill, ASKED, an_occasion(CHAIR))
    return bill


@pytest.mark.parametrize(
    ("reading", "purpose", "act", "stage", "next_reading"),
    [
        (1, "concept", Act.POSTPONE, Stage.IN_COMMITTEE, 1),
        (2, "amendments", Act.REPEAT_READING, Stage.AMENDING, 2),
        (3, "final_legal_correctness", Act.REPEAT_READING, Stage.AMENDING, 2),
    ],
)
def test_the_kurultai_sends_it_back(reading, purpose, act, stage, next_reading):
    bill = asked(reading, purpose)

    assert answer(bill, ASKED, a_vote(Outcome.ADOPTED), BY_VOTE) is act

    assert (bill.stage, bill.next_reading) == (stage, next_reading)
    back = facts_of(bill)[-1]
    assert isinstance(back, BillSentBack)
    assert back.reading == next_reading
    schedule(bill, next_reading, an_occasion(THE_COMMITTEE))
    assert bill.stage is Stage.SCHEDULED


def test_a_reading_that_was_left_decides_nothing_any_more():
    bill = asked(1, "concept")
    answer(bill, ASKED, a_vote(Outcome.ADOPTED), BY_VOTE)
    assert decide(bill, QUESTION, a_vote(), BY_VOTE) is None
    assert bill.stage is Stage.IN_COMMITTEE


@pytest.mark.parametrize("outcome", [Outcome.REJECTED, Outcome.NO_DECISION])
def test_not_sent_back_its_reading_goes_on(outcome):
    bill = asked(1, "concept")
    assert answer(bill, ASKED, a_vote(outcome), BY_VOTE) is None
    assert isinstance(facts_of(bill)[-1], QuestionAnswered)
    assert decide(bill, QUESTION, a_vote(), BY_VOTE) is Act.APPROVE_CONCEPT


def test_the_kurultai_is_asked_one_thing_beside_the_reading():
    bill = asked(1, "concept")
    with pytest.raises(NotNow, match="nothing else"):
        ask(bill, UUID(int=10), an_occasion(CHAIR))
