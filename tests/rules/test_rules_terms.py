"""When terms end (Law 480-V, art. 14), and that constitutional ones count the day of the event."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.kernel.rules import (
    Calendar,
    NotSettled,
    Starts,
    Status,
    Stop,
    StoppedClock,
    Term,
    Unit,
    YearCount,
)

days = st.dates(date(2026, 7, 1), date(2040, 12, 31))


def a_term(amount, unit, **how):
    return Term(amount=amount, unit=unit, source="a test", status=Status.CONFIRMED, **how)


@pytest.mark.parametrize(
    ("received", "ends"),
    [
        (date(2027, 1, 31), date(2027, 2, 28)),
        (date(2028, 1, 31), date(2028, 2, 29)),
        (date(2026, 11, 30), date(2026, 12, 30)),
        (date(2026, 12, 15), date(2027, 1, 15)),
        (date(2027, 2, 28), date(2027, 3, 28)),
    ],
)
def test_the_presidents_month_ends_on_the_same_day_number_or_the_last(kurultai, received, ends):
    assert kurultai.term("president_term").last_day(received) == ends


def test_years_end_on_the_same_day_or_the_last_of_february():
    term = a_term(1, Unit.YEARS)

    assert term.last_day(date(2026, 9, 1)) == date(2027, 9, 1)
    assert term.last_day(date(2028, 2, 29)) == date(2029, 2, 28)


def test_days_begin_the_day_after_but_constitutional_days_with_the_event():
    ordinary = a_term(10, Unit.DAYS)
    constitutional = a_term(10, Unit.DAYS, starts=Starts.DAY_OF)

    assert ordinary.last_day(date(2026, 9, 1)) == date(2026, 9, 11)
    assert constitutional.last_day(date(2026, 9, 1)) == date(2026, 9, 10)


def test_an_adopted_law_is_sent_by_the_tenth_day_counting_that_of_adoption(kurultai):
    assert kurultai.term("to_president").last_day(date(2026, 11, 2)) == date(2026, 11, 11)


def test_a_law_is_in_effect_when_ten_full_days_after_publication_have_passed(kurultai):
    in_effect = kurultai.term("in_effect")

    assert in_effect.last_day(date(2026, 11, 2)) == date(2026, 11, 12)
    assert in_effect.first_day_after(date(2026, 11, 2)) == date(2026, 11, 13)


def test_a_term_that_ends_on_a_day_of_rest_ends_on_the_next_working_day():
    term = a_term(10, Unit.DAYS, moves_to_working_day=True)
    thursday_off = Calendar(holidays=frozenset({date(2026, 12, 16)}))

    assert term.last_day(date(2026, 11, 25)) == date(2026, 12, 7)
    assert term.last_day(date(2026, 12, 6)) == date(2026, 12, 16)
    assert term.last_day(date(2026, 12, 6), thursday_off) == date(2026, 12, 17)


def test_a_working_day_moved_to_a_saturday_is_one():
    term = a_term(1, Unit.DAYS, moves_to_working_day=True)
    worked = Calendar(moved_working_days=frozenset({date(2026, 12, 5)}))

    assert term.last_day(date(2026, 12, 4)) == date(2026, 12, 7)
    assert term.last_day(date(2026, 12, 4), worked) == date(2026, 12, 5)


def test_working_days_leave_out_weekends_and_holidays():
    term = a_term(10, Unit.WORKING_DAYS)
    holiday = Calendar(holidays=frozenset({date(2026, 12, 16)}))

    assert term.last_day(date(2026, 12, 4)) == date(2026, 12, 18)
    assert term.last_day(date(2026, 12, 4), holiday) == date(2026, 12, 21)


def test_a_session_begins_and_ends_on_working_days():
    calendar = Calendar()

    assert calendar.not_before(date(2029, 9, 1)) == date(2029, 9, 3)
    assert calendar.not_after(date(2029, 6, 30)) == date(2029, 6, 29)


@pytest.mark.parametrize("second", [0, 1, 30, 59])
def test_confidence_is_not_voted_on_after_47_hours_and_59_minutes(kurultai, second):
    put = datetime(2026, 11, 2, 10, 0, second, tzinfo=UTC)

    opens = kurultai.term("confidence_wait").ends_at(put)

    assert put + timedelta(hours=47, minutes=59) < opens <= put + timedelta(hours=48)
    assert opens == datetime(2026, 11, 4, 10, 0, tzinfo=UTC)


def test_hours_are_hours_where_clocks_are_changed():
    put = datetime(2026, 10, 24, 12, 0, tzinfo=ZoneInfo("Europe/Berlin"))

    assert a_term(48, Unit.HOURS).ends_at(put) == datetime(2026, 10, 26, 10, 0, tzinfo=UTC)


def test_hours_need_a_time_zone_and_days_have_no_hour():
    with pytest.raises(ValueError, match="no zone"):
        a_term(48, Unit.HOURS).ends_at(datetime(2026, 11, 2, 10, 0))  # noqa: DTZ001 that is the point
    with pytest.raises(ValueError, match="no end at a time"):
        a_term(2, Unit.DAYS).ends_at(datetime(2026, 11, 2, 10, 0, tzinfo=UTC))
    with pytest.raises(ValueError, match="ends at a time"):
        a_term(48, Unit.HOURS).last_day(date(2026, 11, 2))


def test_a_revote_on_the_day_after_the_month_is_too_late(kurultai):
    revote = kurultai.term("revote_term")
    objections_sent = date(2026, 11, 30)

    last = revote.last_day(objections_sent)

    assert last == date(2026, 12, 30)
    assert revote.first_day_after(objections_sent) == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("year", "earlier", "times"),
    [
        (YearCount.ROLLING, [date(2026, 3, 1), date(2026, 9, 1)], 2),
        (YearCount.ROLLING, [date(2025, 11, 22), date(2026, 9, 1)], 1),
        (YearCount.ROLLING, [date(2025, 11, 23), date(2026, 9, 1)], 2),
        (YearCount.CALENDAR, [date(2025, 12, 31), date(2026, 1, 1)], 1),
        (YearCount.CALENDAR, [date(2026, 1, 1), date(2026, 9, 1)], 2),
    ],
)
def test_a_third_question_of_confidence_in_a_year_is_one_too_many(kurultai, year, earlier, times):
    today = date(2026, 11, 22)

    assert year.times(earlier, today) == times
    assert (times >= kurultai.number("confidence_per_year")) == (times == 2)


def test_the_year_of_confidence_is_settled_provisionally_as_the_stricter_one(kurultai):
    assert YearCount(kurultai.choice("confidence_year")) is YearCount.ROLLING


@given(st.lists(days, max_size=5), days)
def test_what_a_rolling_year_allows_a_calendar_year_allows(earlier, today):
    past = [day for day in earlier if day <= today]

    assert YearCount.CALENDAR.times(past, today) <= YearCount.ROLLING.times(past, today)


def test_the_signing_clock_stands_still_during_review(kurultai):
    clock = StoppedClock(
        kurultai.term("president_term"),
        date(2026, 11, 2),
        (Stop(stopped=date(2026, 11, 12), resumed=date(2027, 1, 20)),),
    )

    assert clock.last_day() == date(2027, 2, 9)
    ran_before = (date(2026, 11, 12) - clock.start).days
    ran_after = (clock.last_day() - date(2027, 1, 20)).days
    assert (ran_before, ran_after) == (10, 20)


@given(days, st.integers(0, 28), st.integers(0, 300), st.integers(0, 20), st.integers(0, 300))
def test_days_before_and_after_stops_add_up_to_the_term(start, run, stood, run_on, stood_again):
    term = a_term(1, Unit.MONTHS, starts=Starts.DAY_OF)
    first = _a_stop(start, run, stood)
    second = _a_stop(first.resumed, run_on, stood_again)

    clock = StoppedClock(term, start, (first, second))

    counted = (clock.last_day() - start).days - stood - stood_again
    assert counted == (term.last_day(start) - start).days


def _a_stop(running_from, run, stood):
    stopped = running_from + timedelta(days=run)
    return Stop(stopped=stopped, resumed=stopped + timedelta(days=stood))


def test_a_clock_stops_only_while_it_runs(kurultai):
    term, start = kurultai.term("president_term"), date(2026, 11, 2)
    before = Stop(stopped=date(2026, 11, 1), resumed=date(2026, 11, 9))
    backwards = Stop(stopped=date(2026, 11, 9), resumed=date(2026, 11, 8))

    for stop in (before, backwards):
        with pytest.raises(ValueError, match="cannot stop"):
            StoppedClock(term, start, (stop,))


def test_a_term_that_no_source_sets_is_not_guessed(kurultai):
    with pytest.raises(NotSettled) as refusal:
        kurultai.term("committee_conclusion")

    assert refusal.value.provision == "not found: Regulations of the Kurultai"


@given(days, st.integers(1, 24))
def test_months_end_on_the_day_number_or_the_last_day_of_the_right_month(start, months):
    last = a_term(months, Unit.MONTHS).last_day(start)

    assert (last.year * 12 + last.month) - (start.year * 12 + start.month) == months
    assert last.day == start.day or (last + timedelta(days=1)).day == 1


@given(days, st.integers(1, 60))
def test_a_longer_term_never_ends_earlier(start, amount):
    for unit in (Unit.DAYS, Unit.WORKING_DAYS, Unit.MONTHS, Unit.YEARS):
        shorter, longer = a_term(amount, unit), a_term(amount + 1, unit)
        assert shorter.last_day(start) < longer.last_day(start)


@given(days, st.integers(1, 60))
def test_a_term_in_working_days_ends_on_one(start, amount):
    assert Calendar().is_working(a_term(amount, Unit.WORKING_DAYS).last_day(start))
