"""From the call of a hearing to its recommendations."""

from dataclasses import replace
from datetime import timedelta

import pytest

from services.hearings.domain.acts import adopt_recommendations, call, cancel, hold
from services.hearings.domain.procedure import PROCEDURE
from services.hearings.domain.stages import Act, Initiator, Stage
from shared.contracts.hearings import (
    HearingCalled,
    HearingCancelled,
    HearingHeld,
    RecommendationsAdopted,
)
from shared.kernel.actor import Role
from shared.kernel.errors import NotEntitled, NotNow
from shared.kernel.occasion import Occasion
from shared.kernel.parameters import Parameter, Status
from tests.hearings.builders import (
    ANOTHER_CHAIR,
    ANOTHER_LEADER,
    CALLERS,
    CHAIR,
    CLERK,
    COMMITTEE,
    COMMITTEE_CHAIR,
    DEPUTY,
    LEADER,
    NOON,
    PROFILE,
    REASON,
    RECOMMENDATIONS,
    SEATS,
    a_hearing,
    an_occasion,
    ballots,
    called,
    held,
)

SPEAKS = "the caller speaks for the initiator"


def recommend(hearing, votes_for=19, taking_part=21, by=COMMITTEE_CHAIR):
    adopt_recommendations(
        hearing,
        an_occasion(by),
        recommendations=RECOMMENDATIONS,
        ballots=ballots(votes_for, taking_part),
    )


@pytest.mark.parametrize(
    ("initiator", "role"),
    [
        (Initiator.BUREAU, Role.CHAIR),
        (Initiator.COMMITTEE, Role.COMMITTEE_CHAIR),
        (Initiator.OPPOSITION, Role.FACTION_LEADER),
    ],
)
def test_the_bureau_a_committee_and_the_opposition_call_hearings(initiator, role):
    hearing = a_hearing(initiator)
    call(hearing, an_occasion(CALLERS[initiator]))
    assert hearing.stage is Stage.CALLED
    [recorded] = hearing.take_recorded()
    assert isinstance(recorded.fact, HearingCalled)
    assert (recorded.fact.initiator, recorded.fact.body_id) == (role, hearing.body_id)
    assert recorded.fact.provision.startswith("Constitution 2026, art. 56(18)")


@pytest.mark.parametrize("by", [DEPUTY, CLERK])
def test_others_call_none(by):
    with pytest.raises(NotEntitled):
        call(a_hearing(), an_occasion(by))


@pytest.mark.parametrize(
    ("hearing", "by"),
    [
        (a_hearing(Initiator.COMMITTEE), ANOTHER_CHAIR),
        (a_hearing(Initiator.COMMITTEE), CHAIR),
        (a_hearing(Initiator.COMMITTEE, body_id=None), COMMITTEE_CHAIR),
        (a_hearing(Initiator.OPPOSITION), ANOTHER_LEADER),
        (a_hearing(Initiator.OPPOSITION, seen_opposition=False), LEADER),
        (a_hearing(Initiator.OPPOSITION, body_id=None), LEADER),
        (a_hearing(Initiator.BUREAU, body_id=COMMITTEE), CHAIR),
        (a_hearing(Initiator.BUREAU), COMMITTEE_CHAIR),
    ],
)
def test_nobody_calls_a_hearing_for_whom_they_do_not_speak(hearing, by):
    with pytest.raises(NotNow, match=SPEAKS):
        call(hearing, an_occasion(by))
    assert hearing.stage is Stage.NEW


def test_there_is_no_hearing_on_a_bill_outside_the_register():
    with pytest.raises(NotNow, match="the bill is registered"):
        call(a_hearing(seen_bill=False), an_occasion())


