"""Votes are closed: one result, every deputy in one state."""

import pytest

from shared.contracts.voting import ResultCertified, VoteClosed, VoteOpened, VotePrepared
from tests.voting.builders import QUORUM


async def test_its_facts_tell_its_path_in_order(floor):
    vote_id = await floor.open_vote()
    await floor.cast_all(vote_id, ["for"] * 145)
    await floor.decide(vote_id)

    rows = await floor.admin.fetch(
        "SELECT type, sequence, body FROM outbox WHERE about = 'vote' ORDER BY place"
    )

    assert [(row["type"], row["sequence"]) for row in rows] == [
        (VotePrepared.type, 1),
        (VoteOpened.type, 2),
        (VoteClosed.type, 3),
        (ResultCertified.type, 4),
    ]
    fact = ResultCertified.model_validate_json(rows[-1]["body"])
    assert (fact.tally.votes_for, fact.needed, fact.outcome) == (145, 73, "adopted")


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
        "absent_excused": 0,
        "recused": 0,
        "device_fault": 0,
        "voted": 0,
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
        "SELECT count(*) FROM outbox WHERE type = $1", VoteClosed.type
    )
    assert results == 1


async def test_the_options_of_an_open_vote_say_when_it_may_be_closed(floor):
    vote_id = await floor.open_vote()
    headers = floor.signed(floor.chair, **{"Accept-Language": "kk"})

    answer = await floor.http.get(f"/votes/{vote_id}/options", headers=headers)

    [closing] = [option for option in answer.json() if option["act"] == "close"]
    assert not closing["is_open"]
    assert closing["reasons"][0]["sentence"].startswith("дауыс беру уақыты өткен")
