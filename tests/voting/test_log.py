"""The log of the evidence: complete, in one order, never changed, and checked by others."""

import asyncio
import json
from hashlib import sha256

import asyncpg
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kurultai import verify
from shared.tlog.checkpoint import Checkpoint, checkpoint_in
from shared.tlog.merkle import leaf_hash, root_of, verify_consistency
from shared.tlog.note import Kind, Note, SigningKey, read_key, read_note, verified
from shared.tlog.proofs import consistency_proof, root_from, tiles_for_consistency, tiles_for_root
from shared.tlog.tiles import entries_of

REASON = {"reason": {"kk": "Құрылғылар", "ru": "Устройства"}}
AUDITOR = {"kk": "Аудитор", "ru": "Аудитор"}


async def test_every_step_of_a_vote_is_in_the_log_and_every_ballot(floor):
    vote_id = await floor.open_vote(await floor.sit(present=97))
    await floor.cast_all(vote_id, ["for", "against", "abstained"] * 32 + ["for"])
    await floor.post(f"/votes/{vote_id}/suspension", by=floor.clerk)
    await floor.post(f"/votes/{vote_id}/resumption", by=floor.chair)
    await floor.decide(vote_id)

    written = await all_entries(floor)

    kinds = [entry["type"] for entry in written]
    assert kinds == [
        "vote.opened",
        "vote.suspended",
        "vote.resumed",
        *["ballot"] * 97,
        "vote.closed",
        "vote.proclaimed",
    ]
    assert {entry["vote"] for entry in written} == {vote_id}
    by_name = await floor.get(f"/votes/{vote_id}/ballots")
    in_the_log = [leaf_hash(canonical(e)).hex() for e in written if e["type"] == "ballot"]
    assert in_the_log == [line["receipt"] for line in by_name["roll"] if line["receipt"]]


async def test_the_checkpoint_is_the_signed_root_of_all_entries(floor):
    for _ in range(3):
        await a_decided_vote(floor)

    note = await checkpoint(floor)
    keys = await floor.get("/log/keys")

    head = checkpoint_in(note)
    assert verified(note, [read_key(keys["log"])])
    assert (head.origin, head.size) == (keys["origin"], 3 * (145 + 3))
    leaves = [leaf_hash(canonical(entry)) for entry in await all_entries(floor)]
    assert head.root == root_of(leaves)


async def test_a_later_log_contains_the_earlier_one_and_tiles_prove_it(floor):
    await a_decided_vote(floor)
    before = checkpoint_in(await checkpoint(floor))
    for _ in range(2):
        await a_decided_vote(floor)
    after = checkpoint_in(await checkpoint(floor))

    tiles = {c: await tile(floor, c) for c in tiles_for_consistency(before.size, after.size)}
    proof = consistency_proof(tiles, before.size, after.size)

    verify_consistency(before.size, after.size, proof, before.root, after.root)
    again = {c: await tile(floor, c) for c in tiles_for_root(after.size)}
    assert root_from(again, after.size) == after.root
    earlier = checkpoint_in(await checkpoint(floor, size=before.size))
    assert earlier == before


@pytest.mark.parametrize(
    "path", ["tile/0/001", "tile/0/000.p/200", "tile/9/000", "tile/entries/007", "tile/0/x/../1"]
)
async def test_where_the_log_does_not_reach_nothing_is_made_up(floor, path):
    await a_decided_vote(floor)

    answer = await floor.http.get(f"/log/{path}")

    assert answer.status_code == 404


async def test_the_bundle_of_a_vote_is_verified_without_us(floor, tmp_path, capsys):
    await a_decided_vote(floor)
    vote_id = await floor.open_vote(await floor.sit(present=120))
    await floor.cast_all(vote_id, ["for"] * 80 + ["against"] * 20)
    await floor.end_window(vote_id)
    await floor.decide(vote_id)
    keys = await floor.get("/log/keys")
    file = await bundle_of(floor, vote_id, tmp_path)

    pinned = ["--log-key", keys["log"], "--receipt-key", keys["receipts"]]
    code = verify.main([str(file), *pinned])

    assert code == 0, capsys.readouterr()