def test_whom_the_rules_do_not_name_calls_no_hearing():
    rules = PROFILE.on(NOON.date())
    others = Parameter(value=("bureau",), unit="choice", source="x", status=Status.UNKNOWN)
    narrow = replace(rules, parameters={**rules.parameters, "hearings.initiators": others})
    with pytest.raises(NotNow, match="the rules let this initiator call hearings") as refusal:
        call(a_hearing(), Occasion(COMMITTEE_CHAIR, NOON, narrow))
    assert refusal.value.provision == "rules profile: hearings.initiators (unknown)"


def test_a_hearing_is_not_held_before_its_time():
    hearing, instant = called(), timedelta(microseconds=1)
    with pytest.raises(NotNow, match="has come"):
        hold(hearing, an_occasion(at=NOON - instant), taking_part=21)
    hold(hearing, an_occasion(at=NOON), taking_part=21)
    assert (hearing.stage, hearing.taking_part) == (Stage.HELD, 21)
    [recorded] = hearing.take_recorded()
    assert isinstance(recorded.fact, HearingHeld)


@pytest.mark.parametrize("by", [COMMITTEE_CHAIR, CLERK])
def test_the_initiator_and_the_apparatus_see_to_it(by):
    hold(called(), an_occasion(by), taking_part=21)


@pytest.mark.parametrize("by", [ANOTHER_CHAIR, LEADER, CHAIR])
def test_others_do_not(by):
    with pytest.raises(NotNow, match="speaks for the initiator, or is of the Apparatus"):
        hold(called(), an_occasion(by), taking_part=21)
    with pytest.raises(NotNow):
        cancel(called(), an_occasion(by), reason=REASON)
    with pytest.raises(NotNow):
        recommend(held(), by=by)


def test_no_more_deputies_take_part_than_the_kurultai_has():
    hold(called(), an_occasion(), taking_part=SEATS)
    with pytest.raises(NotNow, match="than the Kurultai has"):
        hold(called(), an_occasion(), taking_part=SEATS + 1)


def test_a_majority_of_those_taking_part_adopts_the_recommendations():
    hearing = held(taking_part=20)
    with pytest.raises(NotNow, match="a majority of the deputies who took part") as refusal:
        recommend(hearing, votes_for=10, taking_part=20)
    assert refusal.value.provision == "rules profile: hearing_recommendations (unknown)"
    assert (hearing.stage, hearing.recommendations) == (Stage.HELD, ())

    recommend(hearing, votes_for=11, taking_part=20)

    assert (hearing.stage, hearing.votes_for) == (Stage.CONCLUDED, 11)
    [recorded] = hearing.take_recorded()
    assert isinstance(recorded.fact, RecommendationsAdopted)
    assert (recorded.fact.recommendations, recorded.fact.taking_part) == (RECOMMENDATIONS, 20)


@pytest.mark.parametrize(("votes_for", "taking_part"), [(22, 21), (19, 20), (19, 22)])
def test_the_numbers_are_those_of_the_hearing(votes_for, taking_part):
    with pytest.raises(NotNow, match="the numbers fit the hearing"):
        recommend(held(taking_part=21), votes_for=votes_for, taking_part=taking_part)


def test_a_hearing_without_deputies_recommends_nothing():
    with pytest.raises(NotNow, match="a majority of the deputies who took part"):
        recommend(held(taking_part=0), votes_for=0, taking_part=0)


def test_a_hearing_that_was_called_can_be_called_off():
    hearing = called()
    cancel(hearing, an_occasion(), reason=REASON)
    assert (hearing.stage, hearing.reason) == (Stage.CANCELLED, REASON)
    [recorded] = hearing.take_recorded()
    assert isinstance(recorded.fact, HearingCancelled)


def test_a_hearing_that_was_held_is_not_called_off():
    with pytest.raises(NotNow):
        cancel(held(), an_occasion(), reason=REASON)


def test_before_numbers_are_given_the_options_are_open_to_whom_it_concerns():
    open_acts = {o.act for o in PROCEDURE.options(held(), an_occasion()) if o.is_open}
    assert open_acts == {Act.ADOPT_RECOMMENDATIONS}
