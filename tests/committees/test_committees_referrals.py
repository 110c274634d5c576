"""A bill before its lead committee."""

import pytest

from services.committees.domain.acts import referrals as acts
from services.committees.domain.referral import Prospect
from services.committees.domain.stages import ReferralStage
from shared.contracts.committees import (
    BillReferred,
    ConclusionAdopted,
    ReferralEnded,
    WorkResumed,
)
from shared.kernel.errors import NotEntitled, NotNow
from tests.committees.builders import (
    ANOTHER_CHAIR,
    CHAIR,
    CLERK,
    COMMITTEE,
    COMMITTEE_CHAIR,
    DEPUTY,
    NAME,
    SUMMARY,
    THE_APPARATUS,
    THE_KURULTAI,
    a_referral,
    an_occasion,
)


def in_work(**but):
    return a_referral(stage=ReferralStage.IN_WORK, **but)


def conclude(referral, by=COMMITTEE_CHAIR):
    acts.conclude(referral, favourable=True, summary=SUMMARY, occasion=an_occasion(by))


def test_the_chair_names_the_lead_committee():
    referral = a_referral()
    acts.refer(referral, an_occasion(CHAIR))
    assert referral.stage is ReferralStage.IN_WORK
    [recorded] = referral.take_recorded()
    assert isinstance(recorded.fact, BillReferred)
    assert (recorded.fact.committee_id, recorded.fact.committee_name) == (COMMITTEE, NAME)
    assert recorded.fact.provision == "Constitution 2026, art. 57(3)(5)"


@pytest.mark.parametrize("by", [DEPUTY, CLERK, COMMITTEE_CHAIR])
def test_nobody_else_does(by):
    with pytest.raises(NotEntitled):
        acts.refer(a_referral(), an_occasion(by))


@pytest.mark.parametrize(
    ("prospect", "unmet"),
    [
        (
            Prospect(bill_open=False, committee_chaired=True),
            "the bill is admitted to consideration and has not left the Kurultai",
        ),
        (
            Prospect(bill_open=True, committee_chaired=False),
            "the standing committee has its chair",
        ),
        (
            Prospect(bill_open=True, committee_chaired=True, referred_before=True),
            "no lead committee has been named for the bill before",
        ),
    ],
)
def test_a_bill_waits_for_whatever_is_missing(prospect, unmet):
    with pytest.raises(NotNow) as refusal:
        acts.refer(a_referral(prospect=prospect), an_occasion(CHAIR))
    assert [one.sentence.en for one in refusal.value.unmet] == [unmet]


def test_the_committee_concludes_for_the_reading_to_come():
    referral = in_work()
    conclude(referral)
    assert referral.stage is ReferralStage.CONCLUDED
    [recorded] = referral.take_recorded()
    assert isinstance(recorded.fact, ConclusionAdopted)
    assert (recorded.fact.reading, recorded.fact.favourable) == (1, True)
    assert recorded.fact.provision == "Constitution 2026, art. 59(2), 61(6)"
    [conclusion] = referral.conclusions
    assert (conclusion.reading, conclusion.summary) == (1, SUMMARY)


def test_the_chair_of_another_committee_does_not_conclude():
    referral = in_work()
    with pytest.raises(NotNow, match="acts for the lead committee itself"):
        conclude(referral, by=ANOTHER_CHAIR)
    assert referral.conclusions == ()


def test_a_committee_concludes_once_for_a_reading():
    referral = in_work()
    conclude(referral)
    with pytest.raises(NotNow):
        conclude(referral)


def test_after_the_concept_the_committee_takes_the_bill_up_again():
    referral = a_referral(stage=ReferralStage.CONCLUDED)
    acts.resume(referral, 1, an_occasion(THE_KURULTAI))
    assert (referral.stage, referral.reading) == (ReferralStage.IN_WORK, 2)
    [recorded] = referral.take_recorded()
    assert isinstance(recorded.fact, WorkResumed)
    conclude(referral)
    assert [c.reading for c in referral.conclusions] == [2]


@pytest.mark.parametrize(("reading", "passed"), [(2, 2), (2, 1), (3, 3)])
def test_the_final_reading_needs_no_conclusion_and_old_news_changes_nothing(reading, passed):
    referral = a_referral(stage=ReferralStage.CONCLUDED, reading=reading)
    acts.resume(referral, passed, an_occasion(THE_KURULTAI))
    assert (referral.stage, referral.reading) == (ReferralStage.CONCLUDED, reading)
    assert referral.take_recorded() == []


@pytest.mark.parametrize("stage", [ReferralStage.IN_WORK, ReferralStage.CONCLUDED])
def test_the_work_ends_when_the_kurultai_has_decided_on_the_bill(stage):
    referral = a_referral(stage=stage)
    acts.end(referral, an_occasion(THE_KURULTAI))
    assert referral.stage is ReferralStage.ENDED
    [recorded] = referral.take_recorded()
    assert isinstance(recorded.fact, ReferralEnded)


@pytest.mark.parametrize("stage", [ReferralStage.IN_WORK, ReferralStage.CONCLUDED])
def test_the_work_ends_when_the_bill_is_withdrawn(stage):
    referral = a_referral(stage=stage)
    acts.note_withdrawal(referral, an_occasion(THE_APPARATUS))
    assert referral.stage is ReferralStage.ENDED


def test_no_clerk_ends_the_work_on_a_bill_that_stands():
    options = acts.REFERRALS.options(in_work(), an_occasion(CLERK))
    assert {option.act for option in options if option.is_open} <= {"fix_day"}
