"""Convocations, factions, mandates and committees, and what the opposition is guaranteed."""

from dataclasses import replace

import pytest

from services.committees.domain.acts import composition as acts
from services.committees.domain.composition import Composition, Post
from services.committees.domain.guarantees import CHAIRS, SECRETARIES, guarantee, guarantees
from services.committees.domain.mandate import House
from services.committees.domain.stages import (
    ConvocationStage,
    FactionStage,
    MandateStage,
)
from shared import rules
from shared.contracts.committees import (
    ConvocationConstituted,
    ConvocationFormed,
    FactionChangedSides,
    MandateBegan,
    MandateEnded,
)
from shared.kernel.actor import Role
from shared.kernel.errors import NotEntitled, NotNow
from shared.kernel.occasion import Occasion
from shared.kernel.parameters import Parameter, Status
from tests.committees.builders import (
    ANOTHER_LEADER,
    CHAIR,
    COMMITTEES,
    DEPUTY,
    FACTION_LEADER,
    MAJORITY,
    NOON,
    OF_MAJORITY,
    OF_OPPOSITION,
    PROFILE,
    REGISTRAR,
    SEATS,
    a_committee,
    a_composition,
    a_constituted_composition,
    a_convocation,
    a_faction,
    a_mandate,
    an_occasion,
    chairs,
    secretaries,
)

RULES = PROFILE.on(NOON.date())
AN_OPPOSITION_OF_TWO_SECRETARIES = secretaries(
    (COMMITTEES[0], OF_OPPOSITION[1]), (COMMITTEES[1], OF_OPPOSITION[2])
)


def forming(composition: Composition):
    return a_convocation(stage=ConvocationStage.FORMING, composition=composition)


def test_a_convocation_opens_with_the_seats_of_the_constitution():
    convocation = a_convocation(seats=RULES.seats)
    acts.open_convocation(convocation, an_occasion(REGISTRAR))
    [recorded] = convocation.take_recorded()
    assert isinstance(recorded.fact, ConvocationFormed)
    assert recorded.fact.seats == SEATS


def test_a_second_convocation_of_the_same_number_does_not_open():
    with pytest.raises(NotNow, match="no convocation bears this number"):
        acts.open_convocation(a_convocation(number_taken=True), an_occasion(REGISTRAR))


def test_a_convocation_is_constituted_when_every_guarantee_is_kept():
    convocation = forming(a_constituted_composition())
    acts.constitute(convocation, an_occasion(CHAIR))
    assert convocation.stage is ConvocationStage.CONSTITUTED
    [recorded] = convocation.take_recorded()
    assert isinstance(recorded.fact, ConvocationConstituted)


@pytest.mark.parametrize(
    ("composition", "unmet", "provision"),
    [
        (
            a_composition(committees=frozenset(), opposition=frozenset()),
            "standing committees are formed",
            "Constitution 2026, art. 59(1)",
        ),
        (
            a_constituted_composition(
                posts=chairs((COMMITTEES[0], OF_OPPOSITION[0])) + AN_OPPOSITION_OF_TWO_SECRETARIES
            ),
            "every standing committee has an elected chair",
            "rules profile: committee_chair_election",
        ),
        (
            a_constituted_composition(
                posts=chairs(*zip(COMMITTEES, OF_MAJORITY, strict=False))
                + AN_OPPOSITION_OF_TWO_SECRETARIES
            ),
            "the opposition chairs as many committees as it is guaranteed",
            "rules profile: opposition.chairs_min",
        ),
        (
            a_constituted_composition(
                posts=a_constituted_composition().posts[: len(COMMITTEES)]
                + AN_OPPOSITION_OF_TWO_SECRETARIES[:1]
            ),
            "the opposition has as many committee secretaries as it is guaranteed",
            "rules profile: opposition.secretaries_min",
        ),
    ],
)
def test_a_convocation_waits_for_whatever_is_missing(composition, unmet, provision):
    convocation = forming(composition)
    with pytest.raises(NotNow) as refusal:
        acts.constitute(convocation, an_occasion(CHAIR))
    assert [one.sentence.en for one in refusal.value.unmet] == [unmet]
    assert refusal.value.provision.startswith(provision)
    assert convocation.stage is ConvocationStage.FORMING


def test_the_registrar_constitutes_only_while_there_is_no_chair():
    posts = (*a_constituted_composition().posts, Post(Role.CHAIR, OF_MAJORITY[9]))
    with pytest.raises(NotNow, match="the Chair of the Kurultai acts"):
        acts.constitute(forming(a_constituted_composition(posts=posts)), an_occasion(REGISTRAR))

    without_a_chair = forming(a_constituted_composition())
    acts.constitute(without_a_chair, an_occasion(REGISTRAR))
    assert without_a_chair.stage is ConvocationStage.CONSTITUTED


def test_without_any_opposition_the_guarantees_are_named_and_owed_to_nobody():
    nobody = a_constituted_composition(
        opposition=frozenset(), posts=chairs(*zip(COMMITTEES, OF_MAJORITY, strict=False))
    )
    named = guarantees(nobody, RULES)
    assert [(one.key, one.needed, one.held) for one in named] == [
        (CHAIRS, 1, 0),
        (SECRETARIES, 2, 0),
    ]
    assert not any(one.is_owed for one in named)
    assert all(one.is_kept for one in named)
    acts.constitute(forming(nobody), an_occasion(CHAIR))


def test_a_faction_of_the_opposition_without_deputies_is_owed_nothing():
    empty = a_composition(seats=a_composition().seats[: len(OF_MAJORITY)])
    assert not guarantee(CHAIRS, empty, RULES).is_owed


