"""From the lead committee through the readings to the decision of the Kurultai."""

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from services.bills.domain.acts.introduction import withdraw
from services.bills.domain.acts.readings import (
    confirm_final_edit,
    decide,
    go_to_committee,
    open_reading,
    schedule,
)
from services.bills.domain.decisions import act_called_for, decision_for
from services.bills.domain.stages import Act, Stage
from services.bills.domain.texts import Texts
from shared.contracts.bills import (
    BillKind,
    BillRejected,
    BillWentToCommittee,
    FinalEditDone,
    LawAdopted,
    ReadingApproved,
    ReadingOpened,
    ReadingScheduled,
    ReadingUndecided,
)
from shared.contracts.words import Matter
from shared.kernel.errors import NotEntitled, NotNow
from shared.kernel.rules import Chamber, Count, Outcome
from tests.bills.builders import (
    CHAIR,
    CLERK,
    COMMITTEE,
    DEPUTY,
    DEPUTY_CHAIR,
    NOON,
    PRIME_MINISTER,
    PROFILE,
    QUESTION,
    REASON,
    SEATS,
    TEXTS,
    THE_CHAIRS_BODY,
    THE_COMMITTEE,
    THE_KURULTAI,
    a_bill,
    a_bill_in_reading,
    a_tally,
    a_vote,
    an_occasion,
    facts_of,
)

RULES = PROFILE.on(date(2026, 12, 1))
ANOTHER_QUESTION = UUID(int=9)
FULL_HOUSE = Chamber(seats=SEATS, filled=SEATS, registered=SEATS)

BY_COORDINATION = an_occasion(THE_CHAIRS_BODY)
BY_COMMITTEE = an_occasion(THE_COMMITTEE)
BY_VOTE = an_occasion(THE_KURULTAI)


def judged(votes_for: int, against: int = 0, rule: str = "maj_law"):
    """The vote as the rule in force judges it."""
    outcome = RULES.decision(rule).judge(FULL_HOUSE, Count(votes_for, against, 0))
    return a_vote(outcome, tally=a_tally(votes_for, against))


def test_an_admitted_bill_goes_to_the_lead_committee():
    bill = a_bill(stage=Stage.ADMITTED)

    assert go_to_committee(bill, COMMITTEE, BY_COORDINATION) is Act.NOTE_REFERRAL

    assert (bill.stage, bill.lead_committee_id) == (Stage.IN_COMMITTEE, COMMITTEE)
    [fact] = facts_of(bill)
    assert isinstance(fact, BillWentToCommittee)
    assert fact.committee_id == COMMITTEE


def test_a_bill_that_is_not_admitted_is_not_referred():
    bill = a_bill(stage=Stage.REGISTERED)
    with pytest.raises(NotNow):
        go_to_committee(bill, COMMITTEE, BY_COORDINATION)
    assert bill.lead_committee_id is None


def test_a_bill_in_a_committee_does_not_go_to_another():
    bill = a_bill(stage=Stage.IN_COMMITTEE, lead_committee_id=COMMITTEE)
    with pytest.raises(NotNow):
        go_to_committee(bill, uuid4(), BY_COORDINATION)
    assert bill.lead_committee_id == COMMITTEE


def test_the_same_referral_heard_again_changes_nothing():
    bill = a_bill(stage=Stage.IN_COMMITTEE, lead_committee_id=COMMITTEE)
    assert go_to_committee(bill, COMMITTEE, BY_COORDINATION) is None
    assert facts_of(bill) == []


@pytest.mark.parametrize(
    ("stage", "passed", "reading"), [(Stage.IN_COMMITTEE, 0, 1), (Stage.AMENDING, 1, 2)]
)
def test_after_its_committees_conclusion_the_bill_awaits_its_reading(stage, passed, reading):
    bill = a_bill(stage=stage, readings_passed=passed, concluded_for=passed)

    assert schedule(bill, reading, BY_COMMITTEE) is Act.NOTE_CONCLUSION

    assert bill.stage is Stage.SCHEDULED
    [fact] = facts_of(bill)
    assert isinstance(fact, ReadingScheduled)
    assert fact.reading == reading


@pytest.mark.parametrize("stage", [Stage.SCHEDULED, Stage.IN_READING, Stage.AMENDING])
def test_a_conclusion_on_a_reading_already_concluded_on_changes_nothing(stage):
    bill = a_bill(stage=stage, readings_passed=0, concluded_for=1)
    assert schedule(bill, 1, BY_COMMITTEE) is None
    assert (bill.stage, facts_of(bill)) == (stage, [])


def test_a_conclusion_on_a_reading_after_the_next_is_refused():
    bill = a_bill(stage=Stage.IN_COMMITTEE)
    with pytest.raises(NotNow, match="the very next reading"):
        schedule(bill, 2, BY_COMMITTEE)
    assert (bill.stage, bill.concluded_for) == (Stage.IN_COMMITTEE, 0)


