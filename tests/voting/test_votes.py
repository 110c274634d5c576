"""Votes are opened: roll, rule and question are frozen, the quorum is there."""

import asyncio
import json
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from uuid import UUID

import pytest

from shared.contracts.voting import VoteOpened
from shared.kernel.canonical import canonical
from tests.voting.builders import QUORUM, RULES


async def test_opening_freezes_roll_rule_and_question(floor):
    sitting_id = await floor.sit(present=100)
    vote_id = await floor.open_vote(sitting_id, "maj_const_law")
    await floor.end_mandate(floor.deputies[3])
    await floor.write_down(sitting_id, [floor.deputies[120]])

    shown = await floor.get(f"/votes/{vote_id}")

    assert (shown["roll"], shown["registered"], shown["needed"]) == (145, 100, 97)
    assert shown["rule"] == json.loads(RULES.decision("maj_const_law").model_dump_json())
    opened, closes = (datetime.fromisoformat(shown[k]) for k in ("opened_at", "closes_at"))
    assert closes - opened == timedelta(seconds=30)
    rows = await floor.admin.fetch("SELECT * FROM roll WHERE vote_id = $1", UUID(vote_id))
    assert {row["person_id"]: row["mandate_id"] for row in rows} == floor.mandates
    present = {row["person_id"] for row in rows if row["registered"]}
    assert present == set(floor.deputies[:100])


async def test_the_digest_of_the_rule_can_be_computed_again(floor):
    shown = await floor.get(f"/votes/{await floor.open_vote()}")

    assert shown["rule_digest"] == sha256(canonical(shown["rule"])).hexdigest()


async def test_a_vote_does_not_open_before_the_sitting_has(floor):
    sitting_id = await floor.registering()
    await floor.write_down(sitting_id, floor.deputies)
    vote_id = await floor.prepare(sitting_id, await floor.ask())

    refused = await floor.post(f"/votes/{vote_id}/opening", by=floor.chair, status=409)

    assert "the sitting is open" in refused["detail"]
    assert await floor.admin.fetchval("SELECT count(*) FROM roll") == 0


async def test_a_vote_does_not_open_when_the_quorum_is_gone(floor):
    sitting_id = await floor.sit(present=QUORUM)
    vote_id = await floor.prepare(sitting_id, await floor.ask())
    await floor.end_mandate(floor.deputies[QUORUM - 1])

    refused = await floor.post(f"/votes/{vote_id}/opening", by=floor.chair, status=409)

    assert refused["provision"] == "Constitution 2026, art. 58(5)"


@pytest.mark.parametrize("sittings", [1, 2])
async def test_a_question_has_one_open_vote_at_most(floor, sittings):
    question_id = await floor.ask()
    held = [await floor.sit() for _ in range(sittings)]
    votes = [await floor.prepare(held[n % sittings], question_id) for n in range(2)]
    await asyncio.gather(*(floor.get("/composition") for _ in range(4)))  # all are connected

    answers = await asyncio.gather(
        *(
            floor.http.post(f"/votes/{vote_id}/opening", headers=floor.signed(floor.chair))
            for vote_id in votes
        )
    )

    assert sorted(answer.status_code for answer in answers) == [200, 409]


async def test_two_who_open_the_same_vote_open_it_once(floor):
    vote_id = await floor.prepare(await floor.sit(), await floor.ask())

    answers = await asyncio.gather(
        *(
            floor.http.post(f"/votes/{vote_id}/opening", headers=floor.signed(person_id))
            for person_id in (floor.chair, floor.deputy_chair)
        )
    )

    assert sorted(answer.status_code for answer in answers) == [200, 409]
    opened = await floor.admin.fetchval(
        "SELECT count(*) FROM outbox WHERE type = $1", VoteOpened.type
    )
    assert opened == 1


async def test_the_window_given_is_the_window_kept(floor):
    shown = await floor.get(f"/votes/{await floor.open_vote(window_seconds=300)}")

    opened, closes = (datetime.fromisoformat(shown[k]) for k in ("opened_at", "closes_at"))
    assert closes - opened == timedelta(seconds=300)


async def test_who_opens_a_vote_on_an_older_state_is_refused(floor):
    vote_id = await floor.prepare(await floor.sit(), await floor.ask())
    headers = floor.signed(floor.chair, **{"If-Match": '"7"'})

    answer = await floor.http.post(f"/votes/{vote_id}/opening", headers=headers)

    assert answer.status_code == 412
    assert (await floor.get(f"/votes/{vote_id}"))["stage"] == "prepared"


async def test_the_times_of_a_vote_are_those_of_the_database(floor):
    before = await floor.admin.fetchval("SELECT clock_timestamp()")
    shown = await floor.get(f"/votes/{await floor.open_vote()}")
    after = await floor.admin.fetchval("SELECT clock_timestamp()")

    assert before < datetime.fromisoformat(shown["opened_at"]).astimezone(UTC) < after
