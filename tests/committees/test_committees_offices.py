"""Who may take which office, and what becomes of it."""

import pytest

from services.committees.domain.acts import offices as acts
from services.committees.domain.composition import Post
from services.committees.domain.stages import OfficeAct, OfficeStage
from shared.contracts.committees import OfficeLeft, OfficeTaken
from shared.kernel.actor import Role
from shared.kernel.errors import NotEntitled, NotNow
from tests.committees.builders import (
    CHAIR,
    COMMITTEES,
    MAJORITY,
    NOON,
    OF_MAJORITY,
    OF_OPPOSITION,
    OPPOSITION,
    REGISTRAR,
    THE_KURULTAI,
    THE_REGISTER,
    a_composition,
    a_person,
    an_occasion,
    an_office,
    chairs,
)

A_STRANGER = a_person(number=999).person_id


def held(role, *people, body_id=None):
    return a_composition(posts=tuple(Post(role, person, body_id) for person in people))


def unmet_by(office, by=REGISTRAR):
    with pytest.raises(NotNow) as refusal:
        acts.take(office, an_occasion(by))
    assert office.stage is OfficeStage.NEW
    return [one.sentence.en for one in refusal.value.unmet]


@pytest.mark.parametrize(
    ("role", "body_id"),
    [
        (Role.REGISTRAR, None),
        (Role.CLERK, None),
        (Role.CHAIR, None),
        (Role.DEPUTY_CHAIR, None),
        (Role.PRESIDENT, None),
        (Role.PRIME_MINISTER, None),
        (Role.GOVERNMENT, None),
        (Role.PEOPLES_COUNCIL, None),
        (Role.FACTION_LEADER, MAJORITY),
        (Role.COMMITTEE_SECRETARY, COMMITTEES[0]),
    ],
)
def test_an_office_is_taken_from_the_moment_it_is_entered(role, body_id):
    office = an_office(role, body_id=body_id)
    acts.take(office, an_occasion(REGISTRAR))
    assert office.stage is OfficeStage.HELD
    [recorded] = office.take_recorded()
    assert isinstance(recorded.fact, OfficeTaken)
    assert (recorded.fact.role, recorded.fact.body_id) == (role, body_id)
    assert recorded.fact.since == NOON


def test_only_the_registrar_enters_offices():
    with pytest.raises(NotEntitled):
        acts.take(an_office(), an_occasion(CHAIR))


def test_nobody_is_entered_as_committee_chair():
    office = an_office(Role.COMMITTEE_CHAIR, body_id=COMMITTEES[0])
    with pytest.raises(NotNow, match="whom the Kurultai elects") as refusal:
        acts.take(office, an_occasion(REGISTRAR))
    assert "Law on committees and commissions, art. 7" in refusal.value.provision


@pytest.mark.parametrize(
    ("role", "body_id"),
    [
        (Role.CHAIR, None),
        (Role.DEPUTY_CHAIR, None),
        (Role.COMMITTEE_SECRETARY, COMMITTEES[0]),
    ],
)
def test_an_office_of_a_deputy_is_not_for_a_stranger(role, body_id):
    office = an_office(role, body_id=body_id, person_id=A_STRANGER)
    assert unmet_by(office) == ["the person holds a mandate, where the office is a deputy's"]


def test_the_president_needs_no_mandate():
    acts.take(an_office(Role.PRESIDENT, person_id=A_STRANGER), an_occasion(REGISTRAR))


@pytest.mark.parametrize("role", [Role.CHAIR, Role.PRESIDENT, Role.PRIME_MINISTER])
def test_there_is_one_at_a_time(role):
    office = an_office(role, composition=held(role, OF_MAJORITY[1]))
    assert unmet_by(office) == ["the office is vacant, where one person holds it at a time"]


def test_there_may_be_several_clerks():
    acts.take(
        an_office(Role.CLERK, composition=held(Role.CLERK, *OF_MAJORITY[1:])),
        an_occasion(REGISTRAR),
    )


def test_the_third_deputy_chair_is_entered_and_not_the_fourth():
    two, three = OF_MAJORITY[1:3], OF_MAJORITY[1:4]
    acts.take(
        an_office(Role.DEPUTY_CHAIR, composition=held(Role.DEPUTY_CHAIR, *two)),
        an_occasion(REGISTRAR),
    )
    fourth = an_office(Role.DEPUTY_CHAIR, composition=held(Role.DEPUTY_CHAIR, *three))
    assert unmet_by(fourth) == ["there is room for another deputy chair"]


def test_nobody_takes_an_office_twice():
    office = an_office(Role.CLERK, composition=held(Role.CLERK, OF_MAJORITY[0]))
    assert unmet_by(office) == ["the person does not hold this office already"]


