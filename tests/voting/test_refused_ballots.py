"""Ballots that are not taken, each with its reason and provision."""

import re
from datetime import datetime
from uuid import uuid4

import pytest


@pytest.mark.parametrize("choice", ["for", "against"])
async def test_a_second_ballot_is_refused_and_says_nothing_of_the_first(floor, choice):
    vote_id, deputy = await floor.open_vote(), floor.deputies[10]
    await floor.cast(vote_id, deputy, "for")

    answer = await floor.cast(vote_id, deputy, choice)

    assert (answer.status_code, answer.json()["code"]) == (409, "already-voted")
    assert not re.search(r"\bfor\b|against|abstain", answer.json()["detail"])
    assert await floor.ballots_in(vote_id) == 1


async def test_the_same_request_with_another_choice_is_a_second_ballot(floor):
    vote_id, deputy, request_id = await floor.open_vote(), floor.deputies[10], uuid4()
    await floor.cast(vote_id, deputy, "for", request_id)

    answer = await floor.cast(vote_id, deputy, "against", request_id)

    assert (answer.status_code, answer.json()["code"]) == (409, "already-voted")


async def test_a_ballot_one_millisecond_late_is_refused_by_the_clock_of_the_database(floor):
    vote_id = await floor.open_vote()
    await floor.end_window(vote_id, "1 millisecond")

    answer = await floor.cast(vote_id, floor.deputies[10])

    problem = answer.json()
    assert (answer.status_code, problem["code"]) == (409, "vote-closed")
    late = int(re.search(r"(\d+) ms late", problem["detail"])[1])
    ended_at = re.search(r"closed at (\S+Z);", problem["detail"])[1]
    assert 1 <= late < 10_000
    closes_at = await floor.admin.fetchval("SELECT closes_at FROM votes")
    assert datetime.fromisoformat(ended_at) == closes_at
    assert "voting.window_seconds" in problem["provision"]
    assert await floor.ballots_in(vote_id) == 0


async def test_a_vote_that_was_closed_early_takes_no_more_ballots(floor):
    vote_id = await floor.open_vote(await floor.sit(present=97))
    await floor.cast_all(vote_id, ["for"] * 97)
    closed = await floor.close(vote_id)

    answer = await floor.cast(vote_id, floor.deputies[3], "against")

    assert (answer.status_code, answer.json()["code"]) == (409, "vote-closed")
    ended_at = re.search(r"closed at (\S+Z);", answer.json()["detail"])[1]
    assert ended_at == closed["closed_at"]


async def test_before_the_vote_opens_there_is_nothing_to_cast(floor):
    vote_id = await floor.prepare(await floor.sit(), await floor.ask())

    answer = await floor.cast(vote_id, floor.deputies[10])

    assert (answer.status_code, answer.json()["code"]) == (409, "vote-not-open")


async def test_in_a_vote_that_is_not_there_nothing_is_cast(floor):
    answer = await floor.cast(str(uuid4()), floor.deputies[10])

    assert (answer.status_code, answer.json()["code"]) == (404, "vote-not-found")


@pytest.mark.parametrize("who", ["clerk", "government", "stranger"])
async def test_who_is_not_a_deputy_does_not_vote(floor, who):
    vote_id = await floor.open_vote()

    answer = await floor.cast(vote_id, getattr(floor, who))

    assert (answer.status_code, answer.json()["code"]) == (403, "not-on-the-roll")
    assert answer.json()["provision"] == "Constitution 2026, art. 55(1)"
    assert await floor.ballots_in(vote_id) == 0


async def test_a_deputy_whose_mandate_began_after_the_opening_is_not_on_the_roll(floor):
    late = floor.deputies[144]
    await floor.end_mandate(late)
    vote_id = await floor.open_vote(await floor.sit(present=120))
    await floor.admin.execute("UPDATE register_mandates SET until = NULL")

    answer = await floor.cast(vote_id, late)

    assert (answer.status_code, answer.json()["code"]) == (403, "not-on-the-roll")


async def test_a_deputy_who_did_not_register_does_not_vote(floor):
    sitting_id = await floor.sit(present=100)
    vote_id = await floor.open_vote(sitting_id)
    await floor.write_down(sitting_id, [floor.deputies[100]])

    answer = await floor.cast(vote_id, floor.deputies[100])

    assert (answer.status_code, answer.json()["code"]) == (403, "not-registered")


async def test_a_mandate_that_ends_during_the_vote_ends_the_right_to_vote(floor):
    vote_id = await floor.open_vote()
    voted, silent = floor.deputies[10:12]
    await floor.cast(vote_id, voted, "for")
    await floor.end_mandate(voted)
    await floor.end_mandate(silent)

    answer = await floor.cast(vote_id, silent)

    assert (answer.status_code, answer.json()["code"]) == (403, "mandate-ended")
    await floor.end_window(vote_id)
    tally = (await floor.close(vote_id))["tally"]
    assert (tally["votes_for"], tally["present_not_voted"]) == (1, 144)  # the ballot cast stays


async def test_nobody_votes_without_a_token(floor):
    vote_id = await floor.open_vote()
    body = {"choice": "for", "request_id": str(uuid4())}

    answer = await floor.http.post(f"/votes/{vote_id}/ballot", json=body)

    assert answer.status_code == 401
    assert await floor.ballots_in(vote_id) == 0
