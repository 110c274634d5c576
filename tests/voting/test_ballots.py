"""Ballots on record: personal, once, and with a receipt (Constitution 2026, art. 55(1))."""

import hashlib
from datetime import UTC, datetime
from uuid import UUID, uuid4

from hypothesis import given
from hypothesis import strategies as st

from services.voting.api.ballots_shown import ReceiptShown, written
from services.voting.domain.ballot import Ballot
from services.voting.domain.evidence import leaf_of
from services.voting.domain.seal import Seal
from services.voting.domain.stages import Choice, Source
from shared.contracts.voting import BallotsRecorded

SEAL = Seal.of("the secret of a test", "kurultai.test/log")


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
        '{"choice":"against","deputy":"00000000-0000-0000-0000-000000000003","round":1,'
        f'"rules":"{"ab" * 32}","source":"electronic","t":"2026-12-01T07:00:00.000005Z",'
        '"type":"ballot",'
        '"v":1,"vote":"00000000-0000-0000-0000-000000000002"}'
    )
    assert ballot.receipt == hashlib.sha256(b"\x00" + leaf.encode()).hexdigest()


@given(
    choice=st.text() | st.dictionaries(st.text(), st.text()),
    ids=st.tuples(st.uuids(), st.uuids()),
    at=st.datetimes(timezones=st.just(UTC), min_value=datetime(1000, 1, 1)),  # noqa: DTZ001 it has one
    round_=st.integers(1, 10_000),
    source=st.sampled_from(Source),
)
def test_whatever_it_says_its_receipt_is_the_hash_of_its_entry(choice, ids, at, round_, source):
    ballot = Ballot(ids[0], ids[0], ids[1], choice, ids[0], at, "ab" * 32, round_, source)

    assert ballot.receipt == leaf_of(ballot.entry)
    shown = ReceiptShown.model_validate_json(written(ballot, SEAL))
    assert shown == ReceiptShown.of(ballot, SEAL)


async def test_a_ballot_is_recorded_with_its_receipt_and_told_without_its_choice(floor):
    vote_id, deputy, request_id = await floor.open_vote(), floor.deputies[10], uuid4()

    answer = await floor.cast(vote_id, deputy, "against", request_id)

    assert answer.status_code == 201
    receipt = answer.json()
    assert list(receipt) == [
        "vote_id",
        "ballot_id",
        "choice",
        "source",
        "request_id",
        "recorded_at",
        "round",
        "rules",
        "receipt",
        "signature",
    ]
    assert (receipt["choice"], receipt["request_id"]) == ("against", str(request_id))
    row = await floor.admin.fetchrow("SELECT * FROM outbox WHERE type = $1", BallotsRecorded.type)
    fact = BallotsRecorded.model_validate_json(row["body"])
    (ballot,) = fact.ballots
    assert (str(ballot.ballot_id), str(ballot.vote_id)) == (receipt["ballot_id"], vote_id)
    assert (ballot.person_id, row["sequence"]) == (deputy, 1)
    assert row["case_id"] == fact.ballot_group_id
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
        "round": 1,
        "source": "electronic",
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
    assert await floor.ballots_in(vote_id) == 1


async def test_an_answer_lost_at_the_close_is_given_again_after_it(floor):
    vote_id, deputy, request_id = await floor.open_vote(), floor.deputies[10], uuid4()
    first = await floor.cast(vote_id, deputy, "for", request_id)
    await floor.end_window(vote_id)
    await floor.close(vote_id)

    again = await floor.cast(vote_id, deputy, "for", request_id)

    assert (again.status_code, again.content) == (200, first.content)


async def test_a_ballot_of_yesterdays_request_counts_for_its_own_vote_only(floor):
    sitting_id, request_id = await floor.sit(), uuid4()
    first, second = await floor.open_vote(sitting_id), await floor.open_vote(sitting_id)
    await floor.cast(first, floor.deputies[10], "for", request_id)

    answer = await floor.cast(second, floor.deputies[10], "for", request_id)

    assert answer.status_code == 201
    assert answer.json()["vote_id"] == second


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


async def test_every_ballot_is_told_once_and_nothing_else_is(floor):
    vote_id = await floor.open_vote()
    await floor.cast_all(vote_id, ["for", "against", "abstained"] * 10)
    await floor.cast(vote_id, floor.deputies[0], "for")
    await floor.cast(vote_id, floor.stranger, "for")

    told = await floor.admin.fetch("SELECT body FROM outbox WHERE about = 'ballot_group'")
    on_record = await floor.admin.fetch("SELECT id, person_id FROM ballots")

    groups = [BallotsRecorded.model_validate_json(row["body"]) for row in told]
    assert len(groups) < 30  # those that came together are told together
    assert sorted((b.ballot_id, b.person_id) for group in groups for b in group.ballots) == sorted(
        tuple(row) for row in on_record
    )
    assert len(on_record) == 30
    assert not any(word in row["body"] for row in told for word in ("against", "abstained"))
