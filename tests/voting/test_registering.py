"""Deputies register: in person, once, and all at once (Constitution 2026, art. 55(1), 58(5))."""

import asyncio
from datetime import UTC, datetime

import pytest

from tests.voting.builders import QUORUM, SEATS


async def test_145_deputies_register_at_once_each_in_person(floor):
    sitting_id = await floor.registering()

    answers = await asyncio.gather(
        *(register(floor, sitting_id, person_id) for person_id in floor.deputies)
    )

    assert {answer.status_code for answer in answers} == {201}
    present = await floor.get(f"/sittings/{sitting_id}/registrations")
    assert [one["number"] for one in present] == list(range(1, SEATS + 1))
    assert {one["person_id"] for one in present} == {str(p) for p in floor.deputies}
    facts = await floor.admin.fetch(
        "SELECT case_id, sequence FROM outbox WHERE type = 'voting.deputy_registered.v1'"
    )
    assert {row["sequence"] for row in facts} == {1}
    assert len(facts) == SEATS


async def test_registering_again_gives_the_same_answer(floor):
    sitting_id = await floor.registering()

    first = await register(floor, sitting_id, floor.deputies[5])
    again = await register(floor, sitting_id, floor.deputies[5])
    own = await floor.get(first.headers["location"], by=floor.deputies[5])

    assert again.status_code == first.status_code == 201
    assert again.content == first.content
    assert own == first.json()


async def test_registering_ten_times_at_once_is_registering_once(floor):
    sitting_id = await floor.registering()
    await asyncio.gather(*(floor.get("/composition") for _ in range(16)))  # all are connected

    answers = await asyncio.gather(
        *(register(floor, sitting_id, floor.deputies[5]) for _ in range(10))
    )

    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.content for answer in answers}) == 1
    assert len(await floor.get(f"/sittings/{sitting_id}/registrations")) == 1


async def test_who_comes_late_registers_while_the_sitting_is_open(floor):
    sitting_id = await floor.sit(present=QUORUM)

    answer = await register(floor, sitting_id, floor.deputies[-1])

    assert answer.status_code == 201
    assert (await floor.get(f"/sittings/{sitting_id}"))["registered"] == QUORUM + 1


@pytest.mark.parametrize("who", ["clerk", "government", "stranger"])
async def test_nobody_without_a_mandate_registers(floor, who):
    sitting_id = await floor.registering()

    answer = await register(floor, sitting_id, getattr(floor, who))

    assert answer.status_code == 403
    assert answer.json()["provision"] == "Constitution 2026, art. 55(1), 58(5)"


async def test_a_deputy_whose_mandate_ended_does_not_register(floor):
    sitting_id = await floor.registering()
    await floor.end_mandate(floor.deputies[9])

    assert (await register(floor, sitting_id, floor.deputies[9])).status_code == 403


async def test_nobody_registers_before_registration_opens_or_after_the_sitting(floor):
    called = await floor.post("/sittings", {"starts_at": soon()}, by=floor.clerk)
    closed = await floor.sit()
    await floor.post(f"/sittings/{closed}/closing", by=floor.chair)

    early = await register(floor, called["id"], floor.deputies[5])
    late = await register(floor, closed, floor.chair)
    assert early.status_code == 409
    assert late.status_code == 201  # there since before the close: the same answer as then
    await floor.admin.execute("DELETE FROM registrations")
    assert (await register(floor, closed, floor.chair)).status_code == 409


async def test_the_own_registration_is_not_found_without_one(floor):
    sitting_id = await floor.registering()
    headers = floor.signed(floor.deputies[3])

    answer = await floor.http.get(f"/sittings/{sitting_id}/registration", headers=headers)

    assert (answer.status_code, answer.json()["code"]) == (404, "registration-not-found")


async def register(floor, sitting_id, person_id):
    path = f"/sittings/{sitting_id}/registration"
    return await floor.http.post(path, headers=floor.signed(person_id))


def soon() -> str:
    return datetime.now(UTC).isoformat()
