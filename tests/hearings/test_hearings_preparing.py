"""From the call to the close of a hearing, over HTTP."""

from datetime import datetime
from uuid import UUID, uuid4

import pytest
import sqlalchemy as sa

from services.hearings.service import SERVICE
from services.hearings.store.tables import kept
from shared.contracts.bodies import Capacity, MemberJoined
from shared.kernel.actor import Role
from shared.kernel.occasion import day_of
from tests.a_service import http_of
from tests.hearings.asking import WORDS, Asker, a_call, now, on_a_bill, soon
from tests.hearings.builders import (
    ANOTHER_CHAIR,
    BILL,
    CHAIR,
    CLERK,
    COMMITTEE,
    COMMITTEE_CHAIR,
    DEPUTY,
    FACTION,
    LEADER,
    NOBODY,
    PROFILE,
    a_person,
)
from tests.hearings.conftest import LONG_AGO, mandate_of
from tests.hearings.profiles import with_group, with_parameters, with_term

ARRANGED = {
    "parts": [
        {"key": "reports", "title": WORDS, "minutes": 60},
        {"key": "secrets", "title": WORDS, "closed": True, "reason": WORDS},
    ],
    "places": {"public": 2, "media": 1},
}


@pytest.fixture
def ask(http, register):  # noqa: ARG001 it stands
    return Asker(http)


@pytest.fixture
async def path(ask):
    """A hearing on a theme, called by the committee for this very moment."""
    return f"/hearings/{(await ask.done('/hearings', a_call()))['id']}"


async def told(work):
    outbox = kept.outbox.c
    query = sa.select(outbox.type).order_by(outbox.place)
    return [kind.split(".")[1] for kind in await work.session.scalars(query)]


async def test_a_hearing_on_a_theme_needs_no_bill(ask, path, work):
    hearing = await ask.got(path)
    assert (hearing["bill_id"], hearing["stage"]) == (None, "called")
    await ask.done(f"{path}/decision")
    assert await told(work) == ["hearing_on_theme_called", "hearing_decided"]


async def test_from_the_decision_to_the_close(ask, path, hear, work):
    for deputy in (DEPUTY, CHAIR):
        await hear(mandate_of(deputy))
    assert (await ask.done(f"{path}/decision", by=CHAIR))["stage"] == "prepared"
    first = await ask.done(f"{path}/registration", by=DEPUTY)
    again = await ask.done(f"{path}/registration", by=DEPUTY)
    assert first == again
    await ask.done(f"{path}/registration", by=CHAIR)

    assert (await ask.done(f"{path}/opening"))["stage"] == "open"
    closed = await ask.done(f"{path}/closing", by=CLERK)

    assert (closed["stage"], closed["taking_part"]) == ("held", 2)
    present = await ask.got(f"{path}/registrations")
    assert [one["person_id"] for one in present] == [str(DEPUTY.person_id), str(CHAIR.person_id)]
    assert "hearing_on_theme_held" in await told(work)


async def test_as_many_took_part_as_registered_even_while_it_closes(ask, path, hear):
    people = [a_person(Role.DEPUTY, number=900 + number) for number in range(6)]
    for one in people:
        await hear(mandate_of(one))
    await ask.done(f"{path}/registration", by=people[0])
    await ask.done(f"{path}/opening")
    registering = [ask.post(f"{path}/registration", by=one) for one in people[1:]]
    *answers, closed = await ask.at_once(*registering, ask.post(f"{path}/closing"))
    assert {answer.status_code for answer in answers} <= {201, 409}
    present = await ask.got(f"{path}/registrations")
    assert closed.json()["taking_part"] == len(present)


async def test_without_a_deputy_no_hearing_opens(ask, path):
    answer = await ask.post(f"{path}/opening")
    assert answer.status_code == 409
    assert answer.json()["provision"] == "rules profile: hearing_quorum (unknown)"
    assert (await ask.got(path))["stage"] == "called"


async def test_only_deputies_register_and_only_until_the_close(ask, path, hear):
    assert (await ask.post(f"{path}/registration", by=CLERK)).status_code == 403
    await hear(mandate_of(DEPUTY))
    await ask.done(f"{path}/registration", by=DEPUTY)
    await ask.done(f"{path}/opening")
    await ask.done(f"{path}/closing")
    await hear(mandate_of(CHAIR))
    assert (await ask.post(f"{path}/registration", by=CHAIR)).status_code == 409


