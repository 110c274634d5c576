"""Adopted, rejected, or neither: a failed vote is no rejection (Constitution 2026, art. 60(5))."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.kernel.rules import (
    Abstain,
    Base,
    Chamber,
    Count,
    DecisionRule,
    Outcome,
    Profile,
    QuorumCheck,
    Tie,
    Visibility,
)

FULL = Chamber(seats=145, filled=145, registered=145)


@pytest.mark.parametrize(
    ("for_", "against", "outcome"),
    [
        (73, 72, Outcome.ADOPTED),
        (72, 73, Outcome.REJECTED),
        (72, 72, Outcome.NO_DECISION),
        (72, 0, Outcome.NO_DECISION),
        (0, 72, Outcome.NO_DECISION),
        (0, 73, Outcome.REJECTED),
        (0, 0, Outcome.NO_DECISION),
    ],
)
def test_between_two_majorities_nothing_is_decided(kurultai, for_, against, outcome):
    count = Count(for_, against, abstained=145 - for_ - against)

    assert kurultai.decision("maj_law").judge(FULL, count) is outcome


@pytest.mark.parametrize(
    ("for_", "against", "outcome"),
    [
        (97, 48, Outcome.ADOPTED),
        (96, 49, Outcome.NO_DECISION),
        (73, 72, Outcome.NO_DECISION),
        (72, 73, Outcome.REJECTED),
    ],
)
def test_a_constitutional_law_may_have_most_votes_and_not_pass(kurultai, for_, against, outcome):
    count = Count(for_, against, abstained=0)

    assert kurultai.decision("maj_const_law").judge(FULL, count) is outcome


@pytest.mark.parametrize("decision", ["override_law", "no_conf_vote", "chair_election"])
def test_where_no_majority_is_set_to_reject_what_fails_is_rejected(kurultai, decision):
    rule = kurultai.decision(decision)

    assert rule.reject is None
    assert rule.judge(FULL, Count(for_=72, against=0, abstained=73)) is Outcome.REJECTED


def test_without_a_quorum_at_the_close_nothing_is_decided(kurultai):
    left = Chamber(seats=145, filled=145, registered=96)

    outcome = kurultai.decision("maj_law").judge(left, Count(for_=96, against=0, abstained=0))

    assert outcome is Outcome.NO_DECISION


def test_a_quorum_looked_at_only_on_doubt_does_not_undo_a_vote(kurultai):
    presumed = kurultai.decision("maj_law").model_copy(
        update={"quorum_checked": (QuorumCheck.ON_DOUBT,)}
    )
    few = Chamber(seats=145, filled=145, registered=80)

    assert presumed.judge(few, Count(for_=80, against=0, abstained=0)) is Outcome.ADOPTED


def test_a_tie_may_call_for_a_revote(bundestag):
    tied, chamber = Count(300, 300, 10), Chamber(709, 709, 610)
    rule = bundestag.decision("maj_law")

    assert rule.judge(chamber, tied) is Outcome.REJECTED
    again = rule.model_copy(update={"tie": Tie.REVOTE})
    assert again.judge(chamber, tied) is Outcome.NO_DECISION


@given(st.data())
def test_one_vote_more_for_never_undoes_an_adoption(kurultai, data):
    rule = kurultai.decision(data.draw(st.sampled_from(["maj_law", "maj_const_law"])))
    for_ = data.draw(st.integers(0, 144))
    against = data.draw(st.integers(0, 144 - for_))

    before = rule.judge(FULL, Count(for_, against, 0))
    after = rule.judge(FULL, Count(for_ + 1, against, 0))

    assert before is not Outcome.ADOPTED or after is Outcome.ADOPTED


@given(st.integers(0, 145), st.integers(0, 145))
def test_every_count_has_exactly_the_outcome_of_its_two_majorities(kurultai, for_, against):
    if for_ + against > 145:
        return
    outcome = kurultai.decision("maj_law").judge(FULL, Count(for_, against, 145 - for_ - against))

    assert (outcome is Outcome.ADOPTED) == (for_ >= 73)
    assert (outcome is Outcome.REJECTED) == (against >= 73)


@pytest.mark.parametrize("decision", ["maj_law", "override_law", "chair_election"])
def test_a_rule_frozen_into_a_vote_comes_back_the_same(kurultai, decision):
    rule = kurultai.decision(decision)

    assert DecisionRule.model_validate(rule.model_dump(mode="json")) == rule
    assert DecisionRule.model_validate_json(rule.model_dump_json()) == rule


def test_the_chair_is_elected_in_secret_and_laws_are_voted_by_name(kurultai):
    assert kurultai.decision("chair_election").visibility is Visibility.SECRET
    assert kurultai.decision("maj_law").visibility is Visibility.OPEN_NAMED


def test_a_roll_call_takes_longer_and_never_makes_a_secret_vote_open(kurultai):
    called = kurultai.decision("maj_law", by_roll_call=True)

    assert (called.visibility, called.window_seconds) == (Visibility.ROLL_CALL, 1800)
    secret = kurultai.decision("chair_election", by_roll_call=True)
    assert secret == kurultai.decision("chair_election")
    assert secret.visibility is Visibility.SECRET


def test_a_parliament_may_have_the_roll_called_for_some_decisions(kurultai_profile):
    lines = kurultai_profile.model_dump()
    for version in lines["parameters"]["voting.roll_call_for"]["versions"].values():
        version["value"] = ("maj_const_law",)
    rules = Profile.model_validate(lines).on(date(2026, 11, 22))

    assert rules.decision("maj_const_law").visibility is Visibility.ROLL_CALL
    assert rules.decision("maj_law").visibility is Visibility.OPEN_NAMED


def test_abstaining_is_not_for_a_law_and_does_not_count_among_votes_cast(kurultai, bundestag):
    assert kurultai.decision("maj_law").abstain is Abstain.NOT_FOR
    assert bundestag.decision("maj_law").abstain is Abstain.EXCLUDED


def test_if_total_means_filled_seats_a_vacancy_lowers_the_bar(kurultai_profile, kurultai):
    lines = kurultai_profile.model_dump()
    base = lines["parameters"]["majority_base"]["versions"]
    next(iter(base.values()))["value"] = "seats_filled"
    filled = type(kurultai_profile).model_validate(lines).on(kurultai_profile.effective_from)
    two_vacant = Chamber(seats=145, filled=143, registered=143)

    assert filled.decision("maj_law").adopt.base is Base.SEATS_FILLED
    assert filled.decision("maj_law").needed(two_vacant) == 72
    assert kurultai.decision("maj_law").needed(two_vacant) == 73
