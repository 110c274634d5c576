"""The President's objections and the repeat vote (Constitution 2026, arts 46(3), 56(2))."""

from datetime import UTC, date, datetime

import pytest

from services.bills.domain.acts.asking import answer
from services.bills.domain.acts.law import sign
from services.bills.domain.acts.objections import (
    Returning,
    accept,
    adopt_wording,
    ask_for_wording,
    note_not_adopted,
    open_repeat_vote,
    return_law,
)
from services.bills.domain.stages import Act, Stage
from services.bills.domain.texts import Texts
from shared.contracts.bills import BillKind
from shared.contracts.bills_beyond import ObjectionsStand
from shared.contracts.words import Form, ItemResult
from shared.kernel.actor import Actor, Role
from shared.kernel.errors import NotEntitled, NotNow
from shared.kernel.rules import Outcome
from tests.bills.builders import (
    CHAIR,
    CLERK,
    PRESIDENT,
    QUESTION,
    REASON,
    TEXTS,
    THE_KURULTAI,
    a_bill,
    a_vote,
    an_occasion,
    facts_of,
)

OBJECTED = datetime(2027, 1, 31, 7, tzinfo=UTC)
LAST_DAY = datetime(2027, 2, 28, 18, 59, tzinfo=UTC)
TOO_LATE = datetime(2027, 2, 28, 19, 1, tzinfo=UTC)
WORDING = Texts("Президенттің редакциясы", "Редакция Президента")
CLOCK = Actor.body(Role.CLOCK)


def returned(articles=(), wording=None, **but):
    bill = a_bill(**{"stage": Stage.SENT_TO_PRESIDENT} | but)
    return_law(bill, Returning(REASON, articles, wording), an_occasion(PRESIDENT, OBJECTED))
    return bill


def in_repeat_vote(at=LAST_DAY, **but):
    bill = returned(**but)
    open_repeat_vote(bill, QUESTION, an_occasion(CHAIR, at))
    return bill


def objections_stand(**but):
    bill = returned(**but)
    accept(bill, an_occasion(CLOCK, TOO_LATE))
    return bill


def decided(bill, outcome, at=LAST_DAY, **but):
    return answer(bill, QUESTION, a_vote(outcome, **but), an_occasion(THE_KURULTAI, at))


def an_item(article, outcome):
    return ItemResult(key=f"art_{article}", votes_for=90, needed=97, rank=1, outcome=outcome)


def test_the_repeat_vote_is_due_within_the_month():
    assert returned().objections.due == date(2027, 2, 28)


@pytest.mark.parametrize(
    ("kind", "decision"),
    [(BillKind.LAW, "override_law"), (BillKind.CONSTITUTIONAL_LAW, "override_const_law")],
)
def test_a_law_and_a_constitutional_law_are_confirmed_by_their_own_majorities(kind, decision):
    bill = in_repeat_vote(kind=kind)
    assert facts_of(bill)[-1].question.decision == decision


def test_confirmed_the_law_is_signed_within_a_month():
    bill = in_repeat_vote()
    assert decided(bill, Outcome.ADOPTED) is Act.OVERRIDE
    assert (bill.stage, bill.signature_due) == (Stage.OVERRIDDEN, date(2027, 3, 28))
    sign(bill, an_occasion(PRESIDENT, LAST_DAY))
    assert bill.stage is Stage.SIGNED


def test_not_confirmed_the_objections_stand():
    bill = in_repeat_vote()
    assert decided(bill, Outcome.REJECTED) is Act.FAIL_TO_OVERRIDE
    assert bill.stage is Stage.OBJECTIONS_STAND


def test_each_returned_article_is_voted_on_and_those_not_confirmed_are_named():
    bill = in_repeat_vote(articles=("5", "33-1"))
    question = facts_of(bill)[-1].question
    assert (question.form, [item.key for item in question.items]) == (
        Form.EACH,
        ["art_5", "art_33-1"],
    )

    results = (an_item("5", Outcome.ADOPTED), an_item("33-1", Outcome.REJECTED))
    decided(bill, Outcome.DIVIDED, results=results)

    assert bill.objections.standing == ("33-1",)
    stand = facts_of(bill)[-1]
    assert isinstance(stand, ObjectionsStand)
    assert stand.articles == ("33-1",)


def test_after_the_month_no_repeat_vote_is_opened():
    with pytest.raises(NotNow, match="month for the repeat vote"):
        open_repeat_vote(returned(), QUESTION, an_occasion(CHAIR, TOO_LATE))


def test_a_repeat_vote_done_the_day_after_the_month_accepts_the_objections():
    bill = in_repeat_vote()
    assert decided(bill, Outcome.ADOPTED, at=TOO_LATE) is Act.ACCEPT_OBJECTIONS
    assert bill.stage is Stage.OBJECTIONS_STAND


def test_the_clock_accepts_the_objections_after_the_month_and_not_before():
    bill = returned()
    with pytest.raises(NotNow, match="has passed"):
        accept(bill, an_occasion(CLOCK, LAST_DAY))
    accept(bill, an_occasion(CLOCK, TOO_LATE))
    assert bill.stage is Stage.OBJECTIONS_STAND
    with pytest.raises(NotEntitled):
        accept(returned(), an_occasion(CLERK, TOO_LATE))


def test_the_kurultai_may_adopt_the_presidents_wording_which_is_signed_anew():
    bill = objections_stand(wording=WORDING, countersigned_by=frozenset({Role.CHAIR}))
    ask_for_wording(bill, QUESTION, an_occasion(CHAIR, TOO_LATE))

    assert decided(bill, Outcome.ADOPTED) is Act.ADOPT_IN_PRESIDENTS_WORDING

    assert (bill.stage, bill.digests) == (Stage.ADOPTED, WORDING.digests)
    assert (bill.text_version, bill.countersigned_by) == (2, frozenset())


def test_between_adoption_and_rejection_nothing_is_decided_on_the_wording():
    bill = objections_stand(wording=WORDING)
    ask_for_wording(bill, QUESTION, an_occasion(CHAIR, TOO_LATE))
    assert decided(bill, Outcome.NO_DECISION) is None
    assert (bill.stage, bill.digests) == (Stage.OBJECTIONS_STAND, TEXTS.digests)
    ask_for_wording(bill, QUESTION, an_occasion(CHAIR, TOO_LATE))
    assert decided(bill, Outcome.REJECTED) is Act.NOTE_NOT_ADOPTED
    assert bill.stage is Stage.NOT_ADOPTED


def test_without_a_wording_there_is_nothing_to_adopt():
    with pytest.raises(NotNow, match="wording that the President proposes"):
        ask_for_wording(objections_stand(), QUESTION, an_occasion(CHAIR, TOO_LATE))


def test_where_the_rules_leave_it_to_the_kurultai_no_clerk_settles_it():
    bill = objections_stand(wording=WORDING)
    for settle in (adopt_wording, note_not_adopted):
        with pytest.raises(NotNow, match="by the choice of the Kurultai"):
            settle(bill, an_occasion(CLERK, TOO_LATE))
