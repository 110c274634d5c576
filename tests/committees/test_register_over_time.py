"""Who was what, and when: mandates, factions, sides, bodies, sessions, at any past instant."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from services.committees.domain.register_procedure import SESSIONS
from services.committees.domain.register_stages import SessionKind
from services.committees.domain.session import Session
from tests.committees.builders import REGISTRAR, an_occasion
from tests.committees.chamber import Refused

GROUND = {"ground": "Хаттама № 3 · Протокол № 3"}
NAME = {"kk": "Цифрлық саясат комиссиясы", "ru": "Комиссия по цифровой политике"}


def moment():
    return datetime.now(UTC).isoformat()


@pytest.fixture
async def commission(chamber):
    return await a_body(chamber)


async def a_body(chamber, by=None, **but):
    body = {"convocation_id": chamber.convocation, "kind": "commission", "name": NAME}
    return await chamber.post("/bodies", body | but, by=by)


async def mandate_of(chamber, person_id):
    [mandate] = await chamber.get("/mandates", person_id=str(person_id))
    return mandate


async def test_a_deputy_leaves_one_faction_and_joins_another_and_the_past_stays(chamber):
    person_id = await chamber.of_the_majority()
    mandate = await mandate_of(chamber, person_id)
    path = f"/mandates/{mandate['id']}"
    before = moment()
    with pytest.raises(Refused) as refused:
        await chamber.post(f"{path}/faction", GROUND | {"faction_id": chamber.opposition})
    await chamber.post(f"{path}/faction-leaving", GROUND)
    between = moment()
    await chamber.post(f"{path}/faction", GROUND | {"faction_id": chamber.opposition})

    assert "nobody is of two" in refused.value.unmet[0]
    found = [
        (await chamber.get(f"/voters/{person_id}", at=at))[0] for at in (before, between, moment())
    ]
    assert [one["faction_id"] for one in found] == [chamber.majority, None, chamber.opposition]
    assert [one["opposition"] for one in found] == [False, None, True]


async def test_a_faction_of_another_convocation_is_refused(chamber):
    mandate = await mandate_of(chamber, await chamber.of_the_majority())
    await chamber.post(f"/mandates/{mandate['id']}/faction-leaving", GROUND)
    with pytest.raises(Refused) as refused:
        await chamber.post(
            f"/mandates/{mandate['id']}/faction", GROUND | {"faction_id": str(uuid4())}
        )
    assert "same convocation" in refused.value.unmet[0]


async def test_a_faction_was_on_the_side_on_which_it_was(chamber):
    before = moment()
    await chamber.post(f"/factions/{chamber.majority}/side", {"opposition": True})

    then, now = [await chamber.get("/instant", at=at) for at in (before, moment())]

    assert [one["opposition"] for one in then["factions"]] == [False, True]
    assert [one["opposition"] for one in now["factions"]] == [True, True]


async def test_whose_mandate_ended_could_vote_until_then_and_not_at_that_moment(chamber):
    person_id = await chamber.of_the_majority()
    mandate = await mandate_of(chamber, person_id)
    ended = await chamber.post(f"/mandates/{mandate['id']}/ending", GROUND)

    async def could_vote(at):
        return str(person_id) in {one["person_id"] for one in await chamber.get("/voters", at=at)}

    assert await could_vote(mandate["since"])
    assert not await could_vote(ended["until"])
    assert not await could_vote("2001-01-01T00:00:00+05:00")


async def test_a_moment_without_its_offset_is_refused(chamber):
    with pytest.raises(Refused) as refused:
        await chamber.get("/voters", at="2027-03-03T11:42:00")
    assert refused.value.status == 422


async def test_members_join_and_leave_and_the_body_remembers(chamber, commission):
    person_id, path = await chamber.of_the_majority(), f"/bodies/{commission['id']}/members"
    joined = await chamber.post(path, {"person_id": str(person_id)})
    with pytest.raises(Refused) as twice:
        await chamber.post(path, {"person_id": str(person_id)})
    between = moment()
    await chamber.post(f"/memberships/{joined['id']}/ending", GROUND)

    assert "does not belong to the body yet" in twice.value.unmet[0]
    then, now = [await chamber.get("/instant", at=at) for at in (between, moment())]
    members = [
        [member["person_id"] for body in one["bodies"] for member in body["members"]]
        for one in (then, now)
    ]
    assert members == [[str(person_id)], []]
    [kept] = await chamber.get(path)
    assert (kept["stage"], kept["ended_on"]) == ("ended", GROUND["ground"])


async def test_only_deputies_are_members_and_guests_work_in_some_bodies_only(chamber, commission):
    stranger = {"person_id": str(uuid4()), "name": {"kk": "Сарапшы", "ru": "Эксперт"}}
    group = await a_body(chamber, kind="deputies_group", name={"kk": "Топ", "ru": "Группа"})
    path = "/bodies/{}/members"
    for body, capacity, reason in (
        (commission, "member", "holds a mandate"),
        (group, "expert", "commissions and working groups only"),
    ):
        with pytest.raises(Refused) as refused:
            await chamber.post(path.format(body["id"]), stranger | {"capacity": capacity})
        assert reason in refused.value.unmet[0]
    joined = await chamber.post(path.format(commission["id"]), stranger | {"capacity": "expert"})
    assert joined["name"]["ru"] == "Эксперт"


async def test_who_is_not_known_by_name_is_to_be_named(chamber, commission):
    with pytest.raises(Refused) as refused:
        await chamber.post(
            f"/bodies/{commission['id']}/members",
            {"person_id": str(uuid4()), "capacity": "expert"},
        )
    assert (refused.value.status, refused.value.problem["code"]) == (404, "person-unknown")


async def test_with_the_mandate_the_memberships_end(chamber, commission):
    person_id = await chamber.of_the_majority()
    await chamber.post(f"/bodies/{commission['id']}/members", {"person_id": str(person_id)})
    mandate = await mandate_of(chamber, person_id)
    await chamber.post(f"/mandates/{mandate['id']}/ending", GROUND)
    [kept] = await chamber.get(f"/bodies/{commission['id']}/members")
    assert (kept["stage"], kept["ended_on"]) == ("ended", GROUND["ground"])


async def test_a_body_that_is_dissolved_has_nobody_and_takes_nobody(chamber, commission):
    path = f"/bodies/{commission['id']}"
    await chamber.post(f"{path}/members", {"person_id": str(chamber.chair)})
    await chamber.post(f"{path}/dissolution", GROUND)

    assert (await chamber.get(path))["stage"] == "dissolved"
    [left] = await chamber.get(f"{path}/members")
    assert left["until"]
    with pytest.raises(Refused) as refused:
        await chamber.post(f"{path}/members", {"person_id": str(chamber.chair)})
    assert refused.value.unmet == ["the body exists"]


async def test_there_is_one_bureau_and_no_name_twice(chamber, commission):
    assert commission["kind"] == "commission"
    await a_body(chamber, kind="bureau", name={"kk": "Бюро", "ru": "Бюро"})
    for but, reason in (
        ({"kind": "bureau", "name": {"kk": "Бюро 2", "ru": "Бюро 2"}}, "one coordinating body"),
        ({"name": NAME | {"kk": "Басқа"}}, "bears this name"),
        ({"kind": "standing_committee"}, "by their own act"),
    ):
        with pytest.raises(Refused) as refused:
            await a_body(chamber, **but)
        assert any(reason in sentence for sentence in refused.value.unmet)


async def test_a_standing_committee_is_a_body_with_members(chamber):
    committee = await chamber.post(
        "/committees",
        {
            "convocation_id": chamber.convocation,
            "name": {"kk": "Комитет", "ru": "Комитет"},
            "reserved_for_opposition": False,
        },
    )
    await chamber.post(f"/bodies/{committee['id']}/members", {"person_id": str(chamber.chair)})
    [body] = await chamber.get("/bodies", kind="standing_committee")
    assert body["id"] == committee["id"]


async def test_a_deputy_enters_nobody(chamber, commission):
    deputy = await chamber.of_the_majority()
    with pytest.raises(Refused) as refused:
        await chamber.post(
            f"/bodies/{commission['id']}/members", {"person_id": str(deputy)}, by=deputy
        )
    assert refused.value.status == 403


@pytest.mark.parametrize(
    ("day", "is_on"),
    [
        (date(2026, 8, 31), False),
        (date(2026, 9, 1), True),
        (date(2027, 6, 30), True),
        (date(2027, 7, 1), False),
        # In 2030 the first of September and the last of June are Sundays.
        (date(2030, 9, 1), False),
        (date(2030, 9, 2), True),
        (date(2030, 6, 30), False),
        (date(2030, 6, 28), True),
    ],
)
def test_a_regular_session_is_from_september_to_june(day, is_on):
    at = datetime(day.year, day.month, day.day, 7, tzinfo=UTC)
    session = Session(uuid4(), uuid4(), SessionKind.REGULAR, 1, at)
    option = SESSIONS.options(session, an_occasion(REGISTRAR, at=at))[0]
    assert option.is_open is is_on


def extraordinary(**but):
    return {
        "kind": "extraordinary",
        "call": {
            "by": "deputies",
            "deputies": 49,
            "reference": "Талап № 1",
            "questions": [{"kk": "Мәселе", "ru": "Вопрос"}],
        }
        | but,
    }


async def a_session(chamber, **asked):
    return await chamber.post("/sessions", {"convocation_id": chamber.convocation} | asked)


async def test_the_kurultai_is_in_session_from_its_opening_until_its_close(chamber):
    opened = await a_session(chamber, kind="first")
    between = moment()
    with pytest.raises(Refused) as twice:
        await a_session(chamber, **extraordinary())
    await chamber.post(f"/sessions/{opened['id']}/closing")
    second = await a_session(chamber, **extraordinary())

    assert twice.value.unmet == ["no other session is on"]
    assert (opened["number"], second["number"]) == (1, 2)
    then = await chamber.get("/instant", at=between)
    assert (then["session"]["session_id"], then["session"]["convocation"]) == (opened["id"], 1)
    assert (await chamber.get("/instant", at="2001-01-01T00:00:00Z"))["session"] is None


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        (extraordinary(deputies=48), "at least a third"),
        ({"kind": "extraordinary"}, "names its questions"),
        (extraordinary() | {"kind": "first"}, "names its questions"),
    ],
)
async def test_an_extraordinary_session_is_asked_for_by_enough_and_about_something(
    chamber, asked, reason
):
    with pytest.raises(Refused) as refused:
        await a_session(chamber, **asked)
    assert reason in refused.value.unmet[0]
    assert await chamber.get("/sessions") == []
