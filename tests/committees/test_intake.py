"""Factions and deputies entered from a list: CSV or Popolo, all of it or nothing."""

import json
from uuid import uuid4

import pytest

from tests.a_service import signed

HEADER = "number,person_id,name_kk,name_ru,faction_kk,faction_ru,opposition"


def a_line(number, /, faction=1, **but):
    given = {
        "number": number,
        "person_id": uuid4(),
        "name_kk": f"№ {number} депутат",
        "name_ru": f"Депутат № {number}",
        "faction_kk": f"№ {faction} фракция",
        "faction_ru": f"Фракция № {faction}",
        "opposition": int(faction == 2),
    }
    return ",".join(str(part) for part in (given | but).values())


def a_list(*lines):
    return "\n".join([HEADER, *lines]).encode()


@pytest.fixture
async def convocation(http, registrar):
    answer = await http.post("/convocations", json={"number": 9}, headers=signed(registrar))
    return answer.json()["id"]


@pytest.fixture
def send(http, registrar, convocation):
    async def sent(content, *, kind="text/csv", by=None, query="", key=None):
        headers = signed(by or registrar) | {"content-type": kind}
        headers |= {"idempotency-key": key} if key else {}
        path = f"/convocations/{convocation}/import{query}"
        return await http.post(path, content=content, headers=headers)

    return sent


async def test_a_whole_chamber_is_entered_from_a_table(send, http):
    answer = await send(a_list(*(a_line(n, 1 + n % 2) for n in range(1, 146))))

    assert answer.json() == {"factions": 2, "mandates": 145}
    shown = (await http.get("/composition")).json()
    assert (shown["mandates"], shown["opposition"]) == (145, 73)


async def test_nothing_is_entered_if_one_line_is_wrong_and_each_is_named(send, http):
    person = uuid4()
    lines = [
        a_line(1, person_id=person),
        a_line(2, person_id=person),
        a_line(1),
        a_line(4),
    ]

    answer = await send(a_list(*lines))

    problem = answer.json()
    assert (answer.status_code, problem["code"]) == (422, "intake-refused")
    assert [fault["place"] for fault in problem["faults"]] == ["line 3", "line 4"]
    assert "no other mandate" in problem["faults"][0]["sentence"]["en"]
    assert problem["faults"][0]["provision"] == "Constitution 2026, art. 53(1)"
    assert (await http.get("/composition")).json()["mandates"] == 0
    assert (await http.get("/factions")).json() == []


@pytest.mark.parametrize(
    ("but", "said"),
    [
        ({"number": "one"}, "number"),
        ({"person_id": "7"}, "person_id"),
        ({"opposition": "perhaps"}, "opposition is 1 or 0"),
        ({"name_kk": ""}, "kk"),
    ],
)
async def test_a_line_that_cannot_be_read_is_named(send, but, said):
    problem = (await send(a_list(a_line(1, **but)))).json()

    [fault] = problem["faults"]
    assert (fault["place"], fault["code"]) == ("line 2", "malformed")
    assert said in fault["sentence"]["en"]


async def test_a_line_that_ends_early_is_named(send):
    [fault] = (await send(a_list("1,2,3"))).json()["faults"]

    assert (fault["place"], fault["code"]) == ("line 2", "malformed")


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", "text/csv"),
        (b"number,name\n1,2\n", "text/csv"),
        (b"\xff\xfe", "text/csv"),
        (b'"never closed', "text/csv"),
        (b"[]", "application/json"),
        (b"{", "application/json"),
        (b'{"persons": [], "organizations": [7], "memberships": []}', "application/json"),
    ],
)
async def test_what_is_no_list_is_refused(send, content, kind):
    answer = await send(content, kind=kind)

    assert (answer.status_code, answer.json()["code"]) == (422, "intake-refused")


async def test_a_list_has_an_end(send):
    answer = await send(a_list(*(a_line(n) for n in range(1, 1003))))

    assert answer.json()["faults"][0]["code"] == "too-many-lines"


async def test_only_the_registrar_enters(send):
    answer = await send(a_list(a_line(1)), by=uuid4())

    assert (answer.status_code, answer.json()["code"]) == (403, "not-entitled")


