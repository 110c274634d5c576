"""From the acts on record to deadlines: when they end, stand still, or cannot be known yet."""

from datetime import UTC, date, datetime, timedelta

import pytest

from services.bills.domain import reckoning
from services.bills.domain.deadlines import Ending, Meaning, State
from services.bills.domain.reckoning import deadlines_of
from services.bills.domain.stages import Act, Stage
from services.bills.domain.term_rows import ByTheClock, NamedStart, TermRow
from shared.kernel.actor import Role
from shared.kernel.aggregate import Taken
from shared.kernel.calendars import Calendars
from shared.kernel.rules import Dated, Profile, Starts, Status, Term, Unit
from shared.rules.working_days import calendars_of
from tests.bills.builders import PROFILE, a_bill
from tests.rules.test_rules_of_working_days import a_year

CALENDARS = calendars_of(PROFILE)
NO_CALENDARS = Calendars({})
HOUR = timedelta(hours=1)


def noon(year, month, day):
    """Noon in Astana."""
    return datetime(year, month, day, 7, tzinfo=UTC)


def taken(act, at, target=Stage.SUBMITTED):
    return Taken(
        act=act,
        origin=Stage.DRAFT,
        target=target,
        person_id=None,
        role=Role.CLERK,
        at=at,
        provision="Test Rules, art. 1",
        profile=PROFILE.name,
    )


def but_for(**lines):
    """The profile with other sections."""
    return Profile.model_validate(dict(PROFILE) | lines)


def a_rule(**but):
    whole = {"amount": 5, "unit": Unit.DAYS, "source": "Test Rules", "status": Status.CONFIRMED}
    return Term(**whole | but)


def a_profile(key, **rule):
    """The profile with another rule for one term."""
    line = Dated(versions={PROFILE.effective_from: a_rule(**rule)})
    return but_for(terms=PROFILE.terms | {key: line})


def only(key, acts, *, bill=None, profile=PROFILE, calendars=CALENDARS):
    """The one deadline of that term."""
    found = deadlines_of(bill or a_bill(), acts, profile, calendars)
    [deadline] = [each for each in found if each.term == key]
    return deadline


@pytest.fixture
def instead_of_the_table(monkeypatch):
    """Puts rows in place of the table."""

    def put(*rows):
        monkeypatch.setattr(reckoning, "TERMS", rows)

    return put


@pytest.mark.parametrize(
    ("received", "last"),
    [
        (noon(2027, 1, 31), date(2027, 2, 28)),
        (noon(2028, 1, 31), date(2028, 2, 29)),
        (noon(2026, 11, 30), date(2026, 12, 30)),
    ],
)
def test_the_presidents_month_ends_on_the_same_day_number_or_on_the_last_day(received, last):
    deadline = only("president_term", [taken(Act.SEND_TO_PRESIDENT, received)])

    assert deadline.last_day == last
    before_midnight = datetime(last.year, last.month, last.day, 18, 59, 59, tzinfo=UTC)
    assert deadline.state_at(before_midnight) is State.RUNNING
    assert deadline.state_at(before_midnight + timedelta(seconds=1)) is State.OVERDUE
    assert deadline.days_left(last) == 0
    assert deadline.days_left(last + timedelta(days=3)) == -3


def test_review_by_the_court_stands_outside_the_month():
    sent = taken(Act.SEND_TO_PRESIDENT, noon(2026, 12, 1))
    referred = taken(Act.REFER_TO_COURT, noon(2026, 12, 11))
    decided = taken(Act.NOTE_CONSTITUTIONAL, noon(2027, 2, 1))

    suspended = only("president_term", [sent, referred])
    assert suspended.state_at(noon(2027, 1, 15)) is State.SUSPENDED
    assert (suspended.suspended_at, suspended.last_day) == (referred.at, None)
    assert suspended.days_left(date(2027, 1, 15)) == 21

    resumed = only("president_term", [sent, referred, decided])
    assert resumed.last_day == date(2027, 2, 22)
    assert resumed.days_left(date(2027, 2, 1)) == 21
    assert resumed.state_at(noon(2027, 2, 2)) is State.RUNNING


def test_a_clock_that_stands_still_is_not_stopped_twice():
    days = (1, 5, 8, 10, 12)
    stop, resume = Act.REFER_TO_COURT, Act.NOTE_CONSTITUTIONAL
    acts = (Act.SEND_TO_PRESIDENT, stop, stop, resume, resume)
    record = [taken(act, noon(2026, 12, day)) for act, day in zip(acts, days, strict=True)]
    deadline = only("president_term", record)
    assert deadline.last_day == date(2027, 1, 6)


