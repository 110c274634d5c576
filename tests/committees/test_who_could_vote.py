"""The list of who could vote at a moment: whole, in its order, and nobody twice."""

import json
from datetime import UTC, datetime
from uuid import uuid4

import sqlalchemy as sa

from services.committees.api.instants import VOTERS
from services.committees.api.register_shown import VoterShown
from services.committees.store.instants import voters_at

GROUND = {"ground": "Act of the register"}


def moment():
    return datetime.now(UTC).isoformat()


async def test_voters_come_by_number_each_once_with_their_faction_and_its_side(chamber):
    sides = {chamber.majority: False, chamber.opposition: True}
    for number, faction_id in ((9, chamber.opposition), (4, chamber.majority)):
        await chamber.seat(uuid4(), faction_id, number=number)

    voters = await chamber.get("/voters", at=moment())

    assert [one["number"] for one in voters] == [1, 4, 9]
    assert [one["opposition"] for one in voters] == [False, False, True]
    assert all(one["opposition"] is sides[one["faction_id"]] for one in voters)
    assert all(set(one["name"]) == set(one["faction_name"]) == {"kk", "ru"} for one in voters)


async def test_a_deputy_without_a_faction_could_vote_and_is_of_no_side(chamber):
    person_id = str(await chamber.of_the_majority())
    [mandate] = await chamber.get("/mandates", person_id=person_id)
    await chamber.post(f"/mandates/{mandate['id']}/faction-leaving", GROUND)

    [voter] = [
        one for one in await chamber.get("/voters", at=moment()) if one["person_id"] == person_id
    ]

    assert voter["mandate_id"] == mandate["id"]
    assert voter["since"] == mandate["since"]
    assert [voter["faction_id"], voter["faction_name"], voter["opposition"]] == [None, None, None]


async def test_before_there_was_a_chamber_nobody_could_vote(chamber):
    assert await chamber.get("/voters", at="1990-01-01T00:00:00+05:00") == []


async def test_moments_are_in_utc_wherever_the_database_keeps_its_clock(chamber, desk):
    person_id = str(await chamber.of_the_majority())
    [mandate] = await chamber.get("/mandates", person_id=person_id)

    async with desk.work() as work:
        await work.session.execute(sa.text("SET LOCAL TIME ZONE 'Asia/Almaty'"))
        told = json.loads(await voters_at(work, datetime.now(UTC)))

    [since] = [one["since"] for one in told if one["person_id"] == person_id]
    assert since == mandate["since"]


async def test_what_the_database_writes_is_what_the_document_promises(chamber):
    await chamber.of_the_opposition()
    answer = await chamber.http.get("/voters")
    assert answer.headers["content-type"] == "application/json"
    assert VOTERS.validate_json(answer.content, strict=True)
    for one in answer.json():
        assert set(one) == set(VoterShown.model_fields)
