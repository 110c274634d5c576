"""How many votes carry a question in a chamber of 145, and in any other, exactly."""

from fractions import Fraction
from math import ceil, floor

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from shared.kernel.rules import Base, Chamber, Count, Majority, Outcome, Status

FULL = Chamber(seats=145, filled=145, registered=145)
BARE_QUORUM = Chamber(seats=145, filled=145, registered=97)
RATIOS = ["1/5", "1/4", "1/3", "1/2", "3/5", "2/3", "3/4", "4/5", "1/1"]

sizes = st.integers(1, 500)
ratios = st.sampled_from(RATIOS)


def a_majority(ratio, *, strict=False, base=Base.STATUTORY_SEATS):
    return Majority(base=base, ratio=ratio, strict=strict, source="a test", status=Status.CONFIRMED)


@pytest.mark.parametrize(
    ("decision", "votes", "adopted"),
    [
        ("maj_law", 72, False),
        ("maj_law", 73, True),
        ("maj_resolution", 72, False),
        ("maj_resolution", 73, True),
        ("maj_const_law", 96, False),
        ("maj_const_law", 97, True),
        ("override_law", 96, False),
        ("override_law", 97, True),
        ("override_const_law", 108, False),
        ("override_const_law", 109, True),
        ("chair_election", 72, False),
        ("chair_election", 73, True),
        ("committee_chair_election", 72, False),
        ("committee_chair_election", 73, True),
        ("consent_appointment", 72, False),
        ("consent_appointment", 73, True),
        ("no_conf_vote", 72, False),
        ("no_conf_vote", 73, True),
        ("gov_member_dismiss", 96, False),
        ("gov_member_dismiss", 97, True),
        ("impeachment_final", 108, False),
        ("impeachment_final", 109, True),
    ],
)
def test_a_decision_needs_its_share_of_all_deputies(kurultai, decision, votes, adopted):
    rule = kurultai.decision(decision)

    outcome = rule.judge(FULL, Count(for_=votes, against=0, abstained=145 - votes))

    assert (outcome is Outcome.ADOPTED) == adopted


@pytest.mark.parametrize(
    ("group", "enough"),
    [
        ("quorum_sitting", 97),
        ("maj_reject_bill", 73),
        ("cc_request", 29),
        ("no_conf_initiative", 29),
        ("gov_report_initiative", 49),
        ("extra_session", 49),
        ("impeachment_start", 49),
    ],
)
def test_a_group_of_deputies_is_a_share_of_all(kurultai, group, enough):
    assert kurultai.group(group).needed(kurultai.seats) == enough


@pytest.mark.parametrize(("registered", "met"), [(96, False), (97, True)])
def test_without_97_there_is_no_sitting(kurultai, registered, met):
    chamber = Chamber(seats=145, filled=145, registered=registered)

    assert kurultai.decision("maj_law").quorum_met(chamber) is met


def test_at_a_bare_quorum_one_abstention_fails_a_constitutional_law(kurultai):
    rule = kurultai.decision("maj_const_law")

    outcome = rule.judge(BARE_QUORUM, Count(for_=96, against=0, abstained=1))

    assert outcome is Outcome.NO_DECISION
    assert rule.needed(BARE_QUORUM) == 97


@given(sizes, ratios)
def test_at_least_a_share_is_the_share_rounded_up(whole, ratio):
    assert a_majority(ratio).needed(whole) == ceil(Fraction(ratio) * whole)


@given(sizes, ratios.filter(lambda ratio: Fraction(ratio) < 1))
def test_more_than_a_share_is_the_next_whole_number(whole, ratio):
    assert a_majority(ratio, strict=True).needed(whole) == floor(Fraction(ratio) * whole) + 1


@pytest.mark.parametrize("ratio", RATIOS[:-1])
@pytest.mark.parametrize("strict", [True, False])
def test_every_chamber_up_to_500_agrees_with_fractions(ratio, strict):
    majority, share = a_majority(ratio, strict=strict), Fraction(ratio)

    for whole in range(1, 501):
        needed = majority.needed(whole)
        carries = [votes for votes in range(whole + 2) if _carries(votes, share * whole, strict)]
        assert needed == carries[0]


def _carries(votes, part, strict):
    return votes > part if strict else votes >= part


@given(sizes, ratios, st.booleans())
def test_a_larger_chamber_never_needs_fewer(whole, ratio, strict):
    majority = a_majority(ratio, strict=strict and ratio != "1/1")

    assert majority.needed(whole) <= majority.needed(whole + 1) <= majority.needed(whole) + 1


@given(sizes, ratios, st.booleans())
def test_no_question_needs_more_votes_than_there_are_or_none(whole, ratio, strict):
    majority = a_majority(ratio, strict=strict and ratio != "1/1")

    assert 1 <= majority.needed(whole) <= whole


def test_nothing_is_adopted_by_no_votes_at_all():
    majority = a_majority("2/3", base=Base.BALLOTS_CAST)

    assert majority.needed(0) == 1


@pytest.mark.parametrize(
    ("base", "whole"),
    [
        (Base.STATUTORY_SEATS, 145),
        (Base.SEATS_FILLED, 140),
        (Base.REGISTERED, 120),
        (Base.PRESENT, 120),
        (Base.BALLOTS_CAST, 110),
        (Base.FOR_PLUS_AGAINST, 90),
    ],
)
def test_each_base_has_its_whole(base, whole):
    chamber = Chamber(seats=145, filled=140, registered=120)

    assert a_majority("1/2", base=base).whole(chamber, Count(60, 30, 20)) == whole


def test_a_whole_of_ballots_is_not_known_before_they_are_counted():
    majority = a_majority("1/2", strict=True, base=Base.FOR_PLUS_AGAINST)

    assert not majority.known_before_the_vote
    with pytest.raises(ValueError, match="only when the ballots are counted"):
        majority.whole(FULL)


@pytest.mark.parametrize(
    "ratio",
    [0.5, (0.5, 1), (1, 2.0), "0.5", "1/2/3", "1", "a/b", "-1/2", "1/0", "0/2", "3/2", True],
)
def test_a_share_is_two_integers_and_no_more_than_the_whole(ratio):
    with pytest.raises(ValidationError):
        a_majority(ratio)


def test_nobody_can_be_more_than_all():
    with pytest.raises(ValidationError, match="no majority"):
        a_majority("1/1", strict=True)
