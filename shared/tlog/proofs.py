"""Roots and proofs out of tiles: first which tiles are needed, then what they amount to.

Whoever keeps the tiles reads the ones that are named and hands them back; nothing here reads.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from shared.tlog.merkle import EMPTY_ROOT, HASH_BYTES, ProofInvalid, node_hash, root_of, split_of
from shared.tlog.tiles import HEIGHT, WIDTH, Coordinate, width_at

type Tiles = Mapping[Coordinate, bytes]
"""The hashes of each tile, one after another."""

type Span = tuple[int, int]
"""Leaves from the first number up to, and without, the second."""


@dataclass(frozen=True, slots=True)
class TileHash:
    """The root of the full tile `index` of the level below: entry `index` of `level`, 1 or more."""

    level: int
    index: int
    value: bytes


def tiles_for_root(size: int) -> tuple[Coordinate, ...]:
    return _tiles_for([(0, size)], size)


def root_from(tiles: Tiles, size: int) -> bytes:
    """The root of a tree of `size`.

    Raises:
        KeyError: a tile is missing.
        ProofInvalid: a tile is not as long as its width says.
    """
    return _hash_of((0, size), size, tiles)


def tiles_for_inclusion(index: int, size: int) -> tuple[Coordinate, ...]:
    """Raises ValueError if the tree has no such leaf."""
    return _tiles_for(_inclusion(index, size), size)


def inclusion_proof(tiles: Tiles, index: int, size: int) -> tuple[bytes, ...]:
    """PATH(index, D[size]) of RFC 9162, 2.1.3.1. Raises as `root_from` does, and ValueError."""
    return tuple(_hash_of(span, size, tiles) for span in _inclusion(index, size))


def tiles_for_consistency(old: int, new: int) -> tuple[Coordinate, ...]:
    """Tiles of the new tree. Raises ValueError if the new tree is the smaller one."""
    return _tiles_for(_consistency(old, new), new)


def consistency_proof(tiles: Tiles, old: int, new: int) -> tuple[bytes, ...]:
    """PROOF(old, D[new]) of RFC 9162, 2.1.4.1. Raises as `root_from` does, and ValueError."""
    return tuple(_hash_of(span, new, tiles) for span in _consistency(old, new))


def tiles_for_append(size: int, added: int) -> tuple[Coordinate, ...]:
    """The partial tiles of a tree of `size` that `added` more leaves make full."""
    edges = (
        (level, (size >> (HEIGHT * level)) % WIDTH)
        for level in range((size + added).bit_length() // HEIGHT + 1)
        if size >> (HEIGHT * (level + 1)) != (size + added) >> (HEIGHT * (level + 1))
    )
    return tuple(
        Coordinate(level, size >> (HEIGHT * (level + 1)), width) for level, width in edges if width
    )


def new_tile_hashes(size: int, added: Sequence[bytes], tiles: Tiles) -> tuple[TileHash, ...]:
    """The roots of the tiles that become full when leaves are added to a tree of `size`.

    Args:
        size: the leaves there were before.
        added: the hashes of the new leaves, in order; they themselves are the entries of level 0.
        tiles: what `tiles_for_append(size, len(added))` names.
    """
    known: list[TileHash] = []
    hashes, level = list(added), 0
    while hashes:
        first, width = divmod(size >> (HEIGHT * level), WIDTH)
        if width + len(hashes) < WIDTH:
            break
        if width:
            hashes = [*_hashes(tiles, Coordinate(level, first, width)), *hashes]
        hashes = [
            root_of(hashes[at : at + WIDTH]) for at in range(0, len(hashes) - WIDTH + 1, WIDTH)
        ]
        level += 1
        known += [TileHash(level, first + n, value) for n, value in enumerate(hashes)]
    return tuple(known)


def _inclusion(index: int, size: int) -> list[Span]:
    """The spans that a proof of inclusion is made of, from the leaf to the root."""
    if not 0 <= index < size:
        raise ValueError(f"there is no leaf {index} in a tree of {size}")
    spans: list[Span] = []
    first, end = 0, size
    while end - first > 1:
        middle = first + split_of(end - first)
        if index < middle:
            spans.append((middle, end))
            end = middle
        else:
            spans.append((first, middle))
            first = middle
    return spans[::-1]


def _consistency(old: int, new: int) -> list[Span]:
    """The spans that a proof of consistency is made of, in the order of the proof."""
    if not 0 <= old <= new:
        raise ValueError(f"a tree of {new} does not follow one of {old}")
    spans: list[Span] = []
    first, end = 0, new
    while 0 < old < end:
        middle = first + split_of(end - first)
        if old <= middle:
            spans.append((middle, end))
            end = middle
        else:
            spans.append((first, middle))
            first = middle
    return [*([(first, end)] if first else []), *spans[::-1]]


def _subtrees(span: Span) -> Iterator[tuple[int, int]]:
    """The complete subtrees of a span, largest first: the height of each, and its place there."""
    first, end = span
    while first < end:
        height = (end - first).bit_length() - 1
        yield height, first >> height
        first += 1 << height


def _place(height: int, at: int, size: int) -> tuple[Coordinate, slice]:
    """The tile that holds a complete subtree, and which of its hashes the subtree is of."""
    level, above = divmod(height, HEIGHT)
    index, first = divmod(at << above, WIDTH)
    coordinate = Coordinate(level, index, width_at(size, level, index))
    return coordinate, slice(first, first + (1 << above))


def _tiles_for(spans: Iterable[Span], size: int) -> tuple[Coordinate, ...]:
    subtrees = (subtree for span in spans for subtree in _subtrees(span))
    return tuple(sorted({_place(height, at, size)[0] for height, at in subtrees}))


def _hash_of(span: Span, size: int, tiles: Tiles) -> bytes:
    found = EMPTY_ROOT
    for place, subtree in enumerate(reversed(tuple(_subtrees(span)))):
        coordinate, part = _place(*subtree, size)
        value = root_of(_hashes(tiles, coordinate)[part])
        found = node_hash(value, found) if place else value
    return found


def _hashes(tiles: Tiles, coordinate: Coordinate) -> list[bytes]:
    tile = tiles[coordinate]
    if len(tile) != coordinate.width * HASH_BYTES:
        raise ProofInvalid(f"the tile {coordinate.path} is not {coordinate.width} hashes long")
    return [tile[at : at + HASH_BYTES] for at in range(0, len(tile), HASH_BYTES)]