def test_a_signature_while_the_clock_stands_still_ends_the_term():
    record = [
        taken(Act.SEND_TO_PRESIDENT, noon(2026, 12, 1)),
        taken(Act.REFER_TO_COURT, noon(2026, 12, 5)),
        taken(Act.SIGN, noon(2026, 12, 6)),
    ]
    assert only("president_term", record).state_at(noon(2026, 12, 7)) is State.MET


def test_a_term_of_hours_ends_at_its_minute():
    start = datetime(2026, 12, 1, 7, 30, 45, tzinfo=UTC)
    profile = a_profile("referral", amount=48, unit=Unit.HOURS)
    deadline = only("referral", [taken(Act.ADMIT, start)], profile=profile)
    assert deadline.passes_at == datetime(2026, 12, 3, 7, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("meaning", "state"),
    [
        (Meaning.NOT_LATER, State.OVERDUE),
        (Meaning.NOT_BEFORE, State.OVER),
        (Meaning.COMES, State.OVER),
    ],
)
def test_only_what_had_to_be_done_is_overdue(instead_of_the_table, meaning, state):
    instead_of_the_table(
        TermRow("referral", [Act.ADMIT], [Act.SIGN], [Role.CHAIR], "Test Rules", meaning=meaning)
    )
    profile = a_profile("referral")
    deadline = only("referral", [taken(Act.ADMIT, noon(2026, 12, 1))], profile=profile)
    assert deadline.state_at(noon(2027, 1, 1)) is state


def test_an_act_in_time_and_an_act_too_late_are_told_apart():
    adopted = taken(Act.ADOPT, noon(2026, 12, 1))
    in_time = only("to_president", [adopted, taken(Act.SEND_TO_PRESIDENT, noon(2026, 12, 10))])
    late = only("to_president", [adopted, taken(Act.SEND_TO_PRESIDENT, noon(2026, 12, 11))])

    assert (in_time.in_time(), late.in_time()) == (True, False)
    assert {in_time.state_at(noon(2027, 1, 1)), late.state_at(noon(2027, 1, 1))} == {State.MET}
    assert late.days_left(date(2026, 12, 12)) is None


def test_with_the_bill_its_terms_fall_away():
    record = [
        taken(Act.ADMIT, noon(2026, 12, 1)),
        taken(Act.WITHDRAW, noon(2026, 12, 2), Stage.WITHDRAWN),
    ]
    deadline = only("referral", record)
    assert deadline.state_at(noon(2026, 12, 3)) is State.FELL_AWAY
    assert deadline.ended_by is Act.WITHDRAW


def test_every_run_of_a_term_is_a_deadline_of_its_own():
    record = [
        taken(Act.INTRODUCE, noon(2026, 12, 1)),
        taken(Act.RETURN_INCOMPLETE, noon(2026, 12, 2)),
        taken(Act.INTRODUCE, noon(2026, 12, 3)),
    ]
    bill = a_bill()
    first, second = deadlines_of(bill, record, PROFILE, CALENDARS)
    assert (first.how, second.how) == (Ending.MET, None)
    assert first.id != second.id
    assert [d.id for d in deadlines_of(bill, record, PROFILE, CALENDARS)] == [first.id, second.id]


def test_a_length_that_no_source_gives_is_not_guessed():
    deadline = only("formal_check", [taken(Act.INTRODUCE, noon(2026, 12, 1))])
    assert deadline.rule.amount is None
    assert deadline.state_at(noon(2027, 12, 1)) is State.NOT_COMPUTABLE
    assert (deadline.last_day, deadline.days_left(date(2027, 1, 1))) == (None, None)


def test_working_days_are_counted_by_the_calendar_and_not_without_it():
    profile = a_profile("formal_check", amount=3, unit=Unit.WORKING_DAYS)
    record = [taken(Act.INTRODUCE, noon(2026, 12, 14))]

    known = only("formal_check", record, profile=profile)
    unknown = only("formal_check", record, profile=profile, calendars=NO_CALENDARS)

    assert known.last_day == date(2026, 12, 18)
    assert unknown.state_at(noon(2026, 12, 15)) is State.NOT_COMPUTABLE
    assert unknown.missing_years == (2026,)


def test_working_days_that_run_into_a_year_not_entered_wait_for_it():
    profile = a_profile("formal_check", amount=10, unit=Unit.WORKING_DAYS)
    record = [taken(Act.INTRODUCE, noon(2026, 12, 24))]
    assert only("formal_check", record, profile=profile).missing_years == (2027,)

    entered = Calendars(CALENDARS.years | {2027: a_year(2027, holidays=["2027-01-01"])})
    assert only("formal_check", record, profile=profile, calendars=entered).last_day == date(
        2027, 1, 8
    )