async def test_a_deputy_who_registers_twice_at_once_is_registered_once(ask, path, hear):
    await hear(mandate_of(DEPUTY))
    answers = await ask.at_once(*(ask.post(f"{path}/registration", by=DEPUTY) for _ in range(8)))
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.json()["id"] for answer in answers}) == 1
    assert len(await ask.got(f"{path}/registrations")) == 1


@pytest.mark.parametrize("by", [ANOTHER_CHAIR, LEADER, CLERK, DEPUTY, NOBODY])
async def test_who_is_not_named_decides_nothing(ask, path, by):
    for what, body in (("decision", None), ("refusal", {"reason": WORDS})):
        answer = await ask.post(f"{path}/{what}", body, by=by)
        assert answer.status_code in {401, 403, 409}
    assert (await ask.got(path))["stage"] == "called"


async def test_the_bureau_declines_a_hearing_with_its_reason(ask, path):
    declined = await ask.done(f"{path}/refusal", {"reason": WORDS}, by=CHAIR)
    assert (declined["stage"], declined["reason"]) == ("declined", WORDS)
    assert (await ask.post(f"{path}/opening")).status_code == 409


async def test_the_guaranteed_hearing_of_the_opposition_cannot_be_declined(ask):
    body = {"reason": WORDS}
    first, second = [
        f"/hearings/{(await ask.done('/hearings', a_call('opposition', FACTION), by=LEADER))['id']}"
        for _ in range(2)
    ]
    assert (await ask.post(f"{first}/refusal", body, by=CHAIR)).status_code == 200
    answer = await ask.post(f"{second}/refusal", body, by=CHAIR)
    assert answer.status_code == 409
    assert "339-VI, art. 12(4)" in answer.json()["provision"]


async def test_of_two_declined_at_once_one_stands(ask):
    paths = [
        f"/hearings/{(await ask.done('/hearings', a_call('opposition', FACTION), by=LEADER))['id']}"
        for _ in range(2)
    ]
    answers = await ask.at_once(
        *(ask.post(f"{path}/refusal", {"reason": WORDS}, by=CHAIR) for path in paths)
    )
    assert sorted(answer.status_code for answer in answers) == [200, 409]


@pytest.mark.usefixtures("register")
async def test_where_a_decision_is_needed_no_hearing_is_held_without(desk):
    profile = with_parameters({"hearings.decision_needed": True})
    async with http_of(SERVICE, desk, profile) as http:
        ask = Asker(http)
        path = f"/hearings/{(await ask.done('/hearings', a_call()))['id']}"
        for what, body in (("opening", None), ("holding", {"taking_part": 3})):
            answer = await ask.post(f"{path}/{what}", body)
            assert answer.status_code == 409
            assert "hearings.decision_needed" in answer.json()["provision"]
        await ask.done(f"{path}/decision")
        assert (await ask.done(f"{path}/holding", {"taking_part": 3}))["stage"] == "held"


@pytest.mark.usefixtures("register")
async def test_beyond_the_share_a_call_is_refused_even_of_many_at_once(desk):
    profile = with_parameters({"hearings.per_session_max.committee": 2})
    async with http_of(SERVICE, desk, profile) as http:
        ask = Asker(http)
        answers = await ask.at_once(*(ask.post("/hearings", a_call()) for _ in range(6)))
        assert sorted(answer.status_code for answer in answers) == [201, 201, *[409] * 4]
        refused = next(a for a in answers if a.status_code == 409).json()
        assert "hearings.per_session_max" in refused["provision"]

        one = next(a for a in answers if a.status_code == 201).json()
        await ask.done(f"/hearings/{one['id']}/cancellation", {"reason": WORDS})
        assert (await ask.post("/hearings", a_call())).status_code == 201


async def test_the_shares_of_a_session_are_counted(ask):
    await ask.done("/hearings", a_call())
    await ask.done("/hearings", a_call("opposition", FACTION), by=LEADER)
    shown = await ask.got("/hearings/shares")
    by = {(one["on_behalf_of"], one["body_id"]): one for one in shown["shares"]}
    assert by["bureau", None]["called"] == 0
    assert by["committee", str(COMMITTEE)]["called"] == 1
    opposition = by["opposition", None]
    assert (opposition["called"], opposition["guaranteed"]) == (1, 1)
    assert (opposition["still_guaranteed"], opposition["most"]) == (0, None)
    assert shown["begins"] < now().date().isoformat() <= shown["ends"]


