"""Where the rule allows it a ballot may be changed before the close: the last one stands."""

import asyncio
import json
from importlib.resources import files
from uuid import UUID, uuid4

import pytest

from kurultai import verify
from services.voting.domain.ballot import Paper, Verdict
from shared import rules

RULES = files("shared.rules") / "profiles" / "kz-kurultai-2026-provisional.yaml"
REASON = {"kk": "Құрылғы істемейді", "ru": "Не работает устройство"}
FORBIDDEN = "voting.change_before_close:\n    versions:\n      2026-07-01: { value: false"


@pytest.fixture(scope="module")
def lenient(tmp_path_factory):
    """Our rules, but a ballot may be changed."""
    text = RULES.read_text("utf-8")
    assert FORBIDDEN in text
    path = tmp_path_factory.mktemp("rules") / "lenient.yaml"
    path.write_text(text.replace(FORBIDDEN, FORBIDDEN.replace("false", "true")), "utf-8")
    return rules.load(path)


@pytest.fixture
def profile(lenient):
    return lenient


@pytest.fixture
async def vote_id(floor):
    return await floor.open_vote(await floor.sit(present=97))


async def test_the_last_ballot_of_a_deputy_stands_and_every_one_is_kept(floor, vote_id):
    deputy = floor.deputies[10]

    answers = [await floor.cast(vote_id, deputy, said) for said in ("for", "against", "abstained")]

    assert [answer.status_code for answer in answers] == [201] * 3
    assert await floor.ballots_in(vote_id) == 3
    own = await floor.get(f"/votes/{vote_id}/ballot", by=deputy)
    assert own == answers[-1].json()


async def test_a_changed_ballot_is_counted_once_and_as_it_stands(floor, vote_id):
    await floor.cast_all(vote_id, ["for"] * 97)
    for deputy in floor.deputies[:25]:
        await floor.cast(vote_id, deputy, "against")

    progress = await floor.get(f"/votes/{vote_id}")
    closed = await floor.close(vote_id)

    assert progress["stage"] == "open"
    tally = closed["tally"]
    assert (tally["votes_for"], tally["against"], tally["absent"]) == (72, 25, 48)
    assert closed["outcome"] == "no_decision"


async def test_a_lost_answer_that_is_asked_for_again_is_no_change(floor, vote_id):
    deputy, first = floor.deputies[10], uuid4()
    accepted = await floor.cast(vote_id, deputy, "for", first)
    await floor.cast(vote_id, deputy, "against")

    again = await floor.cast(vote_id, deputy, "for", first)

    assert (again.status_code, again.json()) == (200, accepted.json())
    own = await floor.get(f"/votes/{vote_id}/ballot", by=deputy)
    assert own["choice"] == "against"


async def test_the_same_request_cannot_say_something_else(floor, vote_id):
    deputy, request_id = floor.deputies[10], uuid4()
    await floor.cast(vote_id, deputy, "for", request_id)

    refused = await floor.cast(vote_id, deputy, "against", request_id)

    assert (refused.status_code, refused.json()["code"]) == (409, "already-voted")
    assert await floor.ballots_in(vote_id) == 1


async def test_of_changes_sent_at_once_each_is_on_record_or_refused(floor, box, vote_id):
    deputy = floor.deputies[10]
    papers = [
        Paper(UUID(vote_id), deputy, said, uuid4()) for said in ("for", "against", "abstained") * 20
    ]

    cast = await asyncio.gather(*map(box.cast, papers))

    verdicts = [one.verdict for one in cast]
    assert set(verdicts) <= {Verdict.ACCEPTED, Verdict.ALREADY_VOTED}
    assert await floor.ballots_in(vote_id) == verdicts.count(Verdict.ACCEPTED) >= 1
    turns = await floor.admin.fetch(
        "SELECT turn FROM ballots WHERE vote_id = $1 ORDER BY turn", UUID(vote_id)
    )
    assert [row["turn"] for row in turns] == list(range(len(turns)))


async def test_after_the_close_nothing_is_changed(floor, vote_id):
    deputy = floor.deputies[10]
    await floor.cast_all(vote_id, ["for"] * 97)
    await floor.close(vote_id)

    late = await floor.cast(vote_id, deputy, "against")

    assert (late.status_code, late.json()["code"]) == (409, "vote-closed")
    assert await floor.ballots_in(vote_id) == 97


async def test_paper_takes_no_ballots_place(floor, vote_id):
    deputy = floor.deputies[10]
    await floor.cast(vote_id, deputy, "for")
    body = {"person_id": str(deputy), "choice": "against", "reason": REASON}
    entered = await floor.post(f"/votes/{vote_id}/paper-ballots", body, by=floor.clerk)

    path = f"/paper-ballots/{entered['id']}/confirmation"
    refused = await floor.post(path, by=floor.chair, status=409)

    assert refused["code"] == "already-voted"


async def test_every_ballot_is_in_the_log_and_the_record_is_verified(
    floor, vote_id, tmp_path, capsys
):
    await floor.cast_all(vote_id, ["for"] * 97)
    await floor.cast(vote_id, floor.deputies[10], "against")
    await floor.decide(vote_id)
    bundle = await floor.get(f"/votes/{vote_id}/bundle")

    path = tmp_path / "bundle.json"
    path.write_text(json.dumps(bundle), "utf-8")

    assert verify.main([str(path)]) == 0
    assert "97, one a deputy" in capsys.readouterr().out
    said = [
        entry["entry"]["choice"]
        for entry in bundle["entries"]
        if entry["entry"].get("deputy") == str(floor.deputies[10])
    ]
    assert said == ["for", "against"]


async def test_a_record_that_counts_the_ballot_before_is_found_out(
    floor, vote_id, tmp_path, capsys
):
    await floor.cast_all(vote_id, ["for"] * 97)
    changed = (await floor.cast(vote_id, floor.deputies[10], "against")).json()
    await floor.decide(vote_id)
    bundle = await floor.get(f"/votes/{vote_id}/bundle")
    bundle["states"][str(floor.deputies[10])] = "for"

    path = tmp_path / "bundle.json"
    path.write_text(json.dumps(bundle), "utf-8")

    assert changed["choice"] == "against"
    assert verify.main([str(path)]) == 1
    assert "the states are not those" in capsys.readouterr().out
