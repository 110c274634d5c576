"""Votes are prepared, shown and listed."""

from uuid import uuid4

from tests.voting.builders import QUORUM


async def test_before_opening_a_vote_shows_what_is_needed_and_who_is_there(floor):
    sitting_id = await floor.sit(present=QUORUM)
    vote_id = await floor.prepare(sitting_id, await floor.ask("maj_const_law"))

    shown = await floor.get(f"/votes/{vote_id}")

    assert shown["stage"] == "prepared"
    assert (shown["needed"], shown["seats"], shown["registered"]) == (97, 145, 97)
    assert shown["to_spare"] == 0  # at bare quorum it fails on one abstention
    assert shown["outcome"] is None
    assert shown["rule"]["window_seconds"] == 30


async def test_numbers_of_the_moment_are_not_kept_by_browsers(floor):
    sitting_id = await floor.sit(present=QUORUM)
    vote_id = await floor.prepare(sitting_id, await floor.ask())

    for path in (f"/sittings/{sitting_id}", f"/votes/{vote_id}"):
        answer = await floor.http.get(path)

        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["etag"] == f'"{answer.json()["version"]}"'


async def test_a_prepared_vote_is_found_where_the_answer_says(floor):
    sitting_id, question_id = await floor.sit(), await floor.ask()
    headers = floor.signed(floor.clerk)

    answer = await floor.http.post(
        f"/sittings/{sitting_id}/votes", json={"question_id": question_id}, headers=headers
    )

    assert answer.status_code == 201
    assert (await floor.get(answer.headers["location"]))["id"] == answer.json()["id"]


async def test_a_secret_ballot_is_not_held_here(floor):
    sitting_id, question_id = await floor.sit(), await floor.ask("chair_election")
    body = {"question_id": question_id}

    path = f"/sittings/{sitting_id}/votes"
    refused = await floor.post(path, body, by=floor.clerk, status=409)

    assert "Constitution 2026, art. 57(1)" in refused["provision"]


async def test_nothing_is_prepared_in_a_sitting_that_is_over(floor):
    sitting_id, question_id = await floor.sit(), await floor.ask()
    await floor.post(f"/sittings/{sitting_id}/closing", by=floor.chair)

    path = f"/sittings/{sitting_id}/votes"
    await floor.post(path, {"question_id": question_id}, by=floor.clerk, status=409)


async def test_a_vote_with_a_strange_window_or_question_is_not_prepared(floor):
    sitting_id, question_id = await floor.sit(), await floor.ask()
    path = f"/sittings/{sitting_id}/votes"

    for given, status in (
        ({"window_seconds": 0}, 422),
        ({"window_seconds": 3601}, 422),
        ({"window_seconds": "30"}, 422),
        ({"window_seconds": True}, 422),
        ({"question_id": str(uuid4())}, 404),
        ({"question_id": "maj_law"}, 422),
        ({"rule": {"adopt": 1}}, 422),
    ):
        body = {"question_id": question_id} | given
        await floor.post(path, body, by=floor.clerk, status=status)


async def test_a_vote_that_is_not_there_is_not_found(http):
    for path in ("", "/options", "/acts", "/ballots", "/live"):
        answer = await http.get(f"/votes/{uuid4()}{path}")

        assert (answer.status_code, answer.json()["code"]) == (404, "vote-not-found")


async def test_votes_are_listed_by_sitting_question_and_stage_in_pages(floor):
    sitting_id = await floor.sit()
    questions = [await floor.ask() for _ in range(3)]
    votes = [await floor.prepare(sitting_id, question_id) for question_id in questions]
    await floor.post(f"/votes/{votes[0]}/opening", by=floor.chair)

    by_question = await floor.get(f"/votes?question_id={questions[1]}")
    by_stage = await floor.get(f"/votes?sitting_id={sitting_id}&stage=open")
    first_page = await floor.http.get("/votes?limit=2")
    rest = await floor.get(first_page.links["next"]["url"])

    assert [vote["id"] for vote in by_question] == [votes[1]]
    assert [vote["id"] for vote in by_stage] == [votes[0]]
    assert [vote["id"] for vote in first_page.json() + rest] == votes[::-1]
    assert await floor.get(f"/votes?sitting_id={uuid4()}") == []