async def test_what_is_given_out_as_popolo_is_taken_in_as_such(send, http, registrar):
    await send(a_list(*(a_line(n, 1 + n % 2) for n in range(1, 11))))
    given_out = (await http.get("/popolo.json")).json()
    for one in given_out["persons"]:
        one["id"] = one["id"].replace("-", "")
    for one in given_out["memberships"]:
        one["person_id"] = one["person_id"].replace("-", "")
    again = await http.post("/convocations", json={"number": 10}, headers=signed(registrar))
    mandates = (await http.get("/mandates", params={"limit": "200"})).json()
    for mandate in mandates:
        path = f"/mandates/{mandate['id']}/ending"
        await http.post(path, json={"ground": "The term is over"}, headers=signed(registrar))

    headers = signed(registrar) | {"content-type": "application/json"}
    path = f"/convocations/{again.json()['id']}/import"
    answer = await http.post(path, content=json.dumps(given_out), headers=headers)

    assert answer.json() == {"factions": 2, "mandates": 10}
    shown = (await http.get("/composition")).json()
    assert (shown["mandates"], shown["opposition"]) == (10, 5)


async def test_a_deputy_of_popolo_without_a_person_is_named(send):
    seat = {"id": "m1", "role": "deputy", "person_id": str(uuid4()), "label": "№ 1"}
    document = {"persons": [], "organizations": [], "memberships": [seat]}

    problem = (await send(json.dumps(document), kind="application/json")).json()

    assert [fault["place"] for fault in problem["faults"]] == ["memberships m1"]


async def test_a_deputy_of_a_committee_keeps_the_faction_and_who_left_does_not_come_back(
    send, http
):
    people = [str(uuid4()), str(uuid4())]
    organizations = [
        {"id": "f", "classification": "faction", "name": "Ф", "opposition": True},
        {"id": "k", "classification": "standing_committee", "name": "К"},
    ]
    seats = [
        {"id": "m1", "role": "deputy", "person_id": people[0], "label": "№ 1"},
        {"id": "m2", "role": "deputy", "person_id": people[1], "label": "№ 2"},
        {"id": "m3", "role": "member", "person_id": people[0], "organization_id": "f"},
        {"id": "m4", "role": "member", "person_id": people[0], "organization_id": "k"},
    ]
    seats[1]["end_date"] = "2026-01-01"
    document = {
        "persons": [{"id": one, "name": "№ 1 депутат"} for one in people],
        "organizations": organizations,
        "memberships": seats,
    }

    answer = await send(json.dumps(document), kind="application/json")

    assert answer.json() == {"factions": 1, "mandates": 1}
    assert (await http.get("/composition")).json()["opposition"] == 1


async def test_lines_that_contradict_each_other_on_a_faction_are_named(send, http):
    lines = [a_line(1), a_line(2, opposition=1), a_line(3, faction_ru="Другая")]

    problem = (await send(a_list(*lines))).json()

    assert [fault["place"] for fault in problem["faults"]] == ["line 3", "line 4"]
    assert "line 2 has another" in problem["faults"][0]["sentence"]["en"]
    assert (await http.get("/factions")).json() == []


@pytest.mark.parametrize("dated", [True, False])
async def test_mandates_begin_on_the_days_of_the_list_if_that_is_asked(send, http, dated):
    table = f"{HEADER},since\n{a_line(1)},2026-09-01\n{a_line(2)},2026-10-01\n"
    query = "?dated=true" if dated else ""

    answer = await send(table.encode(), query=query)

    assert answer.json() == {"factions": 1, "mandates": 2}
    then = (await http.get("/voters", params={"at": "2026-09-15T00:00:00Z"})).json()
    assert [(one["number"], one["opposition"]) for one in then] == [(1, False)] * dated


async def test_a_list_that_is_sent_again_with_its_key_is_entered_once(send, http):
    content = a_list(*(a_line(n) for n in range(1, 20)))
    first, again = [await send(content, key="list-of-september") for _ in range(2)]
    assert first.json() == again.json() == {"factions": 1, "mandates": 19}
    assert (await http.get("/composition")).json()["mandates"] == 19
