"""The table of terms, row by row: what starts each, what ends it, and what follows without it."""

from datetime import date, timedelta

import pytest

from services.bills.domain.deadlines import Ending, Meaning, State
from services.bills.domain.procedure import PROCEDURE
from services.bills.domain.reckoning import deadlines_of
from services.bills.domain.stages import LOST, Act, Stage
from services.bills.domain.term_names import TERM_NAMES
from services.bills.domain.terms import TERMS
from shared.contracts.bills import BillKind
from shared.kernel.actor import Role
from tests.bills.builders import PROFILE, a_bill
from tests.bills.test_reckoning import CALENDARS, a_profile, noon, only, taken

START = noon(2026, 12, 1)
A_MONEY_BILL = {"touches_budget": True}
A_LAW_IN_FORCE_LATER = {"in_effect_on": date(2027, 3, 1)}
UNKNOWN = None

# key, start, end, who must act, last day by our profile, a bill that has it
EXPECTED = [
    ("formal_check", Act.INTRODUCE, Act.REGISTER, "clerk", UNKNOWN, {}),
    ("formal_check", Act.INTRODUCE, Act.RETURN_INCOMPLETE, "clerk", UNKNOWN, {}),
    (
        "government_conclusion",
        Act.REGISTER,
        Act.NOTE_GOVERNMENT_CONCLUSION,
        "government",
        "2026-12-31",
        A_MONEY_BILL,
    ),
    ("government_conclusion", Act.REGISTER, Act.DECLINE, "government", "2026-12-31", A_MONEY_BILL),
    ("referral", Act.ADMIT, Act.NOTE_REFERRAL, "chair", UNKNOWN, {}),
    ("committee_conclusion", Act.NOTE_REFERRAL, Act.NOTE_CONCLUSION, "committee", UNKNOWN, {}),
    ("committee_conclusion", Act.APPROVE_CONCEPT, Act.NOTE_CONCLUSION, "committee", UNKNOWN, {}),
    ("committee_conclusion", Act.POSTPONE, Act.NOTE_CONCLUSION, "committee", UNKNOWN, {}),
    ("committee_conclusion", Act.REPEAT_READING, Act.NOTE_CONCLUSION, "committee", UNKNOWN, {}),
    ("between_readings", Act.APPROVE_CONCEPT, Act.OPEN_READING, "chair", UNKNOWN, {}),
    ("between_readings", Act.APPROVE_TEXT, Act.OPEN_READING, "chair", UNKNOWN, {}),
    ("reading_postponed", Act.POSTPONE, Act.OPEN_READING, "chair", UNKNOWN, {}),
    ("final_edit", Act.APPROVE_TEXT, Act.CONFIRM_FINAL_EDIT, "clerk", UNKNOWN, {}),
    ("priority_bill", Act.GIVE_PRIORITY, Act.ADOPT, "kurultai", "2027-02-01", {}),
    ("priority_bill", Act.GIVE_PRIORITY, Act.NOTE_CONFIDENCE_KEPT, "kurultai", "2027-02-01", {}),
    ("confidence_wait", Act.RAISE_CONFIDENCE, Act.OPEN_CONFIDENCE_VOTE, "chair", "2026-12-03", {}),
    ("to_president", Act.ADOPT, Act.SEND_TO_PRESIDENT, "clerk", "2026-12-10", {}),
    ("to_president", Act.NOTE_CONFIDENCE_KEPT, Act.SEND_TO_PRESIDENT, "clerk", "2026-12-10", {}),
    (
        "to_president",
        Act.ADOPT_IN_PRESIDENTS_WORDING,
        Act.SEND_TO_PRESIDENT,
        "clerk",
        "2026-12-10",
        {},
    ),
    ("president_term", Act.SEND_TO_PRESIDENT, Act.SIGN, "president", "2027-01-01", {}),
    (
        "president_term",
        Act.SEND_TO_PRESIDENT,
        Act.RETURN_BY_PRESIDENT,
        "president",
        "2027-01-01",
        {},
    ),
    ("constitutional_review", Act.REFER_TO_COURT, Act.NOTE_CONSTITUTIONAL, "clerk", UNKNOWN, {}),
    ("constitutional_review", Act.REFER_TO_COURT, Act.NOTE_UNCONSTITUTIONAL, "clerk", UNKNOWN, {}),
    ("revote_term", Act.RETURN_BY_PRESIDENT, Act.OVERRIDE, "kurultai", "2027-01-01", {}),
    ("revote_term", Act.RETURN_BY_PRESIDENT, Act.FAIL_TO_OVERRIDE, "kurultai", "2027-01-01", {}),
    ("sign_after_override", Act.OVERRIDE, Act.SIGN, "president", "2027-01-01", {}),
    ("publication", Act.SIGN, Act.PUBLISH, "president", "2026-12-31", {}),
    ("publication", Act.DEEM_SIGNED, Act.PUBLISH, "president", "2026-12-31", {}),
    ("in_effect", Act.PUBLISH, Act.TAKE_EFFECT, "clock", "2026-12-12", {}),
    ("in_effect", Act.PUBLISH, Act.TAKE_EFFECT, "clock", "2027-03-01", A_LAW_IN_FORCE_LATER),
]
BY_THE_CLOCK = [
    ("president_term", Act.SEND_TO_PRESIDENT, Act.DEEM_SIGNED),
    ("revote_term", Act.RETURN_BY_PRESIDENT, Act.ACCEPT_OBJECTIONS),
]


def a_case_of(key, bill):
    """The bill, and a profile in which the term has a length, be it unknown in ours."""
    known = PROFILE.terms[key].on(PROFILE.effective_from).amount is not None
    return {"bill": a_bill(**bill), "profile": PROFILE if known else a_profile(key)}


