"""Ballots that come late, with a time of their own, or from a deputy who was struck off."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest


@pytest.mark.parametrize(
    ("ago", "at_least_ms"), [("1 millisecond", 1), ("1 second", 1_000), ("1 hour", 3_600_000)]
)
async def test_a_late_ballot_is_refused_and_told_how_late_it_was(floor, ago, at_least_ms):
    vote_id = await floor.open_vote()
    await floor.end_window(vote_id, ago)

    answer = await floor.cast(vote_id, floor.deputies[10])

    assert (answer.status_code, answer.json()["code"]) == (409, "vote-closed")
    late_ms = int(answer.json()["detail"].split(" ms late")[0].split()[-1])
    assert at_least_ms <= late_ms < at_least_ms + 60_000
    assert await floor.ballots_in(vote_id) == 0


async def test_the_clock_of_the_device_says_nothing(floor):
    vote_id = await floor.open_vote()
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    http_date = tomorrow.strftime("%a, %d %b %Y %H:%M:%S GMT")
    headers = floor.signed(floor.deputies[10], Date=http_date)
    body = {"choice": "for", "request_id": str(uuid4())}

    answer = await floor.http.post(f"/votes/{vote_id}/ballot", json=body, headers=headers)
    recorded_at = datetime.fromisoformat(answer.json()["recorded_at"])

    now = await floor.admin.fetchval("SELECT clock_timestamp()")
    assert timedelta() <= now - recorded_at < timedelta(minutes=1)


async def test_who_is_struck_off_the_register_during_a_vote_still_votes_in_it(floor):
    """Who is present is frozen with the roll; nobody is sent out of a vote that has begun."""
    vote_id, deputy = await floor.open_vote(), floor.deputies[10]
    await floor.admin.execute("DELETE FROM registrations WHERE person_id = $1", deputy)

    answer = await floor.cast(vote_id, deputy)

    assert answer.status_code == 201