def test_an_end_that_moves_off_a_day_of_rest_needs_only_the_calendar_of_that_day():
    profile = a_profile("referral", amount=30, moves_to_working_day=True)
    in_2026 = only("referral", [taken(Act.ADMIT, noon(2026, 9, 25))], profile=profile)
    in_2027 = only("referral", [taken(Act.ADMIT, noon(2026, 12, 10))], profile=profile)

    assert in_2026.last_day == date(2026, 10, 27)
    assert in_2027.missing_years == (2027,)


def test_calendar_days_ask_for_no_calendar():
    profile = a_profile("referral", amount=30)
    deadline = only(
        "referral",
        [taken(Act.ADMIT, noon(2026, 12, 10))],
        profile=profile,
        calendars=NO_CALENDARS,
    )
    assert deadline.last_day == date(2027, 1, 9)


def test_the_rule_is_that_of_the_day_on_which_the_term_began():
    rules = {PROFILE.effective_from: a_rule(), date(2026, 12, 5): a_rule(amount=20)}
    profile = but_for(terms=PROFILE.terms | {"referral": Dated(versions=rules)})

    before = only("referral", [taken(Act.ADMIT, noon(2026, 12, 4))], profile=profile)
    since = only("referral", [taken(Act.ADMIT, noon(2026, 12, 5))], profile=profile)

    assert (before.last_day, since.last_day) == (date(2026, 12, 9), date(2026, 12, 25))


def test_a_term_that_the_profile_does_not_have_is_not_there():
    terms = {key: line for key, line in PROFILE.terms.items() if key != "referral"}
    profile = but_for(terms=terms)
    assert deadlines_of(a_bill(), [taken(Act.ADMIT, noon(2026, 12, 1))], profile, CALENDARS) == []


NAMED = TermRow(
    "priority_bill",
    starts=[Act.ADMIT],
    ends=[Act.ADOPT],
    by=[Role.KURULTAI],
    provision="Constitution 2026, art. 60(2)",
    counted_from=NamedStart("priority.clock_starts", {"registration": Act.REGISTER}),
)


@pytest.mark.parametrize(
    ("word", "start"),
    [("registration", noon(2026, 12, 1)), ("some_other_day", noon(2026, 12, 5)), (None, None)],
)
def test_the_profile_may_name_another_event_to_count_from(instead_of_the_table, word, start):
    instead_of_the_table(NAMED)
    line = PROFILE.parameters["priority.clock_starts"].on(PROFILE.effective_from)
    named = Dated(versions={PROFILE.effective_from: line.model_copy(update={"value": word})})
    profile = but_for(parameters=PROFILE.parameters | {"priority.clock_starts": named})
    record = [taken(Act.REGISTER, noon(2026, 12, 1)), taken(Act.ADMIT, noon(2026, 12, 5))]
    deadline = only("priority_bill", record, profile=profile)
    assert deadline.started_at == (start or noon(2026, 12, 5))


@pytest.mark.parametrize(
    ("clock", "asked"),
    [
        (ByTheClock(Act.SIGN), True),
        (ByTheClock(Act.SIGN, "president.deemed_signed_on_silence", "alert_only"), True),
        (ByTheClock(Act.SIGN, "president.deemed_signed_on_silence", "deemed_signed"), False),
        (ByTheClock(Act.SIGN, "bill_carry_over.on_new_convocation", "lapsed"), False),
    ],
)
def test_the_clock_acts_only_where_the_profile_asks_it_to(clock, asked):
    assert clock.asked_for(PROFILE.on(date(2026, 12, 1))) is asked


def test_a_reminder_comes_so_many_days_before_the_last_one_and_never_before_the_start():
    profile = a_profile("referral", amount=10, starts=Starts.DAY_AFTER)
    deadline = only("referral", [taken(Act.ADMIT, noon(2026, 12, 1))], profile=profile)
    assert deadline.last_day == date(2026, 12, 11)
    assert deadline.remind_at(3) == datetime(2026, 12, 7, 19, tzinfo=UTC)
    assert deadline.remind_at(10) is None


def test_a_term_that_the_clock_ended_is_over_and_was_not_met(instead_of_the_table):
    clock = ByTheClock(Act.ADOPT)
    instead_of_the_table(
        TermRow("referral", [Act.ADMIT], [Act.SIGN], [Role.CHAIR], "Test Rules", then=clock)
    )
    record = [taken(Act.ADMIT, noon(2026, 12, 1)), taken(Act.ADOPT, noon(2026, 12, 7))]
    deadline = only("referral", record, profile=a_profile("referral"))
    assert (deadline.how, deadline.in_time()) == (Ending.PASSED, None)
    assert deadline.state_at(noon(2026, 12, 8)) is State.OVER
