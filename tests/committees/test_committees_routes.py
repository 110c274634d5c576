"""The composition over HTTP: who may do what, and what everyone may read."""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest

from services.committees.service import SERVICE
from shared.kernel.actor import Role
from tests.a_service import signed
from tests.committees.builders import SEATS, numbered
from tests.committees.chamber import Refused
from tests.committees.facts import now

NOBODYS = str(UUID(int=404))


async def refused(attempt):
    with pytest.raises(Refused) as refusal:
        await attempt
    return refusal.value


async def test_before_the_first_convocation_there_are_seats_and_nobody_on_them(http):
    shown = (await http.get("/composition")).json()
    assert (shown["convocation"], shown["seats"], shown["mandates"]) == (None, SEATS, 0)
    assert (shown["factions"], shown["offices"]) == ([], [])
    guarantees = (await http.get("/guarantees")).json()
    assert [(one["held"], one["is_owed"], one["is_kept"]) for one in guarantees[:2]] == [
        (0, False, True),
        (0, False, True),
    ]
    assert {one["kind"] for one in guarantees[2:]} == {"per_session", "right"}


async def test_the_composition_counts_seats_sides_and_offices(chamber):
    await chamber.of_the_opposition()
    await chamber.seat(uuid4(), None)
    await chamber.committee()

    shown = await chamber.get("/composition")

    assert shown["convocation"]["number"] == 1
    assert (shown["seats"], shown["mandates"], shown["vacant"]) == (SEATS, 3, SEATS - 3)
    assert (shown["opposition"], shown["unaffiliated"], shown["committees"]) == (1, 1, 1)
    assert [(f["opposition"], f["deputies"]) for f in shown["factions"]] == [
        (False, 1),
        (True, 1),
    ]
    offices = [(o["role"], o["role_name"]) for o in shown["offices"]]
    assert offices == [("registrar", "registrar"), ("chair", "Chair of the Kurultai")]
    assert shown["offices"][0]["name"] == numbered(0).model_dump()


async def test_the_reader_chooses_the_language(chamber):
    answer = await chamber.http.get("/composition", headers={"Accept-Language": "kk"})
    assert answer.json()["offices"][1]["role_name"] == "Құрылтай Төрағасы"


async def test_a_convocation_takes_its_seats_from_the_rules(chamber):
    shown = await chamber.get(f"/convocations/{chamber.convocation}")
    assert (shown["number"], shown["seats"], shown["stage"]) == (1, SEATS, "forming")
    assert [c["id"] for c in await chamber.get("/convocations")] == [chamber.convocation]


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/convocations", {"number": 2}),
        ("/factions", {"name": numbered(3).model_dump(), "opposition": True}),
        ("/mandates", {"person_id": NOBODYS, "number": 9, "name": numbered(9).model_dump()}),
        ("/offices", {"person_id": NOBODYS, "role": "clerk", "ground": "Order"}),
    ],
)
async def test_the_register_is_kept_by_the_registrar_alone(chamber, path, body):
    where = {} if path in {"/convocations", "/offices"} else {"convocation_id": chamber.convocation}
    refusal = await refused(chamber.post(path, body | where, by=chamber.chair))
    assert (refusal.status, refusal.problem["code"]) == (403, "not-entitled")
    assert refusal.problem["provision"]


async def test_without_a_token_nothing_is_done(chamber):
    answer = await chamber.http.post("/convocations", json={"number": 2})
    assert answer.status_code == 401


@pytest.mark.parametrize(
    "path",
    [
        f"/{plural}/{NOBODYS}{what}"
        for plural in (
            "convocations",
            "factions",
            "mandates",
            "offices",
            "committees",
            "candidacies",
            "referrals",
        )
        for what in ("", "/options", "/acts")
    ],
)
async def test_what_is_not_on_file_is_not_found(http, path):
    answer = await http.get(path)
    assert answer.status_code == 404
    assert answer.json()["code"].endswith("-not-found")


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/factions", {"name": numbered(3).model_dump(), "opposition": True}),
        ("/mandates", {"person_id": NOBODYS, "number": 9, "name": numbered(9).model_dump()}),
        ("/committees", {"name": numbered(3).model_dump()}),
    ],
)
async def test_nothing_is_formed_in_a_convocation_that_is_not_there(chamber, path, body):
    refusal = await refused(chamber.post(path, body | {"convocation_id": NOBODYS}))
    assert (refusal.status, refusal.problem["code"]) == (404, "convocation-not-found")


