"""Nobody overwrites what they have not seen."""

import asyncio
from uuid import uuid4

import pytest
import sqlalchemy as sa

from tests.web.web_service import KEPT

NEW = {"title": {"kk": "Жаңа", "ru": "Новая"}}


async def test_what_is_shown_carries_its_version(http, lodge):
    petition = await lodge()

    answer = await http.get(f"/petitions/{petition['id']}")

    assert answer.headers["etag"] == '"1"'


async def test_what_is_created_tells_its_place_and_version(http, signed):
    answer = await http.post("/petitions", json=NEW, headers=signed)

    assert answer.status_code == 201
    assert answer.headers["location"] == f"/petitions/{answer.json()['id']}"
    assert answer.headers["etag"] == '"1"'
    assert (await http.get(answer.headers["location"])).status_code == 200


async def test_what_is_changed_carries_its_new_version(http, signed, lodge):
    petition = await lodge()

    answer = await http.patch(
        f"/petitions/{petition['id']}", json=NEW, headers=signed | {"If-Match": '"1"'}
    )

    assert (answer.status_code, answer.headers["etag"]) == (200, '"2"')
    assert answer.json()["version"] == 2


async def test_an_edit_of_an_older_version_changes_nothing(http, signed, lodge):
    petition = await lodge()
    path = f"/petitions/{petition['id']}"
    await http.patch(path, json=NEW, headers=signed | {"If-Match": '"1"'})
    before = (await http.get(path)).json()

    other = {"title": {"kk": "Басқа", "ru": "Другая"}}
    answer = await http.patch(path, json=other, headers=signed | {"If-Match": '"1"'})

    assert (answer.status_code, answer.json()["code"]) == (412, "stale")
    assert (await http.get(path)).json() == before


async def test_an_act_on_an_older_version_is_refused_too(http, signed, lodge):
    petition = await lodge()
    path = f"/petitions/{petition['id']}"
    await http.patch(path, json=NEW, headers=signed | {"If-Match": "*"})

    answer = await http.post(f"{path}/filing", headers=signed | {"If-Match": '"1"'})

    assert answer.status_code == 412
    assert (await http.get(path)).json()["stage"] == "lodged"


async def test_an_edit_without_a_version_is_not_taken(http, signed, lodge):
    petition = await lodge()

    answer = await http.patch(f"/petitions/{petition['id']}", json=NEW, headers=signed)

    assert (answer.status_code, answer.json()["code"]) == (428, "precondition-required")


async def test_a_star_matches_whatever_stands(http, signed, lodge):
    petition = await lodge()

    answer = await http.patch(
        f"/petitions/{petition['id']}", json=NEW, headers=signed | {"If-Match": "*"}
    )

    assert answer.status_code == 200


@pytest.mark.parametrize("tag", ["1", '"1', '"1", "2"', "W/1", "", '"a"b"', "'1'"])
async def test_a_malformed_version_is_the_senders_mistake(http, signed, lodge, tag):
    petition = await lodge()

    answer = await http.patch(
        f"/petitions/{petition['id']}", json=NEW, headers=signed | {"If-Match": tag}
    )

    assert (answer.status_code, answer.json()["code"]) == (400, "bad-if-match")


@pytest.mark.parametrize("tag", ['W/"1"', f'"{"9" * 5000}"', '"abc"', '"-1"', '"²"', '""'])
async def test_a_tag_that_we_never_give_never_matches(http, signed, lodge, tag):
    petition = await lodge()

    headers = {k.encode(): v.encode("latin-1") for k, v in (signed | {"If-Match": tag}).items()}
    answer = await http.patch(f"/petitions/{petition['id']}", json=NEW, headers=headers)

    assert answer.status_code == 412
    assert (await http.get(f"/petitions/{petition['id']}")).json()["version"] == 1


async def test_an_act_that_did_not_compare_the_version_is_not_committed(http, signed, lodge):
    petition = await lodge()

    answer = await http.post(
        f"/petitions/{petition['id']}/notes", headers=signed | {"If-Match": '"7"'}
    )

    assert (answer.status_code, answer.json()["code"]) == (412, "not-compared")
    assert (await http.get(f"/labels/{petition['id']}")).json() == 0


async def test_a_version_where_there_is_no_case_is_refused(http, signed):
    answer = await http.post("/petitions", json=NEW, headers=signed | {"If-Match": '"1"'})

    assert answer.status_code == 412


async def test_a_reader_who_has_the_version_is_sent_nothing(http, lodge):
    petition = await lodge()

    answer = await http.get(f"/petitions/{petition['id']}", headers={"If-None-Match": '"0", W/"1"'})

    assert (answer.status_code, answer.content, answer.headers["etag"]) == (304, b"", '"1"')


@pytest.mark.parametrize("tag", ['"2"', '"11"', "nonsense"])
async def test_a_reader_who_has_another_version_is_sent_the_case(http, lodge, tag):
    petition = await lodge()

    answer = await http.get(f"/petitions/{petition['id']}", headers={"If-None-Match": tag})

    assert answer.json() == petition


async def test_options_are_always_sent_for_they_change_with_the_reader(http, signed, lodge):
    petition = await lodge()

    answer = await http.get(
        f"/petitions/{petition['id']}/options", headers=signed | {"If-None-Match": '"1"'}
    )

    assert (answer.status_code, answer.headers["etag"]) == (200, '"1"')


async def test_what_is_no_json_is_shown_as_it_is(http):
    answer = await http.get(f"/documents/{uuid4()}", headers={"If-None-Match": "*"})

    assert answer.content.startswith(b"%PDF")
    assert "etag" not in answer.headers


async def test_of_many_edits_of_one_version_exactly_one_is_taken(http, signed, lodge):
    petition = await lodge()
    path, headers = f"/petitions/{petition['id']}", signed | {"If-Match": '"1"'}

    answers = await asyncio.gather(
        *(http.patch(path, json=NEW, headers=headers) for _ in range(12))
    )

    statuses = sorted(answer.status_code for answer in answers)
    assert statuses[0] == 200
    assert set(statuses[1:]) <= {409, 412}
    assert (await http.get(path)).json()["version"] == 2


async def test_whose_place_among_the_facts_was_taken_was_overtaken(http, signed, lodge, engine):
    petition = await lodge()
    fact = {
        "event_id": uuid4(),
        "type": "samples.petition_changed.v1",
        "about": "petition",
        "case_id": petition["id"],
        "sequence": 2,
        "body": {},
        "at": sa.func.now(),
    }
    async with engine.begin() as connection:
        await connection.execute(sa.insert(KEPT.outbox).values(fact))

    answer = await http.post(f"/petitions/{petition['id']}/filing", headers=signed)

    assert (answer.status_code, answer.json()["code"]) == (409, "overtaken")
    assert (await http.get(f"/petitions/{petition['id']}")).json()["stage"] == "lodged"
