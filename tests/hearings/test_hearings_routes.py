"""Hearings over HTTP, and what the service hears."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
import sqlalchemy as sa

from services.hearings.service import SERVICE
from services.hearings.store.tables import kept, known_bills
from shared.contracts.committees import FactionChangedSides, OfficeLeft
from shared.messaging.consumers import Heard
from tests.a_service import signed
from tests.hearings.builders import (
    ANOTHER_CHAIR,
    ANOTHER_FACTION,
    ANOTHER_LEADER,
    BILL,
    CHAIR,
    CLERK,
    COMMITTEE,
    COMMITTEE_CHAIR,
    DEPUTY,
    FACTION,
    LEADER,
    REASON,
    RECOMMENDATIONS,
    THEME,
)
from tests.hearings.conftest import a_bill_registered

NOBODYS = str(UUID(int=404))
ADOPTED = {
    "recommendations": [one.model_dump() for one in RECOMMENDATIONS],
    "votes_for": 19,
    "taking_part": 21,
}


def now():
    return datetime.now(UTC)


def a_call(on_behalf_of="committee", body_id=COMMITTEE, **but):
    whole = {
        "bill_id": str(BILL),
        "theme": THEME.model_dump(),
        "starts_at": now().isoformat(),
        "on_behalf_of": on_behalf_of,
    }
    where = {"body_id": str(body_id)} if body_id else {}
    return whole | where | but


@pytest.fixture
async def hearing(post):
    """Called by the committee for this very moment."""
    answer = await post("/hearings", a_call())
    assert answer.status_code == 201, answer.text
    return answer.json()


async def told(work):
    """The facts that wait in the outbox, in their order."""
    outbox = kept.outbox.c
    query = sa.select(outbox.type).order_by(outbox.place)
    return [kind.split(".")[1] for kind in await work.session.scalars(query)]


async def test_from_the_call_to_the_recommendations(post, http, hearing, work):
    path = f"/hearings/{hearing['id']}"
    assert (hearing["stage"], hearing["body_id"]) == ("called", str(COMMITTEE))

    assert (await post(f"{path}/holding", {"taking_part": 21})).json()["stage"] == "held"
    answer = await post(f"{path}/recommendations", ADOPTED)

    shown = answer.json()
    assert (shown["stage"], shown["votes_for"], shown["taking_part"]) == ("concluded", 19, 21)
    assert shown["recommendations"] == ADOPTED["recommendations"]
    assert (await http.get(path)).json() == shown
    assert await told(work) == ["hearing_called", "hearing_held", "recommendations_adopted"]
    record = (await http.get(f"{path}/acts")).json()
    assert [act["act"] for act in record] == ["call", "hold", "adopt_recommendations"]


@pytest.mark.parametrize(
    ("body", "by"),
    [
        (a_call("bureau", None), CHAIR),
        (a_call("committee", COMMITTEE), COMMITTEE_CHAIR),
        (a_call("opposition", FACTION), LEADER),
    ],
)
async def test_the_bureau_a_committee_and_the_opposition_call(post, body, by):
    assert (await post("/hearings", body, by)).status_code == 201


@pytest.mark.parametrize(
    ("body", "by", "status"),
    [
        (a_call(), DEPUTY, 403),
        (a_call(), CLERK, 403),
        (a_call(), ANOTHER_CHAIR, 409),
        (a_call("opposition", ANOTHER_FACTION), ANOTHER_LEADER, 409),
        (a_call("opposition", ANOTHER_FACTION), LEADER, 409),
        (a_call("bureau", COMMITTEE), CHAIR, 409),
        (a_call(body_id=None), COMMITTEE_CHAIR, 409),
        (a_call(bill_id=NOBODYS), COMMITTEE_CHAIR, 409),
    ],
)
async def test_others_are_refused_with_the_provision(post, body, by, status):
    answer = await post("/hearings", body, by)
    assert answer.status_code == status
    assert answer.json()["provision"]


@pytest.mark.parametrize(
    "but",
    [
        {"starts_at": "2026-12-01T05:00:00"},
        {"starts_at": 1},
        {"theme": {"kk": "Тек қазақша"}},
        {"on_behalf_of": "president"},
        {"guests": []},
        {"bill_id": "2026-0001"},
    ],
)
async def test_what_cannot_be_true_is_refused_where_it_stands(post, but):
    answer = await post("/hearings", a_call(**but))
    assert answer.status_code == 422
    assert answer.json()["errors"]


async def test_a_hearing_is_not_held_before_its_start(post):
    tomorrow = (now() + timedelta(days=1)).isoformat()
    hearing = (await post("/hearings", a_call(starts_at=tomorrow))).json()
    answer = await post(f"/hearings/{hearing['id']}/holding", {"taking_part": 21})
    assert (answer.status_code, answer.json()["code"]) == (409, "not-now")
    assert answer.json()["unmet"][0]["provision"] == "Constitution 2026, art. 56(18)"


async def test_recommendations_without_a_majority_are_not_adopted(post, hearing, work):
    path = f"/hearings/{hearing['id']}"
    await post(f"{path}/holding", {"taking_part": 21})
    answer = await post(f"{path}/recommendations", ADOPTED | {"votes_for": 10})
    assert answer.status_code == 409
    assert answer.json()["provision"] == "rules profile: hearing_recommendations (unknown)"
    assert "recommendations_adopted" not in await told(work)


async def test_recommendations_come_after_the_hearing(post, hearing):
    answer = await post(f"/hearings/{hearing['id']}/recommendations", ADOPTED)
    assert answer.status_code == 409


async def test_a_hearing_is_called_off_with_the_reason_on_record(post, http, hearing):
    path = f"/hearings/{hearing['id']}"
    body = {"reason": REASON.model_dump()}
    assert (await post(f"{path}/cancellation", body, DEPUTY)).status_code == 403
    assert (await post(f"{path}/cancellation", body, ANOTHER_CHAIR)).status_code == 409

    await post(f"{path}/cancellation", body)

    shown = (await http.get(path)).json()
    assert (shown["stage"], shown["reason"]) == ("cancelled", REASON.model_dump())
    assert (await post(f"{path}/holding", {"taking_part": 21})).status_code == 409


async def test_who_acts_on_an_old_version_reads_again(post, http, hearing):
    path = f"/hearings/{hearing['id']}"
    seen = (await http.get(path)).headers["etag"]
    await post(f"{path}/holding", {"taking_part": 21})
    answer = await post(f"{path}/recommendations", ADOPTED, **{"If-Match": seen})
    assert (answer.status_code, answer.json()["code"]) == (412, "stale")


async def test_a_call_sent_twice_calls_once(post, http):
    body, once = a_call(), {"Idempotency-Key": "call-1"}
    first = await post("/hearings", body, **once)
    second = await post("/hearings", body, **once)
    assert first.json() == second.json()
    assert len((await http.get("/hearings")).json()) == 1


@pytest.mark.parametrize("what", ["", "/options", "/acts"])
async def test_what_is_not_on_file_is_not_found(http, what):
    answer = await http.get(f"/hearings/{NOBODYS}{what}")
    assert (answer.status_code, answer.json()["code"]) == (404, "hearing-not-found")


async def test_without_a_token_nothing_is_called(http):
    assert (await http.post("/hearings", json=a_call())).status_code == 401


async def test_the_options_say_who_may_do_what(http, hearing):
    path = f"/hearings/{hearing['id']}/options"
    by_chair = (await http.get(path, headers=signed(COMMITTEE_CHAIR.person_id))).json()
    assert {o["act"]: o["is_open"] for o in by_chair} == {
        "decide_to_hold": True,
        "decline_to_hold": True,
        "postpone": True,
        "arrange": True,
        "open": False,
        "hold": True,
        "cancel": True,
    }
    by_nobody = (await http.get(path, headers={"Accept-Language": "ru"})).json()
    assert not any(o["is_open"] for o in by_nobody)
    assert "Аппарат" in by_nobody[-1]["reasons"][0]["sentence"]


async def test_hearings_are_listed_by_bill_and_stage_newest_first(post, http, hear):
    other_bill = uuid4()
    await hear(a_bill_registered(other_bill))
    ids = [
        (await post("/hearings", a_call(bill_id=str(bill)))).json()["id"]
        for bill in (BILL, BILL, other_bill)
    ]

    async def listed(**asked):
        return [h["id"] for h in (await http.get("/hearings", params=asked)).json()]

    assert await listed() == ids[::-1]
    assert await listed(bill_id=str(BILL)) == [ids[1], ids[0]]
    assert await listed(stage="held") == []
    first = await http.get("/hearings", params={"limit": 2})
    rest = await http.get(first.headers["link"].split(">")[0].strip("<"))
    assert [h["id"] for h in rest.json()] == [ids[0]]


async def test_a_bill_heard_twice_is_known_once(hear, work):
    fact, event_id = a_bill_registered(), uuid4()
    assert await hear(fact, event_id=event_id) is Heard.TAKEN_IN
    assert await hear(fact, event_id=event_id) is Heard.KNOWN
    await hear(fact, sequence=2)
    assert list(await work.session.scalars(sa.select(known_bills.c.bill_id))) == [BILL]


async def test_a_faction_that_left_the_opposition_calls_no_hearing_for_it(post, hear):
    left = FactionChangedSides(at=now(), faction_id=FACTION, opposition=False)
    await hear(left, sequence=2)
    answer = await post("/hearings", a_call("opposition", FACTION), LEADER)
    assert answer.status_code == 409


async def test_who_left_the_chair_calls_no_hearing(post, hear, work):
    at = now()
    offices = SERVICE.metadata.tables["register_offices"]
    row = (
        await work.session.execute(
            sa.select(offices).where(offices.c.person_id == COMMITTEE_CHAIR.person_id)
        )
    ).one()
    office = {"office_id": row.office_id, "person_id": row.person_id, "role": row.role}
    await hear(OfficeLeft(at=at, until=at, **office), sequence=2)
    assert (await post("/hearings", a_call())).status_code == 403
