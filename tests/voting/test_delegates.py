"""A leader's delegate has the guaranteed floor in the leader's place, and one of the two has it."""

import asyncio
from uuid import uuid4

import pytest

from services.voting.domain.delegation import DelegationAct, DelegationStage
from services.voting.domain.delegations_procedure import DELEGATIONS
from services.voting.service import SERVICE
from shared.kernel.actor import Role
from shared.kernel.text import Language
from tests.voting.floor import LONG_AGO

FACTION, ANOTHER = uuid4(), uuid4()
PROVISION = (
    "rules profile: sittings.guaranteed_floor (last known: Constitutional Law 339-VI, art. 34(2-1))"
)


@pytest.fixture
async def people(floor):
    """The leader of a faction, two of its deputies, and the leader of another faction."""
    leader, one, two, other = floor.deputies[30:34]
    for person, faction in ((leader, FACTION), (one, FACTION), (two, FACTION), (other, ANOTHER)):
        await floor.admin.execute(
            "UPDATE register_mandates SET faction_id = $1 WHERE person_id = $2", faction, person
        )
    for person, faction in ((leader, FACTION), (other, ANOTHER)):
        await floor.admin.execute(
            "INSERT INTO register_offices (office_id, role, body_id, person_id, since) "
            "VALUES ($1, $2, $3, $4, $5)",
            *(uuid4(), Role.FACTION_LEADER.value, faction, person, LONG_AGO),
        )
    return leader, one, two, other


@pytest.fixture
async def sitting(floor):
    return f"/sittings/{await floor.sit(100)}"


def delegate(person, faction=FACTION):
    return {"faction_id": str(faction), "person_id": str(person)}


async def debate_in(floor, sitting):
    return f"/debates/{(await floor.post(f'{sitting}/debates', {}, by=floor.chair))['id']}"


async def test_the_floor_is_guaranteed_to_the_delegate_as_to_the_leader(floor, sitting, people):
    leader, one, *_ = people
    named = await floor.post(f"{sitting}/delegates", delegate(one), by=leader, status=201)
    debate = await debate_in(floor, sitting)
    await floor.post(f"{debate}/list-closing", by=floor.chair)
    asked = await floor.post(f"{debate}/speeches", {"kind": "for_faction"}, by=one, status=201)
    refusal = await floor.post(f"{debate}/ending", by=floor.chair, status=409)

    assert (named["stage"], named["delegate_id"]) == ("named", str(one))
    assert asked["guaranteed"] is True
    assert refusal["provision"] == PROVISION


async def test_it_is_of_one_of_the_two_in_a_debate(floor, sitting, people):
    leader, one, *_ = people
    await floor.post(f"{sitting}/delegates", delegate(one), by=leader)
    debate = await debate_in(floor, sitting)
    await floor.post(f"{debate}/speeches", {"kind": "for_faction"}, by=one)

    again = {"kind": "for_faction"}
    refusal = await floor.post(f"{debate}/speeches", again, by=leader, status=409)
    as_any_deputy = await floor.post(f"{debate}/speeches", {"kind": "debate"}, by=leader)

    [unmet] = refusal["unmet"]
    assert unmet["sentence"].startswith("for a faction its leader speaks, or the delegate")
    assert as_any_deputy["guaranteed"] is False


async def test_after_it_was_taken_back_the_floor_is_the_leaders(floor, sitting, people):
    leader, one, two, _ = people
    named = await floor.post(f"{sitting}/delegates", delegate(one), by=leader)
    taken = await floor.post(f"/delegations/{named['id']}/taking-back", by=leader)
    await floor.post(f"{sitting}/delegates", delegate(two), by=leader)
    debate = await debate_in(floor, sitting)
    refusal = await floor.post(f"{debate}/speeches", {"kind": "for_faction"}, by=one, status=409)
    of_two = await floor.post(f"{debate}/speeches", {"kind": "for_faction"}, by=two)

    assert (taken["stage"], refusal["provision"]) == ("taken_back", PROVISION)
    assert of_two["guaranteed"] is True
    history = await floor.get(f"{sitting}/delegates")
    assert [one["stage"] for one in history] == ["taken_back", "named"]


async def test_who_names_whom(floor, sitting, people):
    leader, one, two, other = people
    path = f"{sitting}/delegates"
    await floor.post(path, delegate(one), by=one, status=403)
    of_others = await floor.post(path, delegate(one), by=other, status=409)
    no_colleague = await floor.post(path, delegate(other), by=leader, status=409)
    oneself = await floor.post(path, delegate(leader), by=leader, status=409)
    await floor.post(path, delegate(one), by=leader)
    second = await floor.post(path, delegate(two), by=leader, status=409)

    sentences = [
        answer["unmet"][0]["sentence"] for answer in (of_others, no_colleague, oneself, second)
    ]
    assert sentences == [
        "whoever names the delegate leads the faction, or takes it back who does",
        "the delegate is another deputy of the faction",
        "the delegate is another deputy of the faction",
        "the faction has no other delegate for the sitting",
    ]


async def test_of_delegates_named_at_once_one_stands(floor, sitting, people):
    leader, one, two, _ = people
    headers = floor.signed(leader)
    answers = await asyncio.gather(
        *(
            floor.http.post(f"{sitting}/delegates", json=delegate(person), headers=headers)
            for person in (one, two) * 5
        )
    )
    assert sorted(answer.status_code for answer in answers) == [201] + [409] * 9


async def test_when_the_sitting_is_over_nobody_is_named(floor, sitting, people):
    leader, one, *_ = people
    await floor.post(f"{sitting}/closing", by=floor.chair)
    refusal = await floor.post(f"{sitting}/delegates", delegate(one), by=leader, status=409)
    assert [one["sentence"] for one in refusal["unmet"]] == ["the sitting is not over"]


def test_the_table_is_whole():
    assert {row.target for row in DELEGATIONS.rows} | {DelegationStage.NEW} == set(DelegationStage)
    assert {row.act for row in DELEGATIONS.rows} == set(DelegationAct)
    for condition in (c for row in DELEGATIONS.rows for c in row.when):
        assert len({condition.sentence.on(language) for language in Language}) == 3
    assert DELEGATIONS in SERVICE.procedures.values()