@pytest.mark.parametrize(
    "office",
    [
        an_office(Role.COMMITTEE_SECRETARY, body_id=None),
        an_office(Role.CLERK, body_id=COMMITTEES[0]),
    ],
)
def test_the_body_is_named_where_there_is_one_and_only_there(office):
    assert unmet_by(office) == [
        "the faction or committee is named, where the office is held in one, and only there"
    ]


def test_a_faction_is_led_by_one_of_its_own():
    office = an_office(Role.FACTION_LEADER, body_id=OPPOSITION, person_id=OF_MAJORITY[0])
    assert unmet_by(office) == ["the leader of a faction is one of its deputies"]
    acts.take(
        an_office(Role.FACTION_LEADER, body_id=OPPOSITION, person_id=OF_OPPOSITION[0]),
        an_occasion(REGISTRAR),
    )


def test_every_faction_has_its_own_leader():
    led = held(Role.FACTION_LEADER, OF_MAJORITY[1], body_id=MAJORITY)
    ours = an_office(Role.FACTION_LEADER, body_id=MAJORITY, composition=led)
    assert unmet_by(ours) == ["the office is vacant, where one person holds it at a time"]
    theirs = an_office(
        Role.FACTION_LEADER, body_id=OPPOSITION, person_id=OF_OPPOSITION[0], composition=led
    )
    acts.take(theirs, an_occasion(REGISTRAR))


def test_everything_that_is_missing_is_named_at_once():
    office = an_office(
        Role.CHAIR, person_id=A_STRANGER, composition=held(Role.CHAIR, OF_MAJORITY[1])
    )
    assert len(unmet_by(office)) == 2


def test_the_founder_opens_the_register_once():
    office = an_office(Role.REGISTRAR)
    acts.found(office, an_occasion(THE_REGISTER))
    assert office.stage is OfficeStage.HELD
    with pytest.raises(NotNow, match="nobody has opened the register before"):
        acts.found(an_office(Role.REGISTRAR, opened_before=True), an_occasion(THE_REGISTER))


def test_the_kurultai_elects_to_a_vacant_chair_alone():
    chair = an_office(Role.COMMITTEE_CHAIR, body_id=COMMITTEES[0])
    acts.elect(chair, an_occasion(THE_KURULTAI))
    taken = a_composition(posts=chairs((COMMITTEES[0], OF_MAJORITY[1])))
    second = an_office(Role.COMMITTEE_CHAIR, body_id=COMMITTEES[0], composition=taken)
    with pytest.raises(NotNow, match="the office is vacant"):
        acts.elect(second, an_occasion(THE_KURULTAI))


def test_an_office_is_left_at_the_moment_of_the_act():
    office = an_office(Role.CLERK, stage=OfficeStage.HELD)
    acts.leave(office, "Order No. 2", an_occasion(REGISTRAR))
    assert (office.stage, office.until) == (OfficeStage.LEFT, NOON)
    [recorded] = office.take_recorded()
    assert isinstance(recorded.fact, OfficeLeft)


def test_the_last_registrar_stays():
    alone = held(Role.REGISTRAR, OF_MAJORITY[0])
    office = an_office(Role.REGISTRAR, stage=OfficeStage.HELD, composition=alone)
    with pytest.raises(NotNow, match="another registrar remains"):
        acts.leave(office, "Order No. 2", an_occasion(REGISTRAR))

    office.composition = held(Role.REGISTRAR, *OF_MAJORITY[:2])
    acts.leave(office, "Order No. 2", an_occasion(REGISTRAR))


def test_the_chair_that_keeps_the_guarantee_may_be_left_for_the_law_is_silent():
    office = an_office(
        Role.COMMITTEE_CHAIR,
        body_id=COMMITTEES[0],
        person_id=OF_OPPOSITION[0],
        stage=OfficeStage.HELD,
        composition=a_composition(posts=chairs((COMMITTEES[0], OF_OPPOSITION[0]))),
    )
    acts.leave(office, "Resignation", an_occasion(REGISTRAR))
    assert office.stage is OfficeStage.LEFT


def test_an_office_lapses_with_the_mandate():
    office = an_office(Role.CHAIR, stage=OfficeStage.HELD)
    options = {o.act: o.is_open for o in acts.OFFICES.options(office, an_occasion(REGISTRAR))}
    assert options == {
        OfficeAct.END: True,
        OfficeAct.RECALL: False,
        OfficeAct.LAPSE: False,
        OfficeAct.EXPIRE: False,
    }
    acts.lapse(office, "Constitution 2026, art. 55(4)", an_occasion(REGISTRAR))
    assert office.stage is OfficeStage.LEFT
