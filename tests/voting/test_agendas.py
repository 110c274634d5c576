"""The agenda of a sitting: drawn up, changed by many at once, published, adopted, held."""

import asyncio
from uuid import uuid4

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from services.voting.store.tables import agendas as tables

TITLE = {"kk": "Заң жобасы туралы", "ru": "О законопроекте"}
REASON = {"kk": "Бюроның ұсынысы", "ru": "Предложение Бюро"}


def an_item(number=1, **but):
    title = {"kk": f"№ {number} мәселе", "ru": f"Вопрос № {number}"}
    return {"kind": "reading", "title": title, "minutes": 30} | but


@pytest.fixture
async def agenda(floor):
    sitting_id = await floor.registering()
    return await floor.post(f"/sittings/{sitting_id}/agenda", by=floor.clerk, status=201)


async def change(floor, agenda, path, body=None, **how):
    """A change of the agenda as it was read: by the clerk, unless by somebody else."""
    by, method = how.get("by", floor.clerk), how.get("method", "POST")
    headers = floor.signed(by) | {"if-match": f'"{agenda["version"]}"'}
    url = f"/agendas/{agenda['id']}{path}"
    return await floor.http.request(method, url, json=body, headers=headers)


async def changed(floor, agenda, path, body=None, **how):
    answer = await change(floor, agenda, path, body, **how)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def with_items(floor, agenda, number=3):
    for each in range(1, number + 1):
        agenda = await changed(floor, agenda, "/items", an_item(each))
    return agenda


def titles(agenda):
    return [(item["number"], item["title"]["ru"]) for item in agenda["items"]]


async def test_items_have_numbers_and_times_and_go_where_they_are_dragged(floor, agenda):
    agenda = await with_items(floor, agenda)
    agenda = await changed(floor, agenda, "/items", an_item(kind="break", minutes=15, place=2))
    last = agenda["items"][-1]["id"]
    agenda = await changed(floor, agenda, f"/items/{last}/place", {"place": 1})

    assert [item["number"] for item in agenda["items"]] == [1, 2, None, 3]
    assert titles(agenda)[0] == (1, "Вопрос № 3")
    begins = [item["begins_at"] for item in agenda["items"]]
    assert begins == sorted(begins)
    assert begins[0] == agenda["begins_at"]


async def test_what_is_not_said_to_last_leaves_the_rest_without_times(floor, agenda):
    agenda = await changed(floor, agenda, "/items", an_item(minutes=None))
    agenda = await changed(floor, agenda, "/items", an_item(2))
    assert [bool(item["begins_at"]) for item in agenda["items"]] == [True, False]


async def test_a_change_says_which_version_it_changes_and_misses_none(floor, agenda):
    read = agenda
    first = await changed(floor, read, "/items", an_item(1))
    overtaken = await change(floor, read, "/items", an_item(2))
    blind = await floor.http.post(
        f"/agendas/{agenda['id']}/items", json=an_item(2), headers=floor.signed(floor.clerk)
    )

    assert (overtaken.status_code, overtaken.json()["code"]) == (412, "stale")
    [missed] = overtaken.json()["changes"]
    assert (missed["kind"], missed["version"]) == ("added", first["version"])
    assert missed["after"]["title"]["ru"] == "Вопрос № 1"
    assert blind.status_code == 428
    assert len((await floor.get(f"/agendas/{agenda['id']}"))["items"]) == 1


async def test_a_hundred_who_edit_at_once_lose_no_change(floor):
    """Twenty-five on each of four agendas, every one with a change of their own."""
    sittings = [await floor.registering() for _ in range(4)]
    drawn = [await floor.post(f"/sittings/{one}/agenda", by=floor.clerk) for one in sittings]

    async def edit(agenda, number):
        mine = agenda
        while (answer := await change(floor, mine, "/items", an_item(number))).status_code == 412:
            mine = await floor.get(f"/agendas/{agenda['id']}")
        assert answer.status_code == 200, answer.text

    await asyncio.gather(*(edit(agenda, number) for agenda in drawn for number in range(25)))

    for agenda in drawn:
        there = await floor.get(f"/agendas/{agenda['id']}")
        said = {item["title"]["ru"] for item in there["items"]}
        log = await floor.get(f"/agendas/{agenda['id']}/changes")
        assert said == {f"Вопрос № {number}" for number in range(25)}
        assert [line["version"] for line in log] == list(range(1, 27))
        assert there["version"] == 26