@pytest.mark.parametrize("role", ["faction_leader", "committee_chair", "committee_secretary"])
async def test_an_office_in_a_body_that_is_not_there_is_not_entered(chamber, role):
    refusal = await refused(chamber.office(chamber.chair, role, NOBODYS))
    assert refusal.status == 404


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/convocations", {"number": 0}),
        ("/convocations", {"number": "1"}),
        ("/convocations", {"number": 2, "seats": 300}),
        ("/offices", {"person_id": NOBODYS, "role": "kurultai", "ground": "Order"}),
        ("/offices", {"person_id": NOBODYS, "role": "deputy", "ground": "Order"}),
        ("/offices", {"person_id": NOBODYS, "role": "clerk", "ground": " "}),
        ("/candidacies", {"committee_id": NOBODYS}),
        ("/committees", {"convocation_id": NOBODYS, "name": {"kk": "Комитет"}}),
        ("/committees", {"convocation_id": NOBODYS, "name": {"kk": "К" * 301, "ru": "К"}}),
    ],
)
async def test_what_cannot_be_true_is_refused_where_it_stands(chamber, path, body):
    refusal = await refused(chamber.post(path, body))
    assert refusal.status == 422
    assert refusal.problem["errors"]


async def test_a_committee_chair_is_not_entered_but_elected(chamber):
    committee_id = await chamber.committee()
    refusal = await refused(chamber.office(chamber.chair, "committee_chair", committee_id))
    assert refusal.status == 409
    assert "art. 7" in refusal.problem["provision"]


async def test_an_office_says_who_holds_it_since_when_and_on_what_ground(chamber):
    shown = await chamber.office(chamber.registrar, "clerk")
    assert (shown["role_name"], shown["ground"]) == ("clerk of the Kurultai", "Resolution No. 1")
    assert (shown["stage"], shown["until"]) == ("held", None)
    assert await chamber.get(f"/offices/{shown['id']}") == shown
    assert await chamber.get("/offices", role="clerk") == [shown]
    assert await chamber.get("/offices", role="president") == []


async def test_an_office_holds_until_the_moment_of_its_end_and_not_at_it(chamber, work):
    person_id = uuid4()
    office = await chamber.office(person_id, "clerk")
    ended = await chamber.post(f"/offices/{office['id']}/ending", {"ground": "Order No. 2"})
    at = datetime.fromisoformat(ended["until"])

    async def roles(moment):
        return {s.role for s in await SERVICE.standings(work.session, person_id, moment)}

    instant = timedelta(microseconds=1)
    assert await roles(datetime.fromisoformat(office["since"]) - instant) == set()
    assert await roles(datetime.fromisoformat(office["since"])) == {Role.CLERK}
    assert await roles(at - instant) == {Role.CLERK}
    assert await roles(at) == set()
    assert (ended["stage"], ended["ended_on"]) == ("left", "Order No. 2")


async def test_who_has_left_the_office_acts_in_it_no_more(chamber):
    second = uuid4()
    office = await chamber.office(second, "registrar")
    await chamber.post("/convocations", {"number": 2}, by=second)
    await chamber.post(f"/offices/{office['id']}/ending", {"ground": "Order No. 2"})
    refusal = await refused(chamber.post("/convocations", {"number": 3}, by=second))
    assert refusal.status == 403


async def test_with_the_mandate_end_the_offices_of_the_deputy_and_no_others(chamber):
    person_id = uuid4()
    mandate = await chamber.seat(person_id, chamber.majority)
    for role in ("deputy_chair", "clerk"):
        await chamber.office(person_id, role)
    await chamber.office(person_id, "faction_leader", chamber.majority)

    ended = await chamber.post(f"/mandates/{mandate['id']}/ending", {"ground": "art. 55(4)"})

    assert (ended["stage"], ended["ended_on"]) == ("ended", "art. 55(4)")
    offices = await chamber.get("/offices", person_id=str(person_id))
    assert {o["role"]: o["stage"] for o in offices} == {
        "deputy_chair": "left",
        "clerk": "held",
        "faction_leader": "left",
    }
    assert {o["until"] for o in offices} == {None, ended["until"]}
    refusal = await refused(
        chamber.post(f"/mandates/{mandate['id']}/ending", {"ground": "art. 55(4)"})
    )
    assert refusal.status == 409


async def test_a_seat_that_was_left_can_be_taken_with_its_number(chamber):
    person_id = uuid4()
    mandate = await chamber.seat(person_id, chamber.majority, number=7)
    refusal = await refused(chamber.seat(uuid4(), chamber.majority, number=7))
    assert refusal.unmet == ["no other deputy bears this number"]

    await chamber.post(f"/mandates/{mandate['id']}/ending", {"ground": "art. 55(4)"})

    assert (await chamber.seat(uuid4(), chamber.majority, number=7))["stage"] == "in_force"
    assert (await chamber.seat(person_id, None, number=8))["stage"] == "in_force"


async def test_nobody_sits_twice_not_even_in_two_convocations(chamber):
    second = (await chamber.post("/convocations", {"number": 2}))["id"]
    refusal = await refused(chamber.seat(chamber.chair, None, convocation_id=second))
    assert refusal.unmet == ["the person holds no other mandate"]


async def test_a_deputy_does_not_sit_for_a_faction_of_another_convocation(chamber):
    second = (await chamber.post("/convocations", {"number": 2}))["id"]
    refusal = await refused(chamber.seat(uuid4(), chamber.majority, convocation_id=second))
    assert refusal.unmet == ["the faction was formed in the same convocation"]


