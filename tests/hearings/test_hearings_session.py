"""Sessions, the share each initiator has of them, and the notice of a hearing."""

from datetime import UTC, date, datetime, timedelta

import pytest

from services.hearings.domain.acts import call
from services.hearings.domain.acts_of_preparing import decline_to_hold, postpone
from services.hearings.domain.notice import earliest_start
from services.hearings.domain.session import Session, most_in_a_session
from services.hearings.domain.stages import Initiator, Stage
from shared.kernel.errors import NotNow
from shared.kernel.occasion import Occasion
from shared.rules import load
from tests.hearings.builders import (
    CHAIR,
    COMMITTEE_CHAIR,
    LEADER,
    NOON,
    PROFILE,
    REASON,
    a_hearing,
    an_occasion,
    called,
)
from tests.hearings.profiles import with_parameters, with_term

RULES = PROFILE.on(date(2026, 11, 1))
MOST = "hearings.per_session_max."


@pytest.mark.parametrize(
    ("day", "begins", "ends"),
    [
        (date(2026, 9, 1), date(2026, 9, 1), date(2027, 6, 30)),
        (date(2026, 8, 31), date(2025, 9, 1), date(2026, 6, 30)),
        (date(2027, 3, 3), date(2026, 9, 1), date(2027, 6, 30)),
        (date(2029, 9, 3), date(2029, 9, 3), date(2030, 6, 28)),
        (date(2029, 9, 2), date(2028, 9, 1), date(2029, 6, 29)),
    ],
)
def test_a_session_goes_from_september_to_june_and_counts_until_the_next(day, begins, ends):
    session = Session.at(day, RULES)
    assert (session.begins, session.ends) == (begins, ends)
    first, past = session.span
    assert first < past
    assert past.astimezone(UTC).hour == 19


def test_a_parliament_without_sessions_has_none():
    bundestag = load("bundestag-2017")
    assert Session.at(date(2018, 1, 1), bundestag.on(date(2018, 1, 1))) is None


def test_nobody_has_set_how_many_hearings_there_may_be():
    assert [most_in_a_session(RULES, i) for i in Initiator] == [None, None, None]
    call(a_hearing(called_before=99), an_occasion())


def test_beyond_its_share_an_initiator_calls_none():
    profile = with_parameters({MOST + "committee": 2})
    call(a_hearing(called_before=1), Occasion.under(profile, COMMITTEE_CHAIR, NOON))
    hearing = a_hearing(called_before=2)
    with pytest.raises(NotNow, match="fewer hearings in this session") as refusal:
        call(hearing, Occasion.under(profile, COMMITTEE_CHAIR, NOON))
    assert "hearings.per_session_max" in refusal.value.provision
    assert hearing.stage is Stage.NEW


def test_what_the_opposition_is_guaranteed_stands_above_the_most():
    profile = with_parameters({MOST + "opposition": 0})
    occasion = Occasion.under(profile, LEADER, NOON)
    call(a_hearing(Initiator.OPPOSITION, called_before=0), occasion)
    with pytest.raises(NotNow, match="fewer hearings"):
        call(a_hearing(Initiator.OPPOSITION, called_before=1), occasion)


def test_the_hearing_that_the_opposition_is_guaranteed_is_not_declined():
    with pytest.raises(NotNow, match="as it is guaranteed") as refusal:
        decline_to_hold(called(Initiator.OPPOSITION), an_occasion(CHAIR), reason=REASON)
    assert "339-VI, art. 12(4)" in refusal.value.provision

    second = called(Initiator.OPPOSITION, called_before=1)
    decline_to_hold(second, an_occasion(CHAIR), reason=REASON)
    assert (second.stage, second.reason) == (Stage.DECLINED, REASON)


def test_without_a_source_the_notice_cannot_be_computed_and_refuses_nothing():
    assert earliest_start(RULES, NOON) is None
    call(a_hearing(), an_occasion())


@pytest.mark.parametrize(
    ("term", "earliest"),
    [
        ({"amount": 10, "unit": "days"}, datetime(2026, 11, 19, 19, tzinfo=UTC)),
        ({"amount": 1, "unit": "months"}, datetime(2026, 12, 9, 19, tzinfo=UTC)),
        ({"amount": 48, "unit": "hours"}, NOON + timedelta(hours=48)),
        ({"amount": 5, "unit": "working_days"}, None),
    ],
)
def test_the_notice_runs_from_the_call(term, earliest):
    rules = with_term("hearing_notice", **term).on(NOON.date())
    assert earliest_start(rules, NOON) == earliest


def test_a_hearing_called_too_late_is_refused_and_so_is_one_brought_forward():
    profile = with_term("hearing_notice", amount=10, unit="days")
    occasion, instant = Occasion.under(profile, COMMITTEE_CHAIR, NOON), timedelta(microseconds=1)
    earliest = earliest_start(profile.on(NOON.date()), NOON)
    with pytest.raises(NotNow, match="as long before it begins") as refusal:
        call(a_hearing(starts_at=earliest - instant), occasion)
    assert refusal.value.provision == "rules profile: hearing_notice (unknown)"

    hearing = a_hearing(starts_at=earliest)
    call(hearing, occasion)
    with pytest.raises(NotNow, match="as long before"):
        postpone(hearing, occasion, starts_at=earliest - instant)
    postpone(hearing, occasion, starts_at=earliest + instant)
    assert hearing.starts_at == earliest + instant