async def test_a_bundle_that_was_tampered_with_is_not(floor, tmp_path, capsys):
    vote_id = await a_decided_vote(floor)
    file = await bundle_of(floor, vote_id, tmp_path)
    bundle = json.loads(file.read_bytes())
    ballot = next(e for e in bundle["entries"] if e["entry"]["type"] == "ballot")
    ballot["entry"]["choice"] = "against"
    file.write_text(json.dumps(bundle))

    assert verify.main([str(file)]) == 1
    assert capsys.readouterr().out


async def test_a_ballot_changed_by_a_superuser_after_the_close_is_found_by_the_verifier(
    floor, tmp_path
):
    """Whoever has the database changes ballot and tally; not the log, and not the receipts."""
    vote_id = await a_decided_vote(floor)
    await floor.admin.execute(
        "UPDATE ballots SET choice = '\"against\"' WHERE id IN (SELECT id FROM ballots LIMIT 1)"
    )
    file = await bundle_of(floor, vote_id, tmp_path)

    assert verify.main([str(file)]) == 1


async def test_a_deleted_leaf_breaks_the_head(floor, tmp_path):
    vote_id = await a_decided_vote(floor)
    await floor.admin.execute(
        "DELETE FROM log_entries WHERE place = (SELECT max(place) FROM log_entries)"
    )

    answer = await floor.http.get(f"/votes/{vote_id}/bundle")
    file = tmp_path / "bundle.json"
    file.write_bytes(answer.content)

    assert answer.status_code == 500 or verify.main([str(file)]) == 1


@pytest.mark.parametrize("role", ["service", "owner"])
@pytest.mark.parametrize(
    "change",
    [
        "UPDATE log_entries SET entry = entry || ' '",
        "DELETE FROM log_entries",
        "UPDATE log_heads SET root = decode(repeat('00', 32), 'hex')",
        "DELETE FROM log_heads",
        "TRUNCATE log_tiles",
        "DELETE FROM cosignatures",
        (
            "INSERT INTO log_entries VALUES (9999, gen_random_uuid(), 'ballot', '{}', "
            "sha256('\\x00'::bytea || convert_to('{}', 'UTF8')))"
        ),
        (
            "INSERT INTO log_entries VALUES ((SELECT max(place) + 1 FROM log_entries), "
            "gen_random_uuid(), 'ballot', '{}', decode(repeat('00', 32), 'hex'))"
        ),
    ],
)
async def test_the_log_is_only_added_to_and_has_no_gaps(floor, urls, role, change):
    await a_decided_vote(floor)
    connection = await asyncpg.connect(urls[role].replace("postgresql+asyncpg", "postgresql"))
    try:
        with pytest.raises(
            (
                asyncpg.RestrictViolationError,
                asyncpg.InsufficientPrivilegeError,
                asyncpg.CheckViolationError,
            )
        ):
            await connection.execute(change)
    finally:
        await connection.close()


async def test_votes_that_are_closed_at_once_are_written_one_after_another(floor):
    sitting_id = await floor.sit()
    votes = [await floor.open_vote(sitting_id) for _ in range(6)]
    for vote_id in votes:
        await floor.cast_all(vote_id, ["for"] * 145)

    await asyncio.gather(*(floor.close(vote_id) for vote_id in votes))

    written = await all_entries(floor)
    leaves = [leaf_hash(canonical(entry)) for entry in written]
    assert checkpoint_in(await checkpoint(floor)).root == root_of(leaves)
    closings = [e["vote"] for e in written if e["type"] in {"ballot", "vote.closed"}]
    runs = [v for n, v in enumerate(closings) if n == 0 or closings[n - 1] != v]
    assert sorted(runs) == sorted(votes)  # each vote's ballots and count stand together


async def test_what_was_rolled_back_left_nothing_in_the_log(floor):
    vote_id = await floor.open_vote()
    before = checkpoint_in(await checkpoint(floor)).size

    await floor.close(vote_id, status=409)
    await floor.post(f"/votes/{vote_id}/suspension", by=floor.stranger, status=403)

    assert checkpoint_in(await checkpoint(floor)).size == before


async def test_a_witness_is_admitted_and_its_cosignature_is_handed_out(floor):
    await a_decided_vote(floor)
    key = a_witness()
    await admit(floor, key)
    note = await checkpoint(floor)

    first = await cosign(floor, note, key)
    again = await cosign(floor, note, key)

    assert (first.status_code, first.json(), again.json()) == (201, {"kept": 1}, {"kept": 0})
    cosigned = await checkpoint(floor)
    assert verified(cosigned, [key.public(Kind.COSIGNATURE)])