async def test_the_leader_of_a_faction_declares_its_side(chamber):
    leader = await chamber.of_the_opposition()
    path = f"/factions/{chamber.opposition}/side"
    refusal = await refused(chamber.post(path, {"opposition": False}, by=leader))
    assert refusal.status == 403

    await chamber.office(leader, "faction_leader", chamber.opposition)
    shown = await chamber.post(path, {"opposition": False}, by=leader)

    assert not shown["opposition"]
    assert (await chamber.get("/composition"))["opposition"] == 0
    other = f"/factions/{chamber.majority}/side"
    refusal = await refused(chamber.post(other, {"opposition": True}, by=leader))
    assert refusal.unmet == ["a leader acts for their own faction"]


async def test_factions_are_listed_with_their_sizes(chamber):
    await chamber.of_the_majority()
    sizes = {f["id"]: f["deputies"] for f in await chamber.get("/factions")}
    assert sizes == {chamber.majority: 2, chamber.opposition: 0}
    assert (await chamber.get(f"/factions/{chamber.majority}"))["name"]["ru"] == "№ 1 фракция"


@pytest.mark.parametrize("name", ["№ 1 фракция", "№ 2 фракция"])
async def test_no_two_factions_bear_one_name(chamber, name):
    refusal = await refused(chamber.faction(name, opposition=False))
    assert refusal.unmet == ["no other body of the convocation bears this name"]


async def test_who_acts_on_an_old_version_reads_again(chamber):
    path = f"/factions/{chamber.opposition}"
    seen = await chamber.http.get(path)
    await chamber.post(f"{path}/side", {"opposition": False})

    old = {"If-Match": seen.headers["etag"]}
    refusal = await refused(chamber.post(f"{path}/side", {"opposition": True}, **old))
    assert (refusal.status, refusal.problem["code"]) == (412, "stale")
    fresh = {"If-Match": (await chamber.http.get(path)).headers["etag"]}
    assert (await chamber.post(f"{path}/side", {"opposition": True}, **fresh))["version"] == 3


async def test_a_request_sent_twice_is_carried_out_once(chamber):
    body = chamber.mandate(uuid4(), chamber.majority, number=7)
    once = {"Idempotency-Key": "seat-7"}
    first = await chamber.post("/mandates", body, **once)
    assert await chamber.post("/mandates", body, **once) == first
    assert len(await chamber.get("/mandates")) == 2


async def test_mandates_come_in_pages_by_number(chamber):
    people = [await chamber.of_the_majority() for _ in range(4)]
    first = await chamber.http.get("/mandates", params={"limit": 3})
    next_page = first.headers["link"].split(">")[0].strip("<")
    second = await chamber.http.get(next_page)
    numbers = [m["number"] for m in [*first.json(), *second.json()]]
    assert numbers == [1, 2, 3, 4, 5]
    assert "link" not in second.headers

    [one] = await chamber.get("/mandates", person_id=str(people[0]))
    assert await chamber.get(f"/mandates/{one['id']}") == one
    assert await chamber.get("/mandates", faction_id=chamber.opposition) == []
    assert len(await chamber.get("/mandates", stage="in_force")) == 5


async def test_what_was_created_says_where_it_is(chamber):
    answer = await chamber.http.post(
        "/convocations", json={"number": 2}, headers=signed(chamber.registrar)
    )
    assert answer.status_code == 201
    assert answer.headers["location"] == f"/convocations/{answer.json()['id']}"
    assert answer.headers["etag"] == '"1"'


async def test_the_options_of_an_office_say_who_may_end_it(chamber):
    [office] = await chamber.get("/offices", role="chair")
    path = f"/offices/{office['id']}/options"
    by_registrar = {o["act"]: o["is_open"] for o in await chamber.get(path, by=chamber.registrar)}
    assert by_registrar == {"end": True, "expire": False, "recall": False, "lapse": False}
    by_nobody = await chamber.get(path)
    assert not any(option["is_open"] for option in by_nobody)
    assert by_nobody[0]["reasons"][0]["sentence"] == "The act “end” is for: registrar."


async def test_the_last_registrar_cannot_be_ended(chamber):
    [office] = await chamber.get("/offices", role="registrar")
    path = f"/offices/{office['id']}/ending"
    refusal = await refused(chamber.post(path, {"ground": "Resignation"}))
    assert refusal.unmet == ["another registrar remains"]


@pytest.mark.parametrize("plural", ["convocations", "factions", "mandates"])
async def test_every_case_has_its_options_and_its_record(chamber, plural):
    [case, *_] = await chamber.get(f"/{plural}")
    options = await chamber.get(f"/{plural}/{case['id']}/options", by=chamber.registrar)
    assert options
    assert all(option["provision"] for option in options)
    [act, *_] = await chamber.get(f"/{plural}/{case['id']}/acts")
    assert (act["origin"], act["role"], UUID(act["person_id"])) == (
        "new",
        "registrar",
        chamber.registrar,
    )
    assert datetime.fromisoformat(act["at"]) <= now()
