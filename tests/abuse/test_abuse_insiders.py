"""Those who have the database in their hands: what they change is seen from outside."""

import pytest

from shared.tlog.merkle import ProofInvalid, leaf_hash, root_of, verify_consistency
from shared.tlog.proofs import consistency_proof
from shared.tlog.tiles import Coordinate, entries_of
from tests.abuse.evidence import a_counted_vote, bundle_of, head_of, holds
from tests.voting.test_log import a_witness, admit, cosign

RESTORED = (
    "DELETE FROM cosignatures WHERE size > $1",
    "DELETE FROM log_heads WHERE size > $1",
    "DELETE FROM log_tiles WHERE level = 1 AND place >= $1 / 256",
    "DELETE FROM log_entries WHERE place >= $1",
)


async def test_a_database_restored_from_before_is_shown_up_by_a_head_that_a_witness_kept(floor):
    await a_counted_vote(floor)
    _, backup = await head_of(floor)
    key = a_witness()
    await admit(floor, key)
    await a_counted_vote(floor)
    kept, known = await head_of(floor)
    assert (await cosign(floor, kept, key)).is_success

    for change in RESTORED:
        await floor.admin.execute(change, backup.size)
    await a_counted_vote(floor)
    _, served = await head_of(floor)

    handed_in = await cosign(floor, kept, key)
    leaves = await leaves_of(floor, served.size)
    tiles = {Coordinate(0, 0, 256): b"".join(leaves[:256])}
    tiles |= {Coordinate(0, 1, len(leaves) - 256): b"".join(leaves[256:])}
    tiles |= {Coordinate(1, 0, 1): root_of(leaves[:256])}
    proof = consistency_proof(tiles, known.size, served.size)
    assert served.size >= known.size
    assert (handed_in.status_code, handed_in.json()["code"]) == (409, "not-the-head")
    with pytest.raises(ProofInvalid):
        verify_consistency(known.size, served.size, proof, known.root, served.root)


async def test_an_edited_tally_is_not_the_one_that_is_verified(floor, tmp_path):
    """The column is not evidence: the count in the log is, and that one is checked."""
    vote_id = await a_counted_vote(floor, votes_for=72)
    edited = "UPDATE votes SET outcome = 'adopted', tally = jsonb_set(tally, '{votes_for}', '73')"
    await floor.admin.execute(edited)

    bundle = await bundle_of(floor, vote_id)

    [closed] = [e["entry"] for e in bundle["entries"] if e["entry"]["type"] == "vote.closed"]
    assert (closed["tally"]["votes_for"], closed["outcome"]) == (72, "no_decision")
    assert await holds(floor, bundle, tmp_path)


async def test_a_result_that_was_edited_before_it_is_proclaimed_is_not_proclaimed(floor):
    vote_id = await a_counted_vote(floor, votes_for=72)
    edited = "UPDATE votes SET outcome = 'adopted', tally = jsonb_set(tally, '{votes_for}', '73')"
    await floor.admin.execute(edited)

    refused = await floor.post(f"/votes/{vote_id}/proclamation", by=floor.chair, status=409)

    assert refused["code"] == "cannot-certify"


@pytest.mark.parametrize(
    "swap",
    [
        "UPDATE roll SET registered = NOT registered WHERE number = 140",
        "UPDATE roll SET person_id = gen_random_uuid() WHERE number = 140",
        "DELETE FROM roll WHERE number = 140",
        "UPDATE roll SET name = jsonb_set(name, '{kk}', '\"Басқа адам\"') WHERE number = 140",
    ],
)
async def test_a_roll_that_was_swapped_after_the_opening_is_found_by_the_verifier(
    floor, tmp_path, swap
):
    vote_id = await a_counted_vote(floor, votes_for=100)
    assert await holds(floor, await bundle_of(floor, vote_id), tmp_path)

    await floor.admin.execute(swap)

    assert not await holds(floor, await bundle_of(floor, vote_id), tmp_path)


async def test_a_rule_that_was_swapped_after_the_opening_changes_nothing_that_is_verified(
    floor, tmp_path
):
    """The rule is in the log as it was frozen; every receipt carries its digest."""
    vote_id = await a_counted_vote(floor, votes_for=72)
    swap = "UPDATE votes SET rule = jsonb_set(rule, '{adopt,ratio}', '[1, 145]')"
    await floor.admin.execute(swap)

    bundle = await bundle_of(floor, vote_id)

    [opened] = [e["entry"] for e in bundle["entries"] if e["entry"]["type"] == "vote.opened"]
    assert opened["rule"]["adopt"]["ratio"] == [1, 2]
    assert await holds(floor, bundle, tmp_path)


async def test_a_digest_of_the_rule_that_was_swapped_breaks_every_receipt(floor, tmp_path):
    vote_id = await a_counted_vote(floor)
    await floor.admin.execute("UPDATE votes SET rule_digest = repeat('0', 64)")

    assert not await holds(floor, await bundle_of(floor, vote_id), tmp_path)


async def leaves_of(floor, size):
    """The leaf hashes, from the entries that everybody can read."""
    leaves = []
    for index in range(-(-size // 256)):
        width = min(256, size - index * 256)
        part = "" if width == 256 else f".p/{width}"
        content = (await floor.http.get(f"/log/tile/entries/{index:03}{part}")).content
        leaves += [leaf_hash(entry) for entry in entries_of(content)]
    return leaves
