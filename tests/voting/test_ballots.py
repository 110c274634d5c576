"""Ballots: personal, once, in time (Constitution 2026, art. 55(1))."""

import hashlib
import re
from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest

from services.voting.domain.ballot import Ballot
from services.voting.domain.evidence import leaf_of
from services.voting.domain.stages import Choice
from services.voting.store import ballot_box
from services.voting.store.ballot_box import BallotBox
from shared.contracts.voting import BallotRecorded
from tests.voting import signing


def test_the_receipt_is_the_hash_of_the_ballot_as_a_leaf():
    ballot = Ballot(
        id=UUID(int=1),
        vote_id=UUID(int=2),
        person_id=UUID(int=3),
        choice=Choice.AGAINST,
        request_id=UUID(int=4),
        recorded_at=datetime(2026, 12, 1, 7, 0, 0, 5, tzinfo=UTC),
        rules="ab" * 32,
    )

    # SHA-256 of the byte 00 and of this text, as any other program computes it.
    leaf = (
        '{"choice":"against","deputy":"00000000-0000-0000-0000-000000000003",'
        f'"rules":"{"ab" * 32}","t":"2026-12-01T07:00:00.000005Z","type":"ballot",'
        '"v":1,"vote":"00000000-0000-0000-0000-000000000002"}'
    )
    assert ballot.receipt == hashlib.sha256(b"\x00" + leaf.encode()).hexdigest()


async def test_a_ballot_is_recorded_with_its_receipt_and_told_without_its_choice(floor):
    vote_id, deputy, request_id = await floor.open_vote(), floor.deputies[10], uuid4()

    answer = await floor.cast(vote_id, deputy, "against", request_id)

    assert answer.status_code == 201
    receipt = answer.json()
    assert list(receipt) == [
        "vote_id",
        "ballot_id",
        "choice",
        "request_id",
        "recorded_at",
        "receipt",
    ]
    assert (receipt["choice"], receipt["request_id"]) == ("against", str(request_id))
    row = await floor.admin.fetchrow("SELECT * FROM outbox WHERE type = $1", BallotRecorded.type)
    fact = BallotRecorded.model_validate_json(row["body"])
    assert (str(fact.ballot_id), str(fact.vote_id)) == (receipt["ballot_id"], vote_id)
    assert (fact.person_id, row["sequence"], row["case_id"]) == (deputy, 1, fact.ballot_id)
    assert fact.at == row["at"] == datetime.fromisoformat(receipt["recorded_at"])
    assert row["trace"] is not None
    assert "against" not in row["body"]


async def test_the_receipt_can_be_computed_again_by_whoever_reads_the_votes(floor):
    vote_id, deputy = await floor.open_vote(), floor.deputies[10]
    receipt = (await floor.cast(vote_id, deputy, "abstained")).json()
    vote = await floor.get(f"/votes/{vote_id}")

    entry = {
        "v": 1,
        "type": "ballot",
        "vote": vote_id,
        "deputy": str(deputy),
        "choice": "abstained",
        "t": receipt["recorded_at"],
        "rules": vote["rule_digest"],
    }

    assert receipt["receipt"] == leaf_of(entry)
    assert await floor.get(f"/votes/{vote_id}/ballot", by=deputy) == receipt


async def test_the_same_request_again_gets_the_same_receipt_byte_for_byte(floor):
    vote_id, deputy, request_id = await floor.open_vote(), floor.deputies[10], uuid4()

    first = await floor.cast(vote_id, deputy, "for", request_id)
    again = [await floor.cast(vote_id, deputy, "for", request_id) for _ in range(3)]

    assert first.status_code == 201
    assert {answer.status_code for answer in again} == {200}
    assert {answer.content for answer in again} == {first.content}
    assert await ballots_in(floor, vote_id) == 1


async def test_an_answer_lost_at_the_close_is_given_again_after_it(floor):
    vote_id, deputy, request_id = await floor.open_vote(), floor.deputies[10], uuid4()
    first = await floor.cast(vote_id, deputy, "for", request_id)
    await floor.end_window(vote_id)
    await floor.close(vote_id)

    again = await floor.cast(vote_id, deputy, "for", request_id)

    assert (again.status_code, again.content) == (200, first.content)


@pytest.mark.parametrize("choice", ["for", "against"])
async def test_a_second_ballot_is_refused_and_says_nothing_of_the_first(floor, choice):
    vote_id, deputy = await floor.open_vote(), floor.deputies[10]
    await floor.cast(vote_id, deputy, "for")

    answer = await floor.cast(vote_id, deputy, choice)

    assert (answer.status_code, answer.json()["code"]) == (409, "already-voted")
    assert not re.search(r"\bfor\b|against|abstain", answer.json()["detail"])
    assert await ballots_in(floor, vote_id) == 1


async def test_the_same_request_with_another_choice_is_a_second_ballot(floor):
    vote_id, deputy, request_id = await floor.open_vote(), floor.deputies[10], uuid4()
    await floor.cast(vote_id, deputy, "for", request_id)

    answer = await floor.cast(vote_id, deputy, "against", request_id)

    assert (answer.status_code, answer.json()["code"]) == (409, "already-voted")


async def test_a_ballot_of_yesterdays_request_counts_for_its_own_vote_only(floor):
    sitting_id, request_id = await floor.sit(), uuid4()
    first, second = await floor.open_vote(sitting_id), await floor.open_vote(sitting_id)
    await floor.cast(first, floor.deputies[10], "for", request_id)

    answer = await floor.cast(second, floor.deputies[10], "for", request_id)

    assert answer.status_code == 201
    assert answer.json()["vote_id"] == second


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
    assert await ballots_in(floor, vote_id) == 0


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
    assert await ballots_in(floor, vote_id) == 0


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
    assert await ballots_in(floor, vote_id) == 0