def test_every_row_is_tried_with_every_start_and_every_end():
    tried = {(key, start) for key, start, *_ in EXPECTED}
    ended = {(key, end) for key, _, end, *_ in EXPECTED}
    assert tried == {(row.key, act) for row in TERMS for act in row.starts}
    assert ended == {(row.key, act) for row in TERMS for act in row.ends}


@pytest.mark.parametrize("line", EXPECTED, ids=str)
def test_a_term_begins_and_ends_with_its_acts(line):
    key, start, end, who, last, bill = line
    begun = [taken(start, START)]
    done = [*begun, taken(end, START + timedelta(days=2))]
    [row] = [row for row in TERMS if row.key == key]

    deadline = only(key, begun, bill=a_bill(**bill))
    assert (deadline.started_at, deadline.how) == (START, None)
    assert deadline.last_day == (last and date.fromisoformat(last))
    assert who in row.by

    met = only(key, done, **a_case_of(key, bill))
    assert (met.how, met.ended_by) == (Ending.MET, end)
    assert met.state_at(START + timedelta(days=900)) is State.MET


@pytest.mark.parametrize("line", EXPECTED, ids=str)
def test_a_term_that_nobody_met_has_passed(line):
    key, start, *_, bill = line
    deadline = only(key, [taken(start, START)], **a_case_of(key, bill))
    assert deadline.passes_at is not None
    before, after = deadline.passes_at - timedelta(seconds=1), deadline.passes_at
    assert deadline.state_at(before) is State.RUNNING
    late = deadline.meaning is Meaning.NOT_LATER
    assert deadline.state_at(after) is (State.OVERDUE if late else State.OVER)


@pytest.mark.parametrize("line", EXPECTED, ids=str)
@pytest.mark.parametrize("stage", sorted(LOST))
def test_every_term_falls_away_with_its_bill(line, stage):
    key, start, *_, bill = line
    lost = taken(Act.LAPSE, START + timedelta(days=1), stage)
    deadline = only(key, [taken(start, START), lost], **a_case_of(key, bill))
    assert deadline.how is Ending.FELL_AWAY


@pytest.mark.parametrize(("key", "start", "clock"), BY_THE_CLOCK)
def test_an_act_of_the_clock_ends_a_term_that_was_not_met(key, start, clock):
    deadline = only(key, [taken(start, START), taken(clock, START + timedelta(days=40))])
    assert (deadline.how, deadline.ended_by) == (Ending.PASSED, clock)


def test_there_is_no_term_for_what_is_not_due():
    ours = a_bill(initiator=Role.GOVERNMENT, touches_budget=True)
    resolution = a_bill(kind=BillKind.RESOLUTION)
    for bill, act in ((ours, Act.REGISTER), (a_bill(), Act.REGISTER), (resolution, Act.ADOPT)):
        assert deadlines_of(bill, [taken(act, START)], PROFILE, CALENDARS) == []


def test_an_emergency_bill_that_goes_straight_to_its_reading_is_not_to_be_referred():
    record = [taken(Act.ADMIT, START), taken(Act.OPEN_READING, START + timedelta(hours=1))]
    assert only("referral", record).how is Ending.FELL_AWAY


def test_what_leads_outside_the_table_ends_the_terms_of_where_the_bill_was():
    record = [taken(Act.ADMIT, START), taken(Act.RECORD_DEPARTURE, START, Stage.SCHEDULED)]
    assert only("referral", record).how is Ending.FELL_AWAY


def test_a_repeat_vote_has_its_month_and_the_wording_of_the_president_a_month_of_its_own():
    days = [START + timedelta(days=n) for n in range(6)]
    acts = (
        Act.SEND_TO_PRESIDENT,
        Act.RETURN_BY_PRESIDENT,
        Act.FAIL_TO_OVERRIDE,
        Act.ADOPT_IN_PRESIDENTS_WORDING,
        Act.SEND_TO_PRESIDENT,
        Act.SIGN,
    )
    record = [taken(act, at) for act, at in zip(acts, days, strict=True)]
    found = deadlines_of(a_bill(), record, PROFILE, CALENDARS)
    assert [(d.term, d.ended_by) for d in found] == [
        ("president_term", Act.RETURN_BY_PRESIDENT),
        ("revote_term", Act.FAIL_TO_OVERRIDE),
        ("to_president", Act.SEND_TO_PRESIDENT),
        ("president_term", Act.SIGN),
        ("publication", None),
    ]


def test_the_clock_does_not_stop_where_the_rules_do_not_stop_it():
    line = PROFILE.parameters["cc_stop_clock"].on(PROFILE.effective_from)
    profile = a_profile("referral")
    profile.parameters["cc_stop_clock"].versions[PROFILE.effective_from] = line.model_copy(
        update={"value": False}
    )
    sent, referred = taken(Act.SEND_TO_PRESIDENT, START), taken(Act.REFER_TO_COURT, START)
    assert only("president_term", [sent, referred], profile=profile).suspended_at is None


def test_every_act_of_the_table_of_terms_can_be_taken():
    possible = {row.act for row in PROCEDURE.rows}
    assert {act for row in TERMS for act in row.touched_by} <= possible


def test_every_act_of_the_clock_is_called_for_by_a_term():
    by_clock = {row.act for row in PROCEDURE.rows if Role.CLOCK in row.by}
    assert by_clock == {row.then.act for row in TERMS if row.then}


def test_every_term_has_a_name_a_rule_and_somebody_who_must_act():
    for row in TERMS:
        assert row.key in TERM_NAMES
        assert row.key in PROFILE.terms
        assert row.by