async def test_an_unknown_witness_and_a_head_that_never_was_are_refused(floor):
    await a_decided_vote(floor)
    key = a_witness()
    note = await checkpoint(floor)
    stranger = await cosign(floor, note, key)
    await admit(floor, key)
    head = checkpoint_in(note)
    forged = Checkpoint(head.origin, head.size, sha256(b"another").digest())

    split = await cosign(floor, Note(forged.text, ()), key)
    broken = await floor.http.post(
        "/log/cosignatures", content=b"nonsense", headers={"Content-Type": "text/plain"}
    )

    assert (stranger.status_code, stranger.json()["code"]) == (422, "no-cosignature")
    assert (split.status_code, split.json()["code"]) == (409, "not-the-head")
    assert broken.status_code == 422


async def test_only_the_apparatus_admits_witnesses_and_only_keys_of_witnesses(floor):
    key = a_witness()
    body = {"vkey": str(key.public(Kind.COSIGNATURE)), "of": AUDITOR}
    await floor.post("/log/witnesses", body, by=floor.chair, status=403)
    for vkey in ("nonsense", str(key.public(Kind.ED25519))):
        await floor.post("/log/witnesses", body | {"vkey": vkey}, by=floor.clerk, status=422)

    admitted = await floor.post("/log/witnesses", body, by=floor.clerk)
    dismissed = await floor.post(f"/log/witnesses/{admitted['id']}/dismissal", by=floor.clerk)
    await a_decided_vote(floor)
    refused = await cosign(floor, await checkpoint(floor), key)

    assert dismissed["stage"] == "dismissed"
    assert refused.status_code == 422


async def test_while_a_vote_goes_on_the_log_says_nothing_of_its_ballots(floor):
    vote_id = await floor.open_vote()
    await floor.cast_all(vote_id, ["for"] * 100)

    answer = await floor.http.get(f"/votes/{vote_id}/bundle")

    assert (answer.status_code, answer.json()["code"]) == (409, "hidden-until-close")
    assert [entry["type"] for entry in await all_entries(floor)] == ["vote.opened"]


def canonical(entry) -> bytes:
    text = json.dumps(entry, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode()


def a_witness() -> SigningKey:
    return SigningKey("auditor", Ed25519PrivateKey.generate())


async def a_decided_vote(floor) -> str:
    vote_id = await floor.open_vote()
    await floor.cast_all(vote_id, ["for"] * 145)
    await floor.decide(vote_id)
    return vote_id


async def checkpoint(floor, size=None) -> Note:
    asked = f"?size={size}" if size else ""
    answer = await floor.http.get(f"/log/checkpoint{asked}")
    assert answer.status_code == 200, answer.text
    return read_note(answer.content)


async def tile(floor, coordinate) -> bytes:
    answer = await floor.http.get(f"/log/tile/{coordinate.path}")
    assert answer.status_code == 200, answer.text
    assert "immutable" in answer.headers["cache-control"]
    return answer.content


async def all_entries(floor) -> list[dict]:
    """Every entry, as anyone can read them from the bundles of entries."""
    size, found = checkpoint_in(await checkpoint(floor)).size, []
    for index in range(-(-size // 256)):
        width = min(256, size - index * 256)
        part = "" if width == 256 else f".p/{width}"
        answer = await floor.http.get(f"/log/tile/entries/{index:03}{part}")
        assert answer.status_code == 200, answer.text
        found += [json.loads(entry) for entry in entries_of(answer.content)]
    return found


async def bundle_of(floor, vote_id, folder):
    answer = await floor.http.get(f"/votes/{vote_id}/bundle")
    assert answer.status_code == 200, answer.text
    file = folder / "bundle.json"
    file.write_bytes(answer.content)
    return file


async def admit(floor, key):
    body = {"vkey": str(key.public(Kind.COSIGNATURE)), "of": AUDITOR}
    await floor.post("/log/witnesses", body, by=floor.clerk)


async def cosign(floor, note, key):
    line = key.cosign(note.text, 1_800_000_000)
    signed = Note(note.text, (*note.signatures, line))
    return await floor.http.post(
        "/log/cosignatures", content=str(signed).encode(), headers={"Content-Type": "text/plain"}
    )
