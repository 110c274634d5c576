"""A log in memory, kept as a service keeps it: entries and the hashes of full tiles, added only."""

from dataclasses import dataclass, field

from shared.tlog.merkle import leaf_hash
from shared.tlog.proofs import (
    consistency_proof,
    inclusion_proof,
    new_tile_hashes,
    root_from,
    tiles_for_append,
    tiles_for_consistency,
    tiles_for_inclusion,
    tiles_for_root,
)
from shared.tlog.tiles import WIDTH, Coordinate


@dataclass
class Log:
    """`levels[n]` are the entries of the tiles of level n, from the first tile on."""

    levels: dict[int, list[bytes]] = field(default_factory=dict)

    @property
    def size(self):
        return len(self.levels.get(0, []))

    def append(self, *entries: bytes):
        size, leaves = self.size, [leaf_hash(entry) for entry in entries]
        edge = self.tiles(tiles_for_append(size, len(leaves)))
        self.levels.setdefault(0, []).extend(leaves)
        for new in new_tile_hashes(size, leaves, edge):
            level = self.levels.setdefault(new.level, [])
            assert len(level) == new.index
            level.append(new.value)

    def tile(self, at: Coordinate) -> bytes:
        hashes = self.levels[at.level][at.index * WIDTH : at.index * WIDTH + at.width]
        assert len(hashes) == at.width
        return b"".join(hashes)

    def tiles(self, needed):
        return {at: self.tile(at) for at in needed}

    def root(self, size=None):
        size = self.size if size is None else size
        return root_from(self.tiles(tiles_for_root(size)), size)

    def inclusion(self, index, size=None):
        size = size or self.size
        return inclusion_proof(self.tiles(tiles_for_inclusion(index, size)), index, size)

    def consistency(self, old, new=None):
        new = new or self.size
        return consistency_proof(self.tiles(tiles_for_consistency(old, new)), old, new)


def a_log(size: int, first: str = "entry") -> Log:
    log = Log()
    log.append(*(f"{first} {n}".encode() for n in range(size)))
    return log
