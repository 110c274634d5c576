"""From which lists deputies come, and who succeeds whom."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from services.committees.domain.acts.composition import begin
from services.committees.domain.acts.lists import enter, exclude
from services.committees.domain.mandate import House
from services.committees.domain.succession import Ended, Succession
from shared.kernel.errors import NotNow
from shared.kernel.parameters import Parameter
from tests.committees.builders import (
    CONVOCATION,
    DEPUTY,
    NOON,
    a_mandate,
    a_party_list,
    an_occasion,
    numbered,
)
from tests.committees.chamber import Refused

OVER = Ended(CONVOCATION, is_over=True, is_succeeded=False, by_list=a_party_list().id)
PARTY = {"kk": "№ 1 партия", "ru": "Партия № 1"}


def unmet(act, *given):
    with pytest.raises(NotNow) as refusal:
        act(*given)
    return [(one.sentence.en, one.provision) for one in refusal.value.unmet]


def listed(number, **but):
    """A mandate by a place on the list."""
    party_list = but.pop("party_list", a_party_list())
    whole = {"list_id": party_list.id, "list_number": number, "house": House(seats=145)}
    succession = Succession(party_list, but.pop("ended", None))
    return a_mandate(**whole | {"succession": succession} | but)


def under(setting):
    """An occasion under rules that say who succeeds."""
    occasion = an_occasion()
    written = occasion.rules.parameters["mandates.successor"]
    said = {"mandates.successor": written.model_copy(update={"value": setting})}
    return replace(
        occasion, rules=replace(occasion.rules, parameters={**occasion.rules.parameters, **said})
    )


def test_a_party_has_one_list():
    assert unmet(enter, a_party_list(party_listed=True), an_occasion()) == [
        ("the party has no other list in this convocation", "Constitution 2026, art. 53(1)")
    ]


@pytest.mark.parametrize("twice", [{"number": 1}, {"person_id": DEPUTY.person_id}])
def test_no_place_and_no_person_is_on_it_twice(twice):
    first, *rest = a_party_list().candidates
    also = first.model_copy(update={"number": 7, "person_id": None} | twice)
    [(sentence, _)] = unmet(enter, a_party_list(candidates=(first, *rest, also)), an_occasion())
    assert sentence == "every number and every person is on the list once"


@pytest.mark.parametrize(
    "wrong",
    [
        {"number": 9},
        {"number": 1, "party_list": a_party_list(seated=frozenset({1}))},
        {"number": 1, "party_list": a_party_list(convocation_id=uuid4())},
    ],
    ids=["no such place", "seated before", "of another convocation"],
)
def test_a_seat_is_taken_by_a_free_place_of_the_list(wrong):
    [(sentence, provision)] = unmet(begin, listed(**wrong), an_occasion())
    assert sentence.startswith("the place on the list, if one is named, is there")
    assert provision == "Constitution 2026, art. 53(1)"


def test_nobody_takes_the_place_of_another():
    [(sentence, _)] = unmet(begin, listed(1, person_id=uuid4()), an_occasion())
    assert sentence.startswith("the person is the one whom the list names")


@pytest.mark.parametrize(
    "wrong", [{"convocation_id": uuid4()}, {"is_over": False}, {"is_succeeded": True}]
)
def test_a_mandate_is_succeeded_once_and_when_it_is_over(wrong):
    mandate = listed(2, ended=replace(OVER, **wrong))
    [(sentence, provision)] = unmet(begin, mandate, an_occasion())
    assert sentence.startswith("the mandate to be succeeded is one of this convocation that ended")
    assert provision == "rules profile: mandates.successor (unknown)"


def test_a_successor_is_of_the_same_party():
    mandate = listed(2, ended=replace(OVER, by_list=uuid4()))
    [(sentence, _)] = unmet(begin, mandate, an_occasion())
    assert sentence == "a successor comes from the list of the party whose mandate it was"


def test_where_the_rules_say_so_the_next_on_the_list_succeeds():
    seated = a_party_list(seated=frozenset({1}))
    third = listed(3, ended=OVER, party_list=seated)
    [(sentence, _)] = unmet(begin, third, under("next_on_the_list"))
    assert sentence == "a successor is the next on the list, where the rules say so"
    begin(listed(2, ended=OVER, party_list=seated), under("next_on_the_list"))
    begin(third, under("as_the_party_decides"))
    assert Parameter is type(an_occasion().rules.parameters["mandates.successor"])


def test_who_was_excluded_is_passed_over():
    party_list = a_party_list(seated=frozenset({1}))
    enter(party_list, an_occasion())
    exclude(party_list, 2, "Application", an_occasion())
    assert party_list.next == party_list.at(3)
    assert party_list.at(2).excluded == "Application"
    for number in (1, 2, 9):
        assert len(unmet(exclude, party_list, number, "Application", an_occasion())) == 1


@pytest.mark.parametrize(("forming", "hours", "taken"), [(True, -1, True), (False, -1, False)])
def test_a_mandate_begins_in_the_past_only_while_the_convocation_forms(forming, hours, taken):
    since = NOON + timedelta(hours=hours)
    mandate = a_mandate(forming=forming, since=since)
    if taken:
        begin(mandate, an_occasion())
        assert mandate.since == since
    else:
        [(sentence, _)] = unmet(begin, mandate, an_occasion())
        assert sentence.startswith("it begins now")


def test_no_mandate_begins_in_the_future():
    mandate = a_mandate(since=NOON + timedelta(hours=1))
    assert len(unmet(begin, mandate, an_occasion())) == 1


async def entered(chamber, *people: UUID | None):
    candidates = [
        {"number": n, "name": numbered(n).model_dump(), "person_id": str(one) if one else None}
        for n, one in enumerate(people, start=1)
    ]
    path = f"/convocations/{chamber.convocation}/party-lists"
    return await chamber.post(path, {"party": PARTY, "candidates": candidates})


async def test_a_successor_takes_the_vacant_place_and_the_register_says_whose(chamber):
    first, second, third = uuid4(), uuid4(), uuid4()
    party_list = await entered(chamber, first, second, third)
    by = {"list_id": party_list["id"]}
    mandate = await chamber.seat(first, chamber.majority, **by, list_number=1)
    ending = {"ground": "Resolution No. 5", "because": "left_the_party"}
    await chamber.post(f"/mandates/{mandate['id']}/ending", ending)
    path = f"/convocations/{chamber.convocation}/vacant-mandates"
    [vacant] = await chamber.get(path)

    new = {"list_number": 2, "succeeds": mandate["id"], "number": mandate["number"]}
    successor = await chamber.seat(second, chamber.majority, **by | new)
    with pytest.raises(Refused) as refused:
        await chamber.seat(third, chamber.majority, **by | new | {"list_number": 3, "number": 90})

    assert (vacant["id"], vacant["ended_because"]) == (mandate["id"], "left_the_party")
    assert vacant["next_on_the_list"]["person_id"] == str(second)
    assert successor["succeeds"] == mandate["id"]
    assert await chamber.get(path) == []
    assert refused.value.unmet == [
        "the mandate to be succeeded is one of this convocation that ended and nobody has succeeded"
    ]
    shown = await chamber.get(f"/party-lists/{party_list['id']}")
    assert [one["seated"] for one in shown["candidates"]] == [True, True, False]
    assert shown["next"] == 3


async def test_nobody_who_was_excluded_is_seated(chamber):
    person = uuid4()
    party_list = await entered(chamber, person)
    body = {"number": 1, "ground": "Application of the candidate"}
    shown = await chamber.post(f"/party-lists/{party_list['id']}/exclusions", body)
    with pytest.raises(Refused) as refused:
        await chamber.seat(person, chamber.majority, list_id=party_list["id"], list_number=1)
    assert shown["candidates"][0]["excluded"] == "Application of the candidate"
    assert refused.value.problem["provision"] == "Constitution 2026, art. 53(1)"


async def test_a_mandate_of_an_earlier_day_is_answered_for_at_that_moment(chamber):
    began = datetime.now(UTC) - timedelta(days=20)
    person = uuid4()
    await chamber.seat(person, chamber.majority, since=began.isoformat())

    for hours, there in ((-1, False), (1, True)):
        at = (began + timedelta(hours=hours)).isoformat()
        voters = await chamber.get("/voters", at=at)
        assert (str(person) in {one["person_id"] for one in voters}) is there


async def test_an_earlier_mandate_of_the_same_person_is_not_overlapped(chamber):
    person = uuid4()
    mandate = await chamber.seat(person, chamber.majority)
    await chamber.post(f"/mandates/{mandate['id']}/ending", {"ground": "Resolution No. 5"})
    before = (datetime.now(UTC) - timedelta(days=1)).isoformat()
    with pytest.raises(Refused) as refused:
        await chamber.seat(person, chamber.majority, since=before)
    assert "the person holds no other mandate" in " ".join(refused.value.unmet)


async def test_deputies_of_no_committee_are_listed(chamber):
    committee, member = await chamber.committee(), await chamber.of_the_majority()
    path = f"/convocations/{chamber.convocation}/without-a-committee"
    before = {one["person_id"] for one in await chamber.get(path)}
    body = {"person_id": str(member), "capacity": "member"}
    await chamber.post(f"/bodies/{committee}/members", body)
    after = {one["person_id"] for one in await chamber.get(path)}
    assert before - after == {str(member)}
    assert str(chamber.chair) in after
