"""Those who would vote for another, and those whose mandate ends."""

from uuid import UUID, uuid4

import pytest


@pytest.mark.parametrize("place", ["query", "path", "header"])
async def test_another_deputy_named_beside_the_body_does_not_get_the_ballot(floor, place):
    vote_id = await floor.open_vote()
    voter, other = floor.deputies[10:12]
    path = f"/votes/{vote_id}/ballot"
    path += {"query": f"?person_id={other}&deputy={other}", "path": f"/{other}", "header": ""}[
        place
    ]
    headers = floor.signed(voter, **{"X-Person-Id": str(other), "X-Deputy": str(other)})
    body = {"choice": "for", "request_id": str(uuid4())}

    answer = await floor.http.post(path, json=body, headers=headers)

    cast = await floor.admin.fetch("SELECT person_id FROM ballots")
    assert [row["person_id"] for row in cast] == ([] if place == "path" else [voter])
    assert answer.status_code == (404 if place == "path" else 201)


async def test_a_ballot_stays_when_the_mandate_ends_before_the_close(floor):
    vote_id, deputy = await floor.open_vote(), floor.deputies[10]
    await floor.cast(vote_id, deputy, "against", UUID(int=9))

    await floor.end_mandate(deputy)
    again = await floor.cast(vote_id, deputy, "against", UUID(int=9))
    await floor.end_window(vote_id)
    closed = await floor.close(vote_id)

    assert again.status_code == 200
    assert (closed["tally"]["against"], closed["roll"]) == (1, 145)
