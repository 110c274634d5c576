"""Tiles of height 8 and bundles of entries, and their paths (C2SP tlog-tiles)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

HEIGHT = 8
WIDTH = 1 << HEIGHT
"""The hashes in a full tile, and the entries in a full bundle."""

MOST_LEVELS = 64
LONGEST_ENTRY = 0xFFFF
"""Bytes; the length of an entry is written in two."""

PREFIX_BYTES = 2
MOST_TILES = 1 << 55
"""Of one level, so that the number of a leaf fits in 63 bits."""

# At most six groups, as MOST_TILES has 17 digits. What passes and is not how it is written, such
# as x000/001, is refused by writing it again.
_PATH = re.compile(r"(?:x[0-9]{3}/){0,5}[0-9]{3}(?:\.p/(?P<width>[1-9][0-9]{0,2}))?")


class PathInvalid(Exception):
    """No tile is at this path."""


class BundleInvalid(Exception):
    """These bytes are no sequence of entries."""


@dataclass(frozen=True, slots=True, order=True)
class Coordinate:
    """A tile: `width` hashes of complete subtrees of 256**level leaves, from `index` * 256 on."""

    level: int
    index: int
    width: int = WIDTH

    @property
    def path(self) -> str:
        return f"{self.level}/{index_path(self.index, self.width)}"


def index_path(index: int, width: int = WIDTH) -> str:
    """`x001/x234/067`, with `.p/17` if there are but 17 in it."""
    digits = f"{index:03}"
    digits = digits.zfill(-(-len(digits) // 3) * 3)
    groups = [digits[at : at + 3] for at in range(0, len(digits), 3)]
    path = "/".join([*(f"x{group}" for group in groups[:-1]), groups[-1]])
    return path if width == WIDTH else f"{path}.p/{width}"


def index_at(path: str) -> tuple[int, int]:
    """The index and the width that `index_path` writes so. Raises PathInvalid."""
    found = _PATH.fullmatch(path)
    if found is None:
        raise PathInvalid(f"{path!r} is no path of a tile")
    number = path.partition(".")[0].replace("x", "").replace("/", "")
    index, width = int(number), int(found["width"] or WIDTH)
    if index_path(index, width) != path or width > WIDTH or index >= MOST_TILES:
        raise PathInvalid(f"{path!r} is not how the path of a tile is written")
    return index, width


def tile_at(path: str) -> Coordinate:
    """The tile whose path this is, `0/x001/x234/067.p/17`. Raises PathInvalid."""
    level, slash, rest = path.partition("/")
    if not slash or not re.fullmatch("0|[1-9][0-9]?", level) or int(level) >= MOST_LEVELS:
        raise PathInvalid(f"{path!r} does not begin with a level from 0 to {MOST_LEVELS - 1}")
    return Coordinate(int(level), *index_at(rest))


def width_at(size: int, level: int, index: int) -> int:
    """How many hashes a tile has in a tree of `size`: 0 to 256."""
    return max(0, min(WIDTH, (size >> (HEIGHT * level)) - index * WIDTH))


def bundle_of(entries: Sequence[bytes]) -> bytes:
    """The entries one after another, each after its length in two bytes.

    Raises:
        BundleInvalid: more than 256 entries, or one of more than 65,535 bytes.
    """
    if len(entries) > WIDTH or any(len(entry) > LONGEST_ENTRY for entry in entries):
        raise BundleInvalid(f"a bundle is {WIDTH} entries of {LONGEST_ENTRY} bytes, at most")
    return b"".join(len(entry).to_bytes(PREFIX_BYTES) + entry for entry in entries)


def entries_of(bundle: bytes) -> tuple[bytes, ...]:
    """The entries of a bundle. Raises BundleInvalid if it is cut off or has more than 256."""
    entries: list[bytes] = []
    while bundle:
        length = int.from_bytes(bundle[:PREFIX_BYTES]) + PREFIX_BYTES
        if len(bundle) < max(length, PREFIX_BYTES) or len(entries) == WIDTH:
            raise BundleInvalid("the bundle is cut off, or has more entries than it can")
        entries.append(bundle[PREFIX_BYTES:length])
        bundle = bundle[length:]
    return tuple(entries)