@pytest.mark.parametrize("stage", [Stage.WITHDRAWN, Stage.REJECTED])
def test_a_lost_bill_is_past_all_committees(stage):
    bill = a_bill(stage=stage)
    assert schedule(bill, 1, BY_COMMITTEE) is None
    assert go_to_committee(bill, COMMITTEE, BY_COORDINATION) is None
    assert (bill.stage, facts_of(bill)) == (stage, [])


@pytest.mark.parametrize("actor", [CHAIR, DEPUTY_CHAIR])
def test_the_presiding_officer_opens_the_reading_and_puts_its_question(actor):
    bill = a_bill(stage=Stage.SCHEDULED)

    open_reading(bill, QUESTION, an_occasion(actor))

    assert (bill.stage, bill.reading, bill.open_question_id) == (Stage.IN_READING, 1, QUESTION)
    [fact] = facts_of(bill)
    assert isinstance(fact, ReadingOpened)
    asked = fact.question
    assert (asked.id, asked.matter, asked.case_id) == (QUESTION, Matter.BILL_READING, bill.id)
    assert (asked.reading, asked.decision) == (1, "maj_law")
    assert asked.digests == TEXTS.digests


@pytest.mark.parametrize("actor", [DEPUTY, CLERK, PRIME_MINISTER])
def test_nobody_else_opens_a_reading(actor):
    with pytest.raises(NotEntitled, match="Chair of the Kurultai"):
        open_reading(a_bill(stage=Stage.SCHEDULED), QUESTION, an_occasion(actor))


@pytest.mark.parametrize("stage", sorted(set(Stage) - {Stage.SCHEDULED}))
def test_no_reading_opens_before_its_time(stage):
    with pytest.raises(NotNow):
        open_reading(a_bill(stage=stage), QUESTION, an_occasion(CHAIR))


@pytest.mark.parametrize(
    ("kind", "reading", "decision"),
    [
        (BillKind.LAW, 1, "maj_law"),
        (BillKind.LAW, 3, "maj_law"),
        (BillKind.CONSTITUTIONAL_LAW, 1, "maj_law"),
        (BillKind.CONSTITUTIONAL_LAW, 2, "maj_law"),
        (BillKind.CONSTITUTIONAL_LAW, 3, "maj_const_law"),
    ],
)
def test_a_constitutional_law_needs_its_own_majority_at_the_third_reading_only(
    kind, reading, decision
):
    bill = a_bill(stage=Stage.SCHEDULED, kind=kind, readings_passed=reading - 1)
    assert decision_for(bill, reading, RULES) == decision
    open_reading(bill, QUESTION, an_occasion(CHAIR))
    assert bill.readings[-1].decision == decision


@pytest.mark.parametrize(
    ("outcome", "reading", "act"),
    [
        (Outcome.ADOPTED, 1, Act.APPROVE_CONCEPT),
        (Outcome.ADOPTED, 2, Act.APPROVE_TEXT),
        (Outcome.ADOPTED, 3, Act.ADOPT),
        (Outcome.REJECTED, 1, Act.REJECT),
        (Outcome.REJECTED, 2, Act.REJECT),
        (Outcome.REJECTED, 3, Act.REJECT),
        (Outcome.NO_DECISION, 1, Act.NOTE_NO_DECISION),
        (Outcome.NO_DECISION, 2, Act.NOTE_NO_DECISION),
        (Outcome.NO_DECISION, 3, Act.NOTE_NO_DECISION),
    ],
)
def test_each_result_calls_for_one_act(outcome, reading, act):
    assert act_called_for(outcome, a_bill_in_reading(reading), RULES) is act


@pytest.mark.parametrize(("reading", "stage"), [(1, Stage.AMENDING), (2, Stage.FINAL_EDIT)])
def test_a_reading_that_is_not_the_last_approves_and_leads_on(reading, stage):
    bill, vote = a_bill_in_reading(reading), a_vote(Outcome.ADOPTED)

    decide(bill, QUESTION, vote, BY_VOTE)

    assert (bill.stage, bill.readings_passed) == (stage, reading)
    assert bill.readings[-1].vote == vote
    [fact] = facts_of(bill)
    assert fact == ReadingApproved(at=NOON, bill_id=bill.id, reading=reading, vote_id=vote.vote_id)


def test_the_last_reading_adopts_the_law_and_ten_days_run_from_that_day():
    bill, vote = a_bill_in_reading(3), a_vote(Outcome.ADOPTED)

    decide(bill, QUESTION, vote, BY_VOTE)

    assert (bill.stage, bill.adopted_at) == (Stage.ADOPTED, NOON)
    assert bill.send_by == date(2026, 12, 10)
    [fact] = facts_of(bill)
    assert isinstance(fact, LawAdopted)
    assert (fact.vote_id, fact.digests) == (vote.vote_id, bill.digests)
    assert fact.send_by == date(2026, 12, 10)


