"""Priority and emergency (Constitution 2026, art. 60(2), 60(4))."""

from datetime import date

import pytest

from services.bills.domain.acts.precedence import (
    declare_emergency,
    give_priority,
    link_temporary_act,
)
from services.bills.domain.acts.readings import decide, go_to_committee, open_reading
from services.bills.domain.beyond import TemporaryAct
from services.bills.domain.stages import UNDER_CONSIDERATION, Act, Stage
from shared.contracts.bills_beyond import BillGivenPriority, EmergencyDeclared, EmergencyGround
from shared.kernel.actor import Role
from shared.kernel.errors import NotEntitled, NotNow
from tests.bills.builders import (
    CHAIR,
    COMMITTEE,
    DEPUTY,
    GOVERNMENT,
    PRESIDENT,
    QUESTION,
    THE_CHAIRS_BODY,
    THE_KURULTAI,
    TITLE,
    a_bill,
    a_vote,
    an_occasion,
    facts_of,
)

TEMPORARY = TemporaryAct(title=TITLE, number="12", adopted_on=date(2026, 11, 30))
BY_GOVERNMENT = an_occasion(GOVERNMENT)


def an_emergency(**but):
    bill = a_bill(**{"stage": Stage.ADMITTED, "initiator": Role.GOVERNMENT} | but)
    declare_emergency(bill, EmergencyGround.PUBLIC_ORDER, BY_GOVERNMENT)
    return bill


@pytest.mark.parametrize("stage", UNDER_CONSIDERATION)
def test_the_president_gives_priority_once_and_the_bill_stays_where_it_is(stage):
    bill = a_bill(stage=stage)

    give_priority(bill, an_occasion(PRESIDENT))

    assert bill.stage is stage
    [told] = facts_of(bill)
    assert isinstance(told, BillGivenPriority)
    assert told.due == date(2027, 2, 1)
    with pytest.raises(NotNow, match="no priority yet"):
        give_priority(bill, an_occasion(PRESIDENT))


def test_nobody_else_gives_priority_and_an_adopted_bill_has_none():
    with pytest.raises(NotEntitled):
        give_priority(a_bill(stage=Stage.ADMITTED), BY_GOVERNMENT)
    with pytest.raises(NotNow):
        give_priority(a_bill(stage=Stage.ADOPTED), an_occasion(PRESIDENT))


def test_an_emergency_goes_to_its_reading_without_a_committee():
    bill = an_emergency()
    assert isinstance(facts_of(bill)[0], EmergencyDeclared)

    open_reading(bill, QUESTION, an_occasion(CHAIR))
    decide(bill, QUESTION, a_vote(), an_occasion(THE_KURULTAI))

    assert bill.stage is Stage.AMENDING
    assert go_to_committee(bill, COMMITTEE, an_occasion(THE_CHAIRS_BODY)) is Act.NOTE_REFERRAL
    assert (bill.stage, bill.lead_committee_id) == (Stage.AMENDING, COMMITTEE)


def test_no_other_bill_does():
    with pytest.raises(NotNow, match="straight to its first reading"):
        open_reading(a_bill(stage=Stage.ADMITTED), QUESTION, an_occasion(CHAIR))


def test_only_a_bill_of_the_government_is_an_emergency():
    with pytest.raises(NotNow, match="bill of the Government"):
        declare_emergency(
            a_bill(stage=Stage.ADMITTED), EmergencyGround.LIFE_OR_HEALTH, BY_GOVERNMENT
        )
    with pytest.raises(NotEntitled):
        declare_emergency(
            a_bill(stage=Stage.ADMITTED), EmergencyGround.LIFE_OR_HEALTH, an_occasion(DEPUTY)
        )


def test_temporary_acts_belong_to_an_emergency():
    bill = an_emergency()
    link_temporary_act(bill, TEMPORARY, BY_GOVERNMENT)
    assert bill.temporary_acts == (TEMPORARY,)
    with pytest.raises(NotNow, match="declared it an emergency"):
        link_temporary_act(
            a_bill(stage=Stage.ADMITTED, initiator=Role.GOVERNMENT), TEMPORARY, BY_GOVERNMENT
        )
