"""Votes: prepared, opened on a frozen roll and rule, closed with one result."""

import asyncio
import json
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from uuid import UUID, uuid4

import pytest

from services.voting.domain.evidence import canonical
from shared.contracts.voting import ResultCertified, VoteOpened, VotePrepared
from tests.voting.builders import QUORUM, RULES


async def test_before_opening_a_vote_shows_what_is_needed_and_who_is_there(floor):
    sitting_id = await floor.sit(present=QUORUM)
    vote_id = await floor.prepare(sitting_id, await floor.ask("maj_const_law"))

    shown = await floor.get(f"/votes/{vote_id}")

    assert shown["stage"] == "prepared"
    assert (shown["needed"], shown["seats"], shown["registered"]) == (97, 145, 97)
    assert shown["to_spare"] == 0  # at bare quorum it fails on one abstention
    assert shown["outcome"] is None
    assert shown["rule"]["window_seconds"] == 30


async def test_a_prepared_vote_is_found_where_the_answer_says(floor):
    sitting_id, question_id = await floor.sit(), await floor.ask()
    headers = floor.signed(floor.clerk)

    answer = await floor.http.post(
        f"/sittings/{sitting_id}/votes", json={"question_id": question_id}, headers=headers
    )

    assert answer.status_code == 201
    assert (await floor.get(answer.headers["location"]))["id"] == answer.json()["id"]


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


async def test_its_facts_tell_its_path_in_order(floor):
    vote_id = await floor.open_vote()
    await floor.cast_all(vote_id, ["for"] * 145)
    await floor.close(vote_id)

    rows = await floor.admin.fetch(
        "SELECT type, sequence, body FROM outbox WHERE about = 'vote' ORDER BY place"
    )

    assert [(row["type"], row["sequence"]) for row in rows] == [
        (VotePrepared.type, 1),
        (VoteOpened.type, 2),
        (ResultCertified.type, 3),
    ]
    fact = ResultCertified.model_validate_json(rows[-1]["body"])
    assert (fact.tally.votes_for, fact.needed, fact.outcome) == (145, 73, "adopted")


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


@pytest.mark.parametrize(
    ("act", "who"),
    [
        ("opening", "clerk"),
        ("opening", "government"),
        ("opening", "stranger"),
        ("closing", "clerk"),
        ("closing", "government"),
        ("closing", "stranger"),
    ],
)
async def test_only_the_presiding_officers_open_and_close_votes(floor, act, who):
    sitting_id = await floor.sit()
    vote_id = await floor.prepare(sitting_id, await floor.ask())
    if act == "closing":
        await floor.post(f"/votes/{vote_id}/opening", by=floor.chair)
        await floor.end_window(vote_id)

    await floor.post(f"/votes/{vote_id}/{act}", by=getattr(floor, who), status=403)


async def test_without_a_token_nothing_is_done(floor):
    vote_id = await floor.open_vote()

    answer = await floor.http.post(f"/votes/{vote_id}/closing")

    assert answer.status_code == 401


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


async def test_a_decided_question_is_not_put_to_the_vote_again(floor):
    sitting_id, question_id = await floor.sit(), await floor.ask()
    prepared = await floor.prepare(sitting_id, question_id)
    vote_id = await floor.open_vote(sitting_id, question_id=question_id)
    await floor.cast_all(vote_id, ["against"] * 145)
    await floor.close(vote_id)

    opening = await floor.post(f"/votes/{prepared}/opening", by=floor.chair, status=409)
    body = {"question_id": question_id}
    path = f"/sittings/{sitting_id}/votes"
    preparing = await floor.post(path, body, by=floor.clerk, status=409)

    assert "has not decided" in opening["detail"]
    assert "has not decided" in preparing["detail"]


async def test_an_undecided_question_may_be_put_to_the_vote_again(floor):
    sitting_id, question_id = await floor.sit(), await floor.ask()
    vote_id = await floor.open_vote(sitting_id, question_id=question_id)
    await floor.cast_all(vote_id, ["abstained"] * 145)
    assert (await floor.close(vote_id))["outcome"] == "no_decision"

    again = await floor.open_vote(sitting_id, question_id=question_id)

    assert (await floor.get(f"/votes/{again}"))["stage"] == "open"


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


async def test_the_window_given_is_the_window_kept(floor):
    shown = await floor.get(f"/votes/{await floor.open_vote(window_seconds=300)}")

    opened, closes = (datetime.fromisoformat(shown[k]) for k in ("opened_at", "closes_at"))
    assert closes - opened == timedelta(seconds=300)


async def test_before_the_end_the_chair_closes_when_all_registered_have_voted(floor):
    vote_id = await floor.open_vote(await floor.sit(present=QUORUM), "maj_const_law")
    await floor.cast_all(vote_id, ["for"] * 96)

    refused = await floor.close(vote_id, status=409)
    assert "all registered have voted" in refused["detail"]
    assert (await floor.cast(vote_id, floor.deputies[96], "abstained")).status_code == 201
    closed = await floor.close(vote_id)

    assert closed["outcome"] == "no_decision"
    assert closed["tally"] == {
        "votes_for": 96,
        "against": 0,
        "abstained": 1,
        "present_not_voted": 0,
        "absent": 48,
    }


async def test_when_the_window_is_over_the_chair_closes_and_every_deputy_has_one_state(floor):
    vote_id = await floor.open_vote(await floor.sit(present=120))
    await floor.cast_all(vote_id, ["for"] * 50 + ["against"] * 20 + ["abstained"] * 10)
    await floor.end_window(vote_id)

    await floor.close(vote_id)

    by_name = await floor.get(f"/votes/{vote_id}/ballots")
    states = [entry["state"] for entry in by_name["roll"]]
    assert states == (
        ["for"] * 50
        + ["against"] * 20
        + ["abstained"] * 10
        + ["present_not_voted"] * 40
        + ["absent"] * 25
    )
    assert [entry["number"] for entry in by_name["roll"]] == list(range(1, 146))
    assert sum(by_name["tally"].values()) == 145


async def test_a_closed_vote_has_its_result_and_no_other(floor):
    vote_id = await floor.open_vote()
    await floor.cast_all(vote_id, ["for"] * 145)
    await floor.close(vote_id)

    await floor.close(vote_id, status=409)

    results = await floor.admin.fetchval(
        "SELECT count(*) FROM outbox WHERE type = $1", ResultCertified.type
    )
    assert results == 1


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


async def test_the_options_of_an_open_vote_say_when_it_may_be_closed(floor):
    vote_id = await floor.open_vote()
    headers = floor.signed(floor.chair, **{"Accept-Language": "kk"})

    answer = await floor.http.get(f"/votes/{vote_id}/options", headers=headers)

    [closing] = [option for option in answer.json() if option["act"] == "close"]
    assert not closing["is_open"]
    assert closing["reasons"][0]["sentence"].startswith("дауыс беру уақыты өткен")


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