@pytest.mark.parametrize("reading", [1, 2, 3])
def test_the_kurultai_may_reject_at_every_reading(reading):
    bill, vote = a_bill_in_reading(reading), a_vote(Outcome.REJECTED)
    assert decide(bill, QUESTION, vote, BY_VOTE) is Act.REJECT
    assert bill.stage is Stage.REJECTED
    [fact] = facts_of(bill)
    assert fact == BillRejected(at=NOON, bill_id=bill.id, reading=reading, vote_id=vote.vote_id)


def test_at_72_nothing_is_decided_and_at_73_the_same_reading_adopts():
    bill = a_bill_in_reading(3, concluded_for=3)

    decide(bill, QUESTION, judged(72, 60), BY_VOTE)
    assert (bill.stage, bill.readings_passed) == (Stage.SCHEDULED, 2)
    undecided, scheduled = facts_of(bill)
    assert isinstance(undecided, ReadingUndecided)
    assert isinstance(scheduled, ReadingScheduled)
    assert (undecided.reading, scheduled.reading) == (3, 3)

    open_reading(bill, ANOTHER_QUESTION, an_occasion(CHAIR, NOON + timedelta(hours=1)))
    assert bill.reading == 3
    decide(bill, ANOTHER_QUESTION, judged(73, 60), BY_VOTE)

    assert bill.stage is Stage.ADOPTED
    assert [r.vote.tally.votes_for for r in bill.readings if r.vote] == [72, 73]


def test_a_constitutional_law_is_not_adopted_at_96_and_is_at_97():
    short, enough = (a_bill_in_reading(3, kind=BillKind.CONSTITUTIONAL_LAW) for _ in range(2))
    decide(short, QUESTION, judged(96, 1, "maj_const_law"), BY_VOTE)
    decide(enough, QUESTION, judged(97, 0, "maj_const_law"), BY_VOTE)
    assert (short.stage, enough.stage) == (Stage.SCHEDULED, Stage.ADOPTED)


def test_rejection_too_needs_73():
    short, enough = a_bill_in_reading(1), a_bill_in_reading(1)
    decide(short, QUESTION, judged(10, 72), BY_VOTE)
    decide(enough, QUESTION, judged(10, 73), BY_VOTE)
    assert (short.stage, enough.stage) == (Stage.SCHEDULED, Stage.REJECTED)


@pytest.mark.parametrize("outcome", Outcome)
def test_a_result_on_another_question_changes_nothing(outcome):
    bill = a_bill_in_reading(2)
    assert decide(bill, ANOTHER_QUESTION, a_vote(outcome), BY_VOTE) is None
    assert (bill.stage, bill.readings[-1].vote, facts_of(bill)) == (Stage.IN_READING, None, [])


@pytest.mark.parametrize("outcome", Outcome)
def test_a_result_heard_again_changes_nothing(outcome):
    bill, vote = a_bill_in_reading(1), a_vote(outcome)
    decide(bill, QUESTION, vote, BY_VOTE)
    stood = (bill.stage, bill.version, bill.readings)

    assert decide(bill, QUESTION, vote, BY_VOTE) is None

    assert (bill.stage, bill.version, bill.readings) == stood


def test_a_result_comes_too_late_for_a_bill_that_was_withdrawn_meanwhile():
    bill = a_bill_in_reading(3)
    withdraw(bill, REASON, an_occasion())
    assert decide(bill, QUESTION, a_vote(), BY_VOTE) is None
    assert bill.stage is Stage.WITHDRAWN


def test_no_person_decides_in_place_of_the_kurultai():
    with pytest.raises(NotEntitled):
        decide(a_bill_in_reading(3), QUESTION, a_vote(), an_occasion(CHAIR))


def test_after_the_final_edit_the_last_reading_is_due_on_the_corrected_texts():
    bill = a_bill(stage=Stage.FINAL_EDIT, readings_passed=2, text_version=1)
    corrected = Texts("Түзетілген мәтін", "Исправленный текст")

    confirm_final_edit(bill, TEXTS, corrected, an_occasion(CLERK))

    assert (bill.stage, bill.text_version, bill.digests) == (
        Stage.SCHEDULED,
        2,
        corrected.digests,
    )
    done, scheduled = facts_of(bill)
    assert isinstance(done, FinalEditDone)
    assert done.digests == corrected.digests
    assert isinstance(scheduled, ReadingScheduled)
    assert scheduled.reading == 3
    [edit] = bill.edits
    assert (edit.put_in_kk, edit.taken_out_kk) == (2, 3)
    assert (edit.put_in_ru, edit.taken_out_ru) == (2, 4)


def test_without_corrections_the_texts_stay_as_they_were_voted_on():
    bill = a_bill(stage=Stage.FINAL_EDIT, readings_passed=2, text_version=1)
    confirm_final_edit(bill, TEXTS, None, an_occasion(CLERK))
    assert (bill.text_version, bill.digests) == (1, TEXTS.digests)


def test_only_the_clerk_confirms_the_final_edit():
    with pytest.raises(NotEntitled, match="clerk"):
        confirm_final_edit(a_bill(stage=Stage.FINAL_EDIT), TEXTS, None, an_occasion(DEPUTY))
