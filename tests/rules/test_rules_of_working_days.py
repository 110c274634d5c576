"""The working-day calendars on file, and what they leave open."""

from datetime import date

import pytest
from pydantic import ValidationError

from shared.kernel.calendars import Calendars, WorkingYear
from shared.kernel.parameters import Status
from shared.rules.working_days import calendars_of


def a_year(year=2026, **but):
    whole = {
        "year": year,
        "holidays": [],
        "moved_working_days": [],
        "source": "Test Gazette",
        "status": Status.CONFIRMED,
    }
    return WorkingYear.model_validate(whole | but)


def test_of_2026_every_working_day_is_known(kurultai_profile):
    calendars = calendars_of(kurultai_profile)
    days = [date(2026, 1, 1).replace(month=m, day=d) for m in range(1, 13) for d in range(1, 29)]
    assert calendars.unsettled(days[0], days[-1]) == ()
    assert not calendars.calendar.is_working(date(2026, 12, 16))
    assert calendars.calendar.is_working(date(2026, 8, 31))


def test_of_2027_the_days_that_are_not_known_yet_are_not_guessed(kurultai_profile):
    calendars = calendars_of(kurultai_profile)
    assert calendars.unsettled(date(2026, 12, 30), date(2027, 1, 8)) == (2027,)
    assert not calendars.calendar.is_working(date(2027, 3, 15))


def test_a_year_nobody_entered_is_not_settled():
    assert Calendars({2026: a_year()}).unsettled(date(2025, 1, 1), date(2027, 1, 1)) == (2025, 2027)


def test_a_parliament_without_calendars_has_none(bundestag_profile):
    assert calendars_of(bundestag_profile).years == {}


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"holidays": [date(2025, 12, 31)]}, "2025-12-31 is not a day of 2026"),
        (
            {"holidays": [date(2026, 1, 3)], "moved_working_days": [date(2026, 1, 3)]},
            "cannot be a day of rest and a working day",
        ),
        ({"year": 20260}, "less than or equal"),
    ],
)
def test_a_calendar_that_cannot_be_is_refused(wrong, words):
    with pytest.raises(ValidationError, match=words):
        a_year(**wrong)