async def test_once_published_every_change_has_a_reason_and_who_made_it(floor, agenda):
    agenda = await changed(floor, await with_items(floor, agenda), "/publication")
    item_id = agenda["items"][0]["id"]
    path = f"/items/{item_id}/taking-off"
    silent = await change(floor, agenda, path, {})
    agenda = await changed(floor, agenda, path, {"reason": REASON})

    assert silent.status_code == 409
    assert len(silent.json()["unmet"]) == 1
    assert [item["number"] for item in agenda["items"]] == [None, 1, 2]
    line = (await floor.get(f"/agendas/{agenda['id']}/changes?after={agenda['version'] - 1}"))[0]
    assert (line["kind"], line["reason"], line["person_id"]) == (
        "taken_off",
        REASON,
        str(floor.clerk),
    )


async def test_how_it_was_adopted_stays_beside_how_it_was_held(floor, agenda):
    agenda = await with_items(floor, agenda, 2)
    refused = await change(floor, agenda, "/adoption")
    agenda = await changed(floor, agenda, "/adoption", by=floor.chair)
    first, second = (item["id"] for item in agenda["items"])
    agenda = await changed(floor, agenda, f"/items/{second}/place", {"place": 1, "reason": REASON})
    agenda = await changed(floor, agenda, f"/items/{second}/beginning")
    busy = await change(floor, agenda, f"/items/{first}/beginning")
    agenda = await changed(floor, agenda, f"/items/{second}/ending")
    over = await change(floor, agenda, f"/items/{second}/place", {"place": 2, "reason": REASON})

    assert refused.status_code == 403
    assert (busy.status_code, over.status_code) == (409, 409)
    assert [item["id"] for item in agenda["adopted"]] == [first, second]
    assert [item["id"] for item in agenda["items"]] == [second, first]
    held = agenda["items"][0]
    assert held["state"] == "held"
    assert held["began_at"] < held["ended_at"]


async def test_a_deputy_changes_nothing_and_nobody_draws_up_two(floor, agenda):
    by_a_deputy = await change(floor, agenda, "/items", an_item(), by=floor.deputies[5])
    assert by_a_deputy.status_code == 403
    await floor.post(f"/sittings/{agenda['about_id']}/agenda", by=floor.clerk, status=409)
    await floor.post(f"/sittings/{uuid4()}/agenda", by=floor.clerk, status=404)
    gone = await change(floor, agenda, f"/items/{uuid4()}/place", {"place": 1})
    assert (gone.status_code, gone.json()["code"]) == (404, "agenda-item-not-found")


async def test_an_item_is_said_otherwise_and_the_log_says_how(floor, agenda):
    agenda = await with_items(floor, agenda, 1)
    path = f"/items/{agenda['items'][0]['id']}"
    agenda = await changed(floor, agenda, path, {"minutes": 45}, method="PATCH")
    line = (await floor.get(f"/agendas/{agenda['id']}/changes"))[-1]
    assert agenda["items"][0]["minutes"] == 45
    assert agenda["items"][0]["title"]["ru"] == "Вопрос № 1"
    assert (line["before"], line["after"]) == ({"minutes": 30}, {"minutes": 45})


@pytest.mark.usefixtures("agenda")
async def test_the_database_itself_keeps_the_change_log(desk):
    async with desk.sessions() as session:
        with pytest.raises(DBAPIError):
            await session.execute(sa.delete(tables.changes))


async def test_a_sitting_shows_its_agenda(floor, agenda):
    agenda = await with_items(floor, agenda, 1)
    assert await floor.get(f"/sittings/{agenda['about_id']}/agenda") == agenda
    [change_open, *_] = [
        option["is_open"]
        for option in await floor.get(f"/agendas/{agenda['id']}/options", by=floor.clerk)
        if option["act"] == "change"
    ]
    assert change_open


async def test_of_ten_who_draw_up_an_agenda_at_once_one_does(floor):
    path = f"/sittings/{await floor.registering()}/agenda"
    headers = floor.signed(floor.clerk)

    answers = await asyncio.gather(*(floor.http.post(path, headers=headers) for _ in range(10)))

    assert sorted(answer.status_code for answer in answers) == [201] + [409] * 9
