"""Debates: who asks for the floor, who has it, and who may not be denied it."""

import asyncio
from uuid import UUID, uuid4

import pytest

from shared.kernel.actor import Role
from tests.voting.floor import LONG_AGO

GUEST = {"kk": "Қаржы министрі", "ru": "Министр финансов"}
DEBATE = {"kind": "debate"}


@pytest.fixture
async def leader(floor):
    person_id = floor.deputies[30]
    await floor.admin.execute(
        "INSERT INTO register_offices (office_id, role, body_id, person_id, since) "
        "VALUES ($1, $2, $3, $4, $5)",
        *(uuid4(), Role.FACTION_LEADER.value, uuid4(), person_id, LONG_AGO),
    )
    return person_id


@pytest.fixture
async def debate(floor):
    """The path of a debate in an open sitting at which 100 deputies are present."""
    opened = await floor.post(f"/sittings/{await floor.sit(100)}/debates", {}, by=floor.chair)
    return f"/debates/{opened['id']}"


async def asked(floor, debate, by, kind="debate"):
    return (await floor.post(f"{debate}/speeches", {"kind": kind}, by=by))["id"]


async def test_speakers_have_the_floor_one_after_another(floor, debate):
    first, second = [await asked(floor, debate, floor.deputies[n]) for n in (10, 11)]

    given = await floor.post(f"/speeches/{first}/giving", by=floor.chair)
    refusal = await floor.post(f"/speeches/{second}/giving", by=floor.chair, status=409)
    await floor.post(f"/speeches/{first}/ending", by=floor.clerk)
    await floor.post(f"/speeches/{second}/giving", by=floor.chair)
    await floor.post(f"/speeches/{second}/ending", by=floor.chair)
    ended = await floor.post(f"{debate}/ending", by=floor.chair)

    assert given["stage"] == "speaking"
    assert "nobody speaks" in refusal["detail"]
    assert [s["stage"] for s in ended["speeches"]] == ["ended", "ended"]
    assert ended["speeches"][0]["given_at"] < ended["speeches"][1]["given_at"]


async def test_nobody_speaks_twice_of_the_same(floor, debate):
    deputy = floor.deputies[10]
    speech_id = await asked(floor, debate, deputy)

    refusal = await floor.post(f"{debate}/speeches", DEBATE, by=deputy, status=409)
    await asked(floor, debate, deputy, "question")
    await floor.post(f"/speeches/{speech_id}/withdrawal", by=deputy)
    await asked(floor, debate, deputy)

    assert refusal["provision"] == "rules profile: speeches.once (unknown)"


async def test_who_asks_twice_at_once_is_on_the_list_once(floor, debate):
    headers = floor.signed(floor.deputies[10])
    answers = await asyncio.gather(
        *(floor.http.post(f"{debate}/speeches", json=DEBATE, headers=headers) for _ in range(8))
    )

    assert sorted(a.status_code for a in answers) == [201] + [409] * 7
    assert len((await floor.get(debate))["speeches"]) == 1


async def test_of_two_who_are_given_the_floor_at_once_one_has_it(floor, debate):
    ids = [await asked(floor, debate, floor.deputies[n]) for n in range(10, 16)]
    headers = floor.signed(floor.chair)

    answers = await asyncio.gather(
        *(floor.http.post(f"/speeches/{one}/giving", headers=headers) for one in ids)
    )

    assert sorted(a.status_code for a in answers) == [200] + [409] * 5


@pytest.mark.parametrize("who", [120, None])
async def test_who_is_not_there_does_not_ask(floor, debate, who):
    by = floor.clerk if who is None else floor.deputies[who]

    refusal = await floor.post(f"{debate}/speeches", DEBATE, by=by, status=409)

    assert refusal["provision"] == "Constitution 2026, art. 55(1)"


async def test_a_guest_is_entered_by_the_apparatus_alone(floor, debate):
    body = {"kind": "report", "guest": GUEST}

    await floor.post(f"{debate}/speeches", body, by=floor.deputies[10], status=409)
    entered = await floor.post(f"{debate}/speeches", body, by=floor.clerk)
    await floor.post(f"{debate}/speeches", body, by=floor.government, status=403)

    assert (entered["guest"], entered["person_id"]) == (GUEST, None)


