"""The tree: published vectors, two independent libraries, and proofs that must not pass."""

import random

import aics_tlog.tree
import pytest
from pymerkle import InmemoryTree

from shared.tlog.merkle import (
    EMPTY_ROOT,
    ProofInvalid,
    leaf_hash,
    node_hash,
    root_of,
    verify_consistency,
    verify_inclusion,
)
from shared.tlog.proofs import new_tile_hashes, root_from, tiles_for_append, tiles_for_root
from shared.tlog.tiles import Coordinate
from tests.tlog.growing import Log, a_log

LARGEST = 300

# The leaves and roots of the tests of Certificate Transparency (RFC 6962, by which the tree of
# RFC 9162 is the same).
PUBLISHED = [bytes.fromhex(leaf) for leaf in (
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657",
    "606162636465666768696a6b6c6d6e6f")]  # fmt: skip
ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
CONSISTENT = {
    (1, 1): [],
    (1, 8): [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
    (6, 8): [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
    (2, 5): [
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ],
}


@pytest.fixture(scope="module")
def log() -> Log:
    return a_log(LARGEST)


@pytest.fixture(scope="module")
def roots(log):
    return [log.root(size) for size in range(LARGEST + 1)]


def samples(size, *, some=3):
    """The edges and a few numbers in between, always the same."""
    chosen = random.Random(size)  # noqa: S311 no secret
    return sorted({0, size // 2, size - 1, *(chosen.randrange(size) for _ in range(some))})


@pytest.mark.parametrize("size", range(9))
def test_a_tree_has_the_published_root(size):
    log = Log()
    log.append(*PUBLISHED[:size])
    assert log.root().hex() == ROOTS[size]
    assert root_of([leaf_hash(leaf) for leaf in PUBLISHED[:size]]).hex() == ROOTS[size]


@pytest.mark.parametrize(("old", "new"), CONSISTENT)
def test_a_published_proof_of_consistency_is_made_and_holds(old, new):
    log = Log()
    log.append(*PUBLISHED)
    proof = log.consistency(old, new)
    assert [value.hex() for value in proof] == CONSISTENT[old, new]
    verify_consistency(old, new, proof, bytes.fromhex(ROOTS[old]), bytes.fromhex(ROOTS[new]))


def test_the_published_proof_of_the_sixth_of_eight_is_made():
    log = Log()
    log.append(*PUBLISHED)
    assert [value.hex() for value in log.inclusion(5, 8)] == [
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ]


@pytest.mark.ordeal
def test_roots_and_proofs_are_those_of_aics_tlog(log, roots):
    other, compared = aics_tlog.tree.MerkleTree(f"entry {n}".encode() for n in range(LARGEST)), 0
    for size in range(1, LARGEST + 1):
        assert other.root(size) == roots[size]
        for at in samples(size):
            assert tuple(other.inclusion_proof(at, size)) == log.inclusion(at, size)
            assert tuple(other.consistency_proof(at + 1, size)) == log.consistency(at + 1, size)
            compared += 2
    assert compared > 2_500


@pytest.mark.ordeal
def test_roots_and_proofs_are_those_of_pymerkle(log, roots):
    """Its proofs of consistency are of another form than the RFC's; they agree on both roots."""
    other, compared = InmemoryTree(algorithm="sha256"), 0
    for size in range(1, LARGEST + 1):
        other.append_entry(f"entry {size - 1}".encode())
        assert other.get_root(size) == roots[size]
        for at in samples(size, some=1):
            theirs = other.prove_inclusion(at + 1, size)
            assert theirs.compute_root() == roots[size]
            mine = (leaf_hash(f"entry {at}".encode()), *log.inclusion(at, size))
            assert sorted(theirs.path) == sorted(mine)
            earlier = other.prove_consistency(at + 1, size)
            assert earlier.compute_root() == roots[size]
            assert earlier.retrieve_prior_state() == roots[at + 1]
            compared += 2
    assert compared > 2_000


@pytest.mark.ordeal
def test_every_proof_that_is_made_holds(log, roots):
    for size in range(1, LARGEST + 1):
        for at in samples(size):
            leaf = leaf_hash(f"entry {at}".encode())
            verify_inclusion(leaf, at, size, log.inclusion(at, size), roots[size])
            verify_consistency(at, size, log.consistency(at, size), roots[at], roots[size])


def bent(proof, chosen):
    """The proof with a bit turned, an end cut off, something added, or two hashes exchanged."""
    yield (*proof, bytes(32))
    yield (bytes(32), *proof)
    if proof:
        at, bit = chosen.randrange(len(proof)), chosen.randrange(256)
        turned = (int.from_bytes(proof[at]) ^ (1 << bit)).to_bytes(32)
        yield (*proof[:at], turned, *proof[at + 1 :])
        yield proof[:-1]
        yield proof[1:]
        yield (*proof[:at], proof[at][:-1], *proof[at + 1 :])
    if len(proof) > 1:
        yield (proof[1], proof[0], *proof[2:])


@pytest.mark.ordeal
def test_no_bent_proof_of_inclusion_passes(log, roots):
    chosen, refused = random.Random(9162), 0  # noqa: S311 no secret
    for size in range(1, LARGEST + 1):
        for at in samples(size):
            leaf, proof = leaf_hash(f"entry {at}".encode()), log.inclusion(at, size)
            wrong = [(leaf, at, size, other, roots[size]) for other in bent(proof, chosen)]
            wrong += [(leaf, other, size, proof, roots[size]) for other in (at - 1, at + 1, size)]
            wrong += [(leaf, at, size, proof, roots[size - 1]), (roots[0], at, size, proof, leaf)]
            for case in wrong:
                with pytest.raises(ProofInvalid):
                    verify_inclusion(*case)
            refused += len(wrong)
    assert refused > 12_000


@pytest.mark.ordeal
def test_no_bent_proof_of_consistency_passes(log, roots):
    """Among them a log that went back, and one that shows others another tree."""
    chosen, refused, split = random.Random(9162), 0, a_log(LARGEST, "another")  # noqa: S311
    for new in range(2, LARGEST + 1):
        for old in (at for at in samples(new) if at):
            proof, both = log.consistency(old, new), (roots[old], roots[new])
            wrong = [(old, new, other, *both) for other in bent(proof, chosen)]
            wrong += [(new, old, proof, *both), (new, old, proof, *both[::-1])]
            wrong += [(old, new, proof, roots[old - 1], roots[new])]
            wrong += [(old, new, split.consistency(old, new), roots[old], split.root(new))]
            wrong += [(old, new, proof, split.root(old), roots[new])]
            wrong += [(old, old, (), roots[old], split.root(old)), (0, new, proof, *both)]
            for case in wrong:
                with pytest.raises(ProofInvalid):
                    verify_consistency(*case)
            refused += len(wrong)
    assert refused > 12_000


def test_nothing_is_consistent_with_everything():
    verify_consistency(0, 3, (), EMPTY_ROOT, bytes(32))
    verify_consistency(0, 0, (), EMPTY_ROOT, EMPTY_ROOT)
    with pytest.raises(ProofInvalid):
        verify_consistency(0, 3, (), bytes(32), bytes(32))


@pytest.mark.parametrize("batch", [1, 7, 255, 256, 257, 1000])
def test_a_log_grown_in_batches_is_the_log_grown_at_once(batch):
    size, grown = 66_000 if batch == 1000 else 1500, Log()
    entries = [f"entry {n}".encode() for n in range(size)]
    for at in range(0, size, batch):
        grown.append(*entries[at : at + batch])
    assert grown == a_log(size)
    assert grown.root() == root_of(grown.levels[0])
    assert len(grown.levels.get(2, [])) == size >> 16


def test_only_the_tiles_that_become_full_are_asked_for():
    assert tiles_for_append(200, 55) == ()
    assert tiles_for_append(200, 56) == (Coordinate(0, 0, 200),)
    assert tiles_for_append(256, 300) == ()
    assert tiles_for_append(65_535, 1) == (Coordinate(0, 255, 255), Coordinate(1, 0, 255))
    assert new_tile_hashes(200, [bytes(32)] * 55, {}) == ()


def test_a_tile_of_another_length_is_refused():
    (only,) = tiles_for_root(3)
    with pytest.raises(ProofInvalid, match="3 hashes"):
        root_from({only: bytes(64)}, 3)
    with pytest.raises(KeyError):
        root_from({}, 3)


def test_there_is_no_proof_of_what_is_not_there(log):
    for call in (lambda: log.inclusion(3, 3), lambda: log.consistency(4, 3)):
        with pytest.raises(ValueError, match=r"tree of 3|does not follow"):
            call()


def test_a_leaf_cannot_pass_for_a_node():
    inner = leaf_hash(b"a") + leaf_hash(b"b")
    assert leaf_hash(inner) != node_hash(leaf_hash(b"a"), leaf_hash(b"b"))