async def test_the_notice_is_shown_as_not_computable_or_refuses(ask, desk):
    shown = await ask.got("/hearings/notice")
    assert (shown["computable"], shown["earliest_start"]) == (False, None)
    assert shown["why"]
    async with http_of(SERVICE, desk, with_term("hearing_notice", amount=10, unit="days")) as http:
        strict = Asker(http)
        assert (await strict.got("/hearings/notice"))["computable"]
        answer = await strict.post("/hearings", a_call())
        assert answer.status_code == 409
        assert answer.json()["provision"] == "rules profile: hearing_notice (unknown)"
        assert (await strict.post("/hearings", a_call(starts_at=soon()))).status_code == 201


async def test_parts_and_places_are_set_on_the_version_that_was_seen(ask, path):
    put = ask.put
    seen = (await ask.http.get(path)).headers["etag"]
    without = await ask("PUT", f"{path}/arrangement", ARRANGED)
    assert without.status_code == 428
    shown = (await put(f"{path}/arrangement", ARRANGED, If_Match=seen)).json()
    assert [part["closed"] for part in shown["parts"]] == [False, True]
    assert shown["places"] == {"public": 2, "media": 1}
    assert (await put(f"{path}/arrangement", ARRANGED, If_Match=seen)).status_code == 412


@pytest.mark.parametrize(
    "parts",
    [
        [{"key": "one", "title": WORDS, "closed": True}],
        [{"key": "one", "title": WORDS, "reason": WORDS}],
        [{"key": "one", "title": WORDS}, {"key": "one", "title": WORDS}],
    ],
)
async def test_parts_without_order_are_refused(ask, path, parts):
    answer = await ask.put(f"{path}/arrangement", {"parts": parts})
    assert (answer.status_code, answer.json()["provision"]) == (
        409,
        "Constitution 2026, art. 58(6)",
    )
    assert (await ask.got(path))["parts"] == []


async def test_hearings_are_found_by_body_initiator_and_day(ask):
    mine = await ask.done("/hearings", on_a_bill())
    later = await ask.done("/hearings", a_call("bureau", None, starts_at=soon()), by=CHAIR)

    async def found(**asked):
        return [one["id"] for one in await ask.got("/hearings", **asked)]

    assert await found(body_id=str(COMMITTEE)) == [mine["id"]]
    assert await found(initiator="bureau") == [later["id"]]
    assert await found(bill_id=str(BILL)) == [mine["id"]]
    tomorrow = _day(later)
    assert await found(**{"from": tomorrow}) == [later["id"]]
    assert await found(to=_day(mine), stage="called") == [mine["id"]]
    assert await found(to="2026-09-01") == []


def _day(hearing):
    """On which it begins, where the Kurultai sits."""
    return day_of(datetime.fromisoformat(hearing["starts_at"])).isoformat()


@pytest.mark.usefixtures("register")
async def test_a_committee_whose_members_are_known_counts_them(hear, desk):
    for number in range(4):
        joined = MemberJoined(
            at=LONG_AGO,
            membership_id=uuid4(),
            body_id=COMMITTEE,
            person_id=UUID(int=900 + number),
            capacity=Capacity.MEMBER,
            since=LONG_AGO,
        )
        await hear(joined)
    half = with_group("hearing_quorum", PROFILE.groups["committee_quorum"])
    async with http_of(SERVICE, desk, half) as http:
        strict = Asker(http)
        path = f"/hearings/{(await strict.done('/hearings', a_call()))['id']}"
        people = [a_person(Role.DEPUTY, number=900 + number) for number in range(3)]
        for one in people[:2]:
            await hear(mandate_of(one))
            await strict.done(f"{path}/registration", by=one)
        assert (await strict.post(f"{path}/opening")).status_code == 409
        await hear(mandate_of(people[2]))
        await strict.done(f"{path}/registration", by=people[2])
        assert (await strict.done(f"{path}/opening"))["stage"] == "open"


async def test_the_options_of_a_hearing_that_is_decided(ask, path):
    await ask.done(f"{path}/decision")
    options = await ask.got(f"{path}/options", by=COMMITTEE_CHAIR)
    assert {o["act"]: o["is_open"] for o in options} == {
        "postpone": True,
        "arrange": True,
        "open": False,
        "hold": True,
        "cancel": True,
    }