async def test_after_the_list_is_closed_only_leaders_of_factions_ask(floor, debate, leader):
    await floor.post(f"{debate}/list-closing", by=floor.chair)

    refusal = await floor.post(f"{debate}/speeches", DEBATE, by=floor.deputies[10], status=409)
    speech = await floor.post(f"{debate}/speeches", {"kind": "for_faction"}, by=leader)

    assert refusal["provision"] == (
        "rules profile: sittings.guaranteed_floor "
        "(last known: Constitutional Law 339-VI, art. 34(2-1))"
    )
    assert speech["guaranteed"] is True


async def test_a_debate_does_not_end_over_the_head_of_a_leader(floor, debate, leader):
    await asked(floor, debate, floor.deputies[10])
    speech_id = await asked(floor, debate, leader)

    refusal = await floor.post(f"{debate}/ending", by=floor.chair, status=409)
    await floor.post(f"/speeches/{speech_id}/giving", by=floor.chair)
    await floor.post(f"/speeches/{speech_id}/ending", by=floor.chair)
    ended = await floor.post(f"{debate}/ending", by=floor.chair)

    assert "guaranteed" in refusal["detail"]
    assert ended["stage"] == "ended"


async def test_a_leader_who_asks_while_the_debate_ends_is_heard_or_refused(floor, leader):
    """Never is the request taken, and the debate ended without it."""
    sitting_id = await floor.sit(100)
    for _ in range(6):
        opened = await floor.post(f"/sittings/{sitting_id}/debates", {}, by=floor.chair)
        path = f"/debates/{opened['id']}"
        asking = floor.http.post(f"{path}/speeches", json=DEBATE, headers=floor.signed(leader))
        ending = floor.http.post(f"{path}/ending", headers=floor.signed(floor.chair))
        asked_, ended = await asyncio.gather(asking, ending)
        assert (asked_.status_code, ended.status_code) in {(201, 409), (409, 200)}
        if asked_.status_code == 201:
            speech = asked_.json()["id"]
            await floor.post(f"/speeches/{speech}/withdrawal", by=leader)
            await floor.post(f"{path}/ending", by=floor.chair)


async def test_for_a_faction_its_leader_speaks(floor, debate):
    body = {"kind": "for_faction"}

    refusal = await floor.post(f"{debate}/speeches", body, by=floor.deputies[10], status=409)

    assert "leader" in refusal["detail"]


async def test_a_request_is_withdrawn_by_who_made_it(floor, debate):
    speech_id = await asked(floor, debate, floor.deputies[10])

    await floor.post(f"/speeches/{speech_id}/withdrawal", by=floor.deputies[11], status=409)


async def test_a_debate_is_on_an_item_of_the_agenda(floor):
    sitting_id = await floor.sit()
    body = {"item_id": str(uuid4())}

    await floor.post(f"/sittings/{sitting_id}/debates", body, by=floor.chair, status=409)
    agenda = await floor.post(f"/sittings/{sitting_id}/agenda", by=floor.clerk)
    item_id = await an_item(floor, agenda)
    opened = await floor.post(
        f"/sittings/{sitting_id}/debates", {"item_id": item_id}, by=floor.clerk
    )
    await floor.post(f"/sittings/{sitting_id}/debates", {}, by=floor.clerk, status=409)

    assert opened["item_id"] == item_id


async def test_nobody_is_given_the_floor_on_a_break(floor, debate):
    speech_id = await asked(floor, debate, floor.deputies[10])
    sitting_id = (await floor.get(debate))["sitting_id"]
    await floor.post(f"/sittings/{sitting_id}/break", by=floor.chair)

    await floor.post(f"/speeches/{speech_id}/giving", by=floor.chair, status=409)


async def test_options_say_why_an_act_is_closed(floor, debate):
    speech_id = await asked(floor, debate, floor.deputies[10])
    await floor.post(f"/speeches/{speech_id}/giving", by=floor.chair)

    shown = await floor.get(f"{debate}/options", by=floor.chair)

    ending = next(option for option in shown if option["act"] == "end")
    assert [reason["sentence"] for reason in ending["reasons"]] == ["nobody speaks"]


async def an_item(floor, agenda) -> str:
    headers = floor.signed(floor.clerk) | {"If-Match": f'"{agenda["version"]}"'}
    body = {"kind": "information", "title": {"kk": "Ақпарат", "ru": "Информация"}}
    answer = await floor.http.post(f"/agendas/{agenda['id']}/items", json=body, headers=headers)
    item_id: str = answer.json()["items"][0]["id"]
    assert UUID(item_id)
    return item_id