def test_a_guarantee_counts_offices_of_this_convocations_committees_alone():
    elsewhere = a_composition(
        committees=frozenset(COMMITTEES[1:]), posts=chairs((COMMITTEES[0], OF_OPPOSITION[0]))
    )
    assert guarantee(CHAIRS, elsewhere, RULES).held == 0


def test_a_guarantee_names_the_parameter_its_status_and_its_source():
    assert guarantee(SECRETARIES, a_composition(), RULES).provision == (
        "rules profile: opposition.secretaries_min (last-known: Kazinform, 21.10.2020)"
    )


def test_a_parliament_whose_rules_know_no_such_guarantee_gives_none():
    bundestag = rules.load("bundestag-2017")
    assert guarantees(a_composition(), bundestag.on(NOON.date())) == ()
    convocation = forming(
        a_constituted_composition(posts=chairs(*zip(COMMITTEES, OF_MAJORITY, strict=False)))
    )
    acts.constitute(convocation, Occasion.under(bundestag, CHAIR, NOON))


def test_a_faction_changes_sides_by_its_own_leader():
    faction = a_faction(stage=FactionStage.FORMED, opposition=True)
    acts.change_sides(faction, an_occasion(FACTION_LEADER), opposition=False)
    assert not faction.opposition
    [recorded] = faction.take_recorded()
    assert isinstance(recorded.fact, FactionChangedSides)
    assert not recorded.fact.opposition


def test_the_leader_of_another_faction_does_not_change_its_side():
    faction = a_faction(stage=FactionStage.FORMED)
    with pytest.raises(NotNow, match="a leader acts for their own faction"):
        acts.change_sides(faction, an_occasion(ANOTHER_LEADER), opposition=False)
    assert faction.opposition


def test_where_the_rules_designate_the_opposition_otherwise_nobody_declares_it():
    otherwise = Parameter(
        value="outside_the_majority",
        unit="choice",
        source="press",
        status=Status.LAST_KNOWN,
    )
    parameters = {**RULES.parameters, "opposition.designation": otherwise}
    occasion = Occasion(REGISTRAR, NOON, replace(RULES, parameters=parameters))
    with pytest.raises(NotNow, match="leave it to the factions to declare"):
        acts.change_sides(a_faction(stage=FactionStage.FORMED), occasion, opposition=False)


def test_a_faction_does_not_join_the_side_on_which_it_stands():
    faction = a_faction(stage=FactionStage.FORMED, opposition=True)
    with pytest.raises(NotNow, match="not on that side already"):
        acts.change_sides(faction, an_occasion(REGISTRAR), opposition=True)


def test_a_deputy_who_leads_no_faction_changes_nobodys_side():
    with pytest.raises(NotEntitled):
        acts.change_sides(
            a_faction(stage=FactionStage.FORMED), an_occasion(DEPUTY), opposition=False
        )


def test_a_mandate_begins_with_the_moment_of_the_act():
    mandate = a_mandate()
    acts.begin(mandate, an_occasion(REGISTRAR))
    assert mandate.stage is MandateStage.IN_FORCE
    [recorded] = mandate.take_recorded()
    assert isinstance(recorded.fact, MandateBegan)
    assert (recorded.fact.since, recorded.fact.number) == (NOON, 7)


def test_the_145th_seat_is_filled_and_there_is_no_146th():
    acts.begin(a_mandate(house=House(SEATS, filled=SEATS - 1)), an_occasion(REGISTRAR))
    with pytest.raises(NotNow, match="a seat in the Kurultai is free") as refusal:
        acts.begin(a_mandate(house=House(SEATS, filled=SEATS)), an_occasion(REGISTRAR))
    assert refusal.value.provision == "Constitution 2026, art. 53(1)"


@pytest.mark.parametrize(
    ("house", "but", "unmet"),
    [
        (House(SEATS, number_taken=True), {}, "no other deputy bears this number"),
        (House(SEATS, person_seated=True), {}, "the person holds no other mandate"),
        (
            House(SEATS, faction_known=False),
            {"faction_id": MAJORITY},
            "the faction was formed in the same convocation",
        ),
    ],
)
def test_a_mandate_does_not_begin_beside_another_or_for_a_strange_faction(house, but, unmet):
    with pytest.raises(NotNow) as refusal:
        acts.begin(a_mandate(house=house, **but), an_occasion(REGISTRAR))
    assert [one.sentence.en for one in refusal.value.unmet] == [unmet]


def test_a_mandate_ends_at_the_moment_of_the_act_on_its_ground():
    mandate = a_mandate(stage=MandateStage.IN_FORCE)
    acts.end(mandate, "Constitution 2026, art. 55(4)", an_occasion(REGISTRAR))
    assert (mandate.stage, mandate.until) == (MandateStage.ENDED, NOON)
    [recorded] = mandate.take_recorded()
    assert isinstance(recorded.fact, MandateEnded)


def test_the_eighth_committee_is_formed_and_not_the_ninth():
    seven, eight = frozenset(COMMITTEES[:-1]), frozenset(COMMITTEES)
    committee = a_committee(composition=a_composition(committees=seven))
    acts.form_committee(committee, an_occasion(CHAIR))
    with pytest.raises(NotNow, match="room for another standing committee") as refusal:
        acts.form_committee(
            a_committee(composition=a_composition(committees=eight)), an_occasion(CHAIR)
        )
    assert "committees.max (proposed)" in refusal.value.provision


@pytest.mark.parametrize("case", [a_committee(name_taken=True), a_faction(name_taken=True)])
def test_no_two_bodies_of_a_convocation_bear_one_name(case):
    form = acts.form_faction if hasattr(case, "opposition") else acts.form_committee
    with pytest.raises(NotNow, match="bears this name"):
        form(case, an_occasion(REGISTRAR))
