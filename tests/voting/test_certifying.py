"""What a count becomes under the frozen rule (Constitution 2026, art. 60(5), 61(3), 61(4))."""

from datetime import timedelta

import pytest

from services.voting.domain.certify import CannotCertify, close, proclaim, time_out
from services.voting.domain.evidence import digest_of
from services.voting.domain.stages import VoteStage
from services.voting.domain.vote_acts import open_vote
from shared.contracts.voting import ResultCertified, VoteClosed, VoteOpened
from shared.kernel.errors import NotEntitled, NotNow
from shared.kernel.rules import Outcome
from tests.voting.builders import (
    CHAIR,
    CLOCK,
    DEPUTY,
    NOON,
    RULES,
    SEATS,
    WINDOW,
    a_house,
    a_tally,
    a_vote,
    an_occasion,
)

AT_THE_END = NOON + WINDOW


@pytest.mark.parametrize(
    ("decision", "ballots", "outcome"),
    [
        ("maj_law", {"votes_for": 73}, Outcome.ADOPTED),
        ("maj_law", {"votes_for": 72}, Outcome.NO_DECISION),
        ("maj_law", {"votes_for": 72, "against": 73}, Outcome.REJECTED),
        ("maj_law", {"votes_for": 72, "against": 72}, Outcome.NO_DECISION),
        ("maj_law", {"against": 73}, Outcome.REJECTED),
        ("maj_law", {"against": 72}, Outcome.NO_DECISION),
        ("maj_law", {"abstained": 145}, Outcome.NO_DECISION),
        ("maj_law", {}, Outcome.NO_DECISION),
        ("maj_law", {"votes_for": 96, "registered": 96}, Outcome.NO_DECISION),
        ("maj_const_law", {"votes_for": 97}, Outcome.ADOPTED),
        ("maj_const_law", {"votes_for": 96, "against": 49}, Outcome.NO_DECISION),
        ("maj_const_law", {"votes_for": 97, "registered": 97}, Outcome.ADOPTED),
        ("maj_const_law", {"votes_for": 96, "abstained": 1, "registered": 97}, Outcome.NO_DECISION),
        ("override_law", {"votes_for": 97}, Outcome.ADOPTED),
        ("override_law", {"votes_for": 96}, Outcome.REJECTED),
        ("override_const_law", {"votes_for": 109}, Outcome.ADOPTED),
        ("override_const_law", {"votes_for": 108}, Outcome.REJECTED),
    ],
)
def test_the_result_turns_on_a_single_vote(decision, ballots, outcome):
    tally = a_tally(**ballots)
    house = a_house(registered=SEATS - tally.absent)
    vote = a_vote(decision=decision, counted=tally, chamber=house)

    close(vote, an_occasion(CHAIR, AT_THE_END))

    assert vote.stage is VoteStage.CLOSED
    assert vote.outcome is outcome
    [recorded] = vote.take_recorded()
    fact = recorded.fact
    assert isinstance(fact, VoteClosed)
    assert (fact.outcome, fact.tally, vote.whole) == (outcome, tally, SEATS)
    assert vote.closed_at == AT_THE_END


def test_the_result_names_the_rule_that_made_it_one():
    vote = a_vote(decision="maj_const_law", counted=a_tally(votes_for=97))

    close(vote, an_occasion(CHAIR, AT_THE_END))
    proclaim(vote, an_occasion(CHAIR, AT_THE_END))

    fact = vote.take_recorded()[1].fact
    assert isinstance(fact, ResultCertified)
    assert (fact.needed, fact.whole) == (97, 145)
    assert fact.provision == "Constitution 2026, art. 61(3)"
    assert fact.profile == "kz-kurultai-2026-provisional"


def test_the_rule_is_the_one_that_was_frozen_whatever_the_rules_say_at_the_close():
    frozen = RULES.decision("maj_const_law")
    vote = a_vote(decision="maj_law", rule=frozen, counted=a_tally(votes_for=96))

    close(vote, an_occasion(CHAIR, AT_THE_END))

    assert vote.outcome is Outcome.NO_DECISION
    assert vote.needed == 97


def test_before_the_end_the_chair_closes_only_when_all_registered_have_voted():
    before_the_end = an_occasion(CHAIR, AT_THE_END - timedelta(microseconds=1))

    with pytest.raises(NotNow, match="all registered have voted"):
        close(a_vote(counted=a_tally(votes_for=144)), before_the_end)
    everyone = a_vote(counted=a_tally(votes_for=145))
    close(everyone, before_the_end)

    assert everyone.outcome is Outcome.ADOPTED


def test_the_clock_does_not_close_before_the_end_even_if_all_have_voted():
    vote = a_vote(counted=a_tally(votes_for=145))

    with pytest.raises(NotNow, match="time for voting is over"):
        time_out(vote, an_occasion(CLOCK, AT_THE_END - timedelta(microseconds=1)))
    time_out(vote, an_occasion(CLOCK, AT_THE_END))

    assert vote.outcome is Outcome.ADOPTED


def test_a_deputy_closes_no_vote():
    with pytest.raises(NotEntitled):
        close(a_vote(), an_occasion(DEPUTY, AT_THE_END))


def test_a_closed_vote_is_not_closed_again():
    vote = a_vote(counted=a_tally(votes_for=73))
    close(vote, an_occasion(CHAIR, AT_THE_END))

    with pytest.raises(NotNow):
        close(vote, an_occasion(CHAIR, AT_THE_END))

    assert len(vote.take_recorded()) == 1


@pytest.mark.parametrize(
    "broken",
    [
        {"counted": a_tally(votes_for=73, registered=144).model_copy(update={"absent": 0})},
        {"counted": None},
        {"rule": None},
        {"chamber": None},
    ],
)
def test_a_record_that_contradicts_itself_is_not_certified(broken):
    vote = a_vote(**{"counted": a_tally(votes_for=73)} | broken)

    with pytest.raises(CannotCertify):
        close(vote, an_occasion(CHAIR, AT_THE_END))

    assert not vote.take_recorded()


def test_opening_freezes_the_rule_the_chamber_and_the_end():
    vote = a_vote(VoteStage.PREPARED, "maj_const_law", floor=a_house(registered=120))

    open_vote(vote, an_occasion())

    assert vote.rule == RULES.decision("maj_const_law")
    assert vote.rule_digest == digest_of(vote.rule)
    assert vote.chamber == a_house(registered=120)
    assert vote.closes_at == NOON + WINDOW
    fact = vote.take_recorded()[0].fact
    assert isinstance(fact, VoteOpened)
    assert (fact.needed, fact.roll, fact.registered) == (97, 145, 120)


def test_a_window_of_its_own_goes_before_that_of_the_rules():
    vote = a_vote(VoteStage.PREPARED, window_seconds=90)

    open_vote(vote, an_occasion())

    assert vote.closes_at == NOON + timedelta(seconds=90)


def test_without_a_quorum_no_vote_opens():
    vote = a_vote(VoteStage.PREPARED, floor=a_house(registered=96))

    with pytest.raises(NotNow, match="quorum") as refusal:
        open_vote(vote, an_occasion())

    assert refusal.value.provision == "Constitution 2026, art. 58(5)"
