"""The hash tree of RFC 9162, 2.1, over SHA-256, and what its proofs are checked with.

Hashes are 32 bytes. Nothing here returns False: a proof that does not hold is refused.
"""

from collections.abc import Sequence
from hashlib import sha256

HASH_BYTES = 32
EMPTY_ROOT = sha256().digest()
"""The root of a tree without leaves (RFC 9162, 2.1.1)."""


class ProofInvalid(Exception):
    """The proof does not show what it should; the message says what is wrong with it."""


def leaf_hash(entry: bytes) -> bytes:
    return sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    return sha256(b"\x01" + left + right).digest()


def split_of(size: int) -> int:
    """How many of `size` leaves, two or more, are on the left: the largest power of two below."""
    return 1 << ((size - 1).bit_length() - 1)


def root_of(leaves: Sequence[bytes]) -> bytes:
    """The root of a tree of these leaf hashes."""
    if not leaves:
        return EMPTY_ROOT
    if len(leaves) == 1:
        return leaves[0]
    left = split_of(len(leaves))
    return node_hash(root_of(leaves[:left]), root_of(leaves[left:]))


def verify_inclusion(
    leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes
) -> None:
    """Check that the leaf hash is at `index` of the tree (RFC 9162, 2.1.3.2).

    Raises:
        ProofInvalid: it is not shown to be.
    """
    if not 0 <= index < size:
        raise ProofInvalid(f"there is no leaf {index} in a tree of {size}")
    _hashes_only((leaf, *proof, root))
    way, last, found = index, size - 1, leaf
    for other in proof:
        if last == 0:
            raise ProofInvalid("the proof is longer than the way from the leaf to the root")
        if way & 1 or way == last:
            found = node_hash(other, found)
            way, last = _past_the_missing(way, last)
        else:
            found = node_hash(found, other)
        way, last = way >> 1, last >> 1
    if last:
        raise ProofInvalid("the proof is shorter than the way from the leaf to the root")
    if found != root:
        raise ProofInvalid(f"leaf {index} and its proof lead to another root")


def verify_consistency(
    old: int, new: int, proof: Sequence[bytes], old_root: bytes, new_root: bytes
) -> None:
    """Check that the first `old` leaves of the new tree are the old tree (RFC 9162, 2.1.4.2).

    Raises:
        ProofInvalid: they are not shown to be.
    """
    if not 0 <= old <= new:
        raise ProofInvalid(f"a tree of {new} does not follow one of {old}")
    _hashes_only((*proof, old_root, new_root))
    if old in {0, new}:
        _nothing_to_prove(proof, old_root, new_root if old else EMPTY_ROOT)
        return
    roots = _both_roots(old - 1, new - 1, [old_root, *proof] if old & (old - 1) == 0 else proof)
    if roots != (old_root, new_root):
        raise ProofInvalid(f"the proof from {old} to {new} leads to other roots")


def _both_roots(way: int, last: int, path: Sequence[bytes]) -> tuple[bytes, bytes]:
    """What the proof makes the old root and the new one."""
    if not path:
        raise ProofInvalid("the proof is empty")
    while way & 1:
        way, last = way >> 1, last >> 1
    old = new = path[0]
    for other in path[1:]:
        if last == 0:
            raise ProofInvalid("the proof is longer than the way to the root")
        if way & 1 or way == last:
            old, new = node_hash(other, old), node_hash(other, new)
            way, last = _past_the_missing(way, last)
        else:
            new = node_hash(new, other)
        way, last = way >> 1, last >> 1
    if last:
        raise ProofInvalid("the proof is shorter than the way to the root")
    return old, new


def _past_the_missing(way: int, last: int) -> tuple[int, int]:
    """Up past the levels where a node at the right edge has no sibling."""
    while way and not way & 1:
        way, last = way >> 1, last >> 1
    return way, last


def _nothing_to_prove(proof: Sequence[bytes], old_root: bytes, expected: bytes) -> None:
    if proof:
        raise ProofInvalid("there is nothing to prove, and yet there is a proof")
    if old_root != expected:
        raise ProofInvalid("two trees of one size have different roots")


def _hashes_only(hashes: Sequence[bytes]) -> None:
    if any(len(value) != HASH_BYTES for value in hashes):
        raise ProofInvalid(f"a hash is {HASH_BYTES} bytes")
