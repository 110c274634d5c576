"""The law changes by a line in a file: which version holds, what is open, what is not there."""

from datetime import date

import pytest

from shared.kernel.errors import DomainError
from shared.kernel.rules import NotSettled, Profile


@pytest.fixture
def lines(kurultai_profile):
    return kurultai_profile.model_dump(mode="json")


def with_window(lines, day, seconds):
    versions = lines["parameters"]["voting.window_seconds"]["versions"]
    versions[day] = {**versions["2026-07-01"], "value": seconds}
    return Profile.model_validate(lines)


def test_an_amendment_holds_from_its_day_on(lines):
    profile = with_window(lines, "2027-01-01", 20)

    assert profile.on(date(2026, 12, 31)).decision("maj_law").window_seconds == 30
    assert profile.on(date(2027, 1, 1)).decision("maj_law").window_seconds == 20


def test_the_digest_changes_when_what_is_in_force_changes_and_not_before(lines, kurultai):
    profile = with_window(lines, "2027-01-01", 20)

    assert profile.on(date(2026, 12, 31)).digest == kurultai.digest
    assert profile.on(date(2027, 1, 1)).digest != kurultai.digest


def test_the_digest_is_a_sha256(kurultai):
    assert len(bytes.fromhex(kurultai.digest)) == 32


def test_a_profile_is_not_used_before_it_takes_effect(kurultai_profile):
    with pytest.raises(LookupError, match="in effect from 2026-07-01"):
        kurultai_profile.on(date(2026, 6, 30))


def test_a_value_that_nobody_set_is_refused_in_three_languages(kurultai):
    with pytest.raises(NotSettled) as refusal:
        kurultai.number("readings.emergency_readings")

    assert isinstance(refusal.value, DomainError)
    assert refusal.value.code == "not-settled"
    assert refusal.value.provision == "not found: Regulations of the Kurultai"
    message = refusal.value.message
    assert all("readings.emergency_readings" in words for words in (message.kk, message.ru))


@pytest.mark.parametrize("ask", ["decision", "group", "term", "number", "flag", "choice"])
def test_a_key_that_is_not_there_is_our_mistake(kurultai, ask):
    with pytest.raises(KeyError, match="no “maj_lwa” here"):
        getattr(kurultai, ask)("maj_lwa")


@pytest.mark.parametrize(
    ("ask", "key"),
    [
        ("number", "voting.remote"),
        ("number", "voting.tie"),
        ("flag", "seats"),
        ("choice", "seats"),
        ("choices", "voting.tie"),
    ],
)
def test_a_question_of_the_wrong_kind_is_our_mistake(kurultai, ask, key):
    with pytest.raises(TypeError, match=key):
        getattr(kurultai, ask)(key)


def test_each_question_has_its_answer(kurultai):
    assert kurultai.seats == 145
    assert kurultai.number("readings.count") == 3
    assert kurultai.flag("voting.remote") is False
    assert kurultai.choice("majority_base") == "statutory_seats"
    assert kurultai.choices("introduction.languages") == ("kk", "ru")
    assert kurultai.numbers("readings.constitutional_law_majority_applies_at") == (3,)


def test_a_vote_waits_for_a_value_that_the_law_has_not_set(lines):
    profile = with_window(lines, "2027-01-01", None)

    with pytest.raises(NotSettled, match=r"voting\.window_seconds"):
        profile.on(date(2027, 1, 1)).decision("maj_law")