@pytest.mark.parametrize(
    "changed",
    [
        *({"choice": choice} for choice in ("maybe", "FOR", "For", " for", "for\n", "", "за")),
        *({"choice": choice} for choice in (None, 1, True, ["for"], {"for": True}, "f" * 500_000)),
        *({"request_id": id_} for id_ in (None, 7, "", "one", [], "0" * 100_000)),
        {"deputy": str(UUID(int=404))},
        {"person_id": str(UUID(int=404))},
        {"weight": 2},
        {"recorded_at": "2026-12-01T00:00:00Z"},
        {"a\u0000b": 1},
    ],
    ids=lambda changed: str(changed)[:40],
)
async def test_a_body_that_is_not_a_ballot_is_refused_and_nothing_is_recorded(
    http, settings, changed
):
    """The shape is looked at before anything is asked of the database."""
    body = {"choice": "for", "request_id": str(uuid4())} | changed

    headers = {"Authorization": f"Bearer {signing.token(uuid4(), settings)}"}

    answer = await http.post(f"/votes/{uuid4()}/ballot", json=body, headers=headers)

    assert answer.status_code == 422, answer.text
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("raw", "status"),
    [
        (b"", 422),
        (b"[]", 422),
        (b"null", 422),
        (b'"for"', 422),
        (b'{"choice":"for"', 400),
        (b'{"choice":"for"}', 422),
        (b"\xff\xfe", 400),
        (b"[" * 50_000, 400),
        (b'{"choice":"' + b"f" * 1_100_000 + b'"}', 413),
    ],
    ids=lambda raw: str(raw)[:20],
)
async def test_bytes_that_are_not_a_ballot_are_refused(http, settings, raw, status):
    token = signing.token(uuid4(), settings)
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}

    answer = await http.post(f"/votes/{uuid4()}/ballot", content=raw, headers=headers)

    assert answer.status_code == status, answer.text


async def test_who_voted_how_is_hidden_until_the_close(floor):
    vote_id = await floor.open_vote()
    await floor.cast(vote_id, floor.deputies[10], "against")

    answer = await floor.http.get(f"/votes/{vote_id}/ballots", headers=floor.signed(floor.clerk))
    shown = await floor.http.get(f"/votes/{vote_id}", headers=floor.signed(floor.clerk))

    assert (answer.status_code, answer.json()["code"]) == (409, "hidden-until-close")
    assert shown.json()["tally"] is None


async def test_ones_own_ballot_is_shown_to_nobody_else(floor):
    vote_id = await floor.open_vote()
    await floor.cast(vote_id, floor.deputies[10], "against")

    answer = await floor.http.get(
        f"/votes/{vote_id}/ballot", headers=floor.signed(floor.deputies[11])
    )

    assert (answer.status_code, answer.json()["code"]) == (404, "ballot-not-found")


async def test_after_the_close_every_ballot_stands_beside_its_receipt(floor):
    vote_id = await floor.open_vote(await floor.sit(present=97))
    receipts = {}
    for person_id, choice in zip(floor.deputies[:97], ["for", "against"] * 49, strict=False):
        receipts[str(person_id)] = (await floor.cast(vote_id, person_id, choice)).json()
    await floor.close(vote_id)

    by_name = await floor.get(f"/votes/{vote_id}/ballots")

    published = {e["person_id"]: e for e in by_name["roll"] if e["receipt"]}
    assert published.keys() == receipts.keys()
    for person_id, receipt in receipts.items():
        entry = published[person_id]
        assert (entry["state"], entry["receipt"], entry["recorded_at"]) == (
            receipt["choice"],
            receipt["receipt"],
            receipt["recorded_at"],
        )


async def test_an_outbox_row_for_every_ballot_and_none_without(floor):
    vote_id = await floor.open_vote()
    await floor.cast_all(vote_id, ["for", "against", "abstained"] * 10)
    await floor.cast(vote_id, floor.deputies[0], "for")
    await floor.cast(vote_id, floor.stranger, "for")

    told = await floor.admin.fetch(
        "SELECT b.person_id, o.body FROM ballots b FULL JOIN outbox o ON o.case_id = b.id "
        "WHERE o.about = 'ballot' OR b.id IS NOT NULL"
    )

    assert len(told) == 30
    assert all(row["person_id"] and row["body"] for row in told)
    assert not any(word in row["body"] for row in told for word in ("against", "abstained"))


async def test_with_the_database_away_the_deputy_is_asked_to_come_back(floor, app, box):
    app.state.ballot_box = box
    vote_id = await floor.open_vote()
    await box._pool.close()  # noqa: SLF001 as if the server had gone

    answer = await floor.cast(vote_id, floor.deputies[10])

    assert answer.status_code == 503
    assert answer.headers["retry-after"]


async def test_with_every_connection_taken_the_deputy_is_asked_to_come_back(
    floor, app, urls, monkeypatch
):
    monkeypatch.setattr(ballot_box, "PATIENCE_SECONDS", 0.05)
    vote_id = await floor.open_vote()
    async with BallotBox.opened(urls["service"], 1) as small:
        app.state.ballot_box = small
        async with small._pool.acquire():  # noqa: SLF001 as another ballot under way
            answer = await floor.cast(vote_id, floor.deputies[10])
        again = await floor.cast(vote_id, floor.deputies[10])

    assert answer.status_code == 503
    assert answer.headers["retry-after"]
    assert again.status_code == 201


async def ballots_in(floor, vote_id) -> int:
    return await floor.admin.fetchval(
        "SELECT count(*) FROM ballots WHERE vote_id = $1", UUID(vote_id)
    )
