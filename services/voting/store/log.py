"""The log: entries in one order for ever, and the hash tree over them (RFC 9162, C2SP tiles).

Leaves are the entries' own rows; of the levels above only the roots of full tiles are kept. All
else is computed from them when it is asked for.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncSession

from services.voting.domain.entries import Entry
from services.voting.store.tables import log_entries, log_heads, log_tiles
from shared.kernel.canonical import canonical
from shared.store.unit_of_work import UnitOfWork
from shared.tlog.merkle import leaf_hash
from shared.tlog.proofs import new_tile_hashes, root_from, tiles_for_append, tiles_for_root
from shared.tlog.tiles import WIDTH, Coordinate

ONE_WRITER = 0x6B75727579746C67
"""The advisory lock of whoever appends: taken after the lock of a vote, never before."""


WRITE = sa.text("""
    INSERT INTO log_entries (place, vote_id, type, entry, leaf)
    SELECT * FROM unnest(:places, :votes, :types, :entries, :leaves)
""").bindparams(
    sa.bindparam("places", type_=ARRAY(sa.BigInteger)),
    sa.bindparam("votes", type_=ARRAY(sa.Uuid)),
    sa.bindparam("types", type_=ARRAY(sa.Text)),
    sa.bindparam("entries", type_=ARRAY(sa.Text)),
    sa.bindparam("leaves", type_=ARRAY(sa.LargeBinary)),
)


class Log:
    """The log as the work at hand sees it."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def append(self, entries: Sequence[Entry], at: datetime) -> None:
        """Write entries at the end, in this transaction; others wait until it ends."""
        await self._session.execute(sa.select(sa.func.pg_advisory_xact_lock(ONE_WRITER)))
        size = await self.size()
        written = [canonical(entry) for entry in entries]
        leaves = [leaf_hash(entry) for entry in written]
        await self._write_entries(size, entries, written, leaves)
        await self._write_tiles(size, leaves)
        await self._write_head(size + len(entries), at)

    async def size(self) -> int:
        query = sa.select(sa.func.coalesce(sa.func.max(log_heads.c.size), 0))
        size: int = (await self._session.execute(query)).scalar_one()
        return size

    async def head(self, size: int | None = None) -> Any:
        """The head with `size`, `root` and `at`: the latest, or the one of that size, or None."""
        query = sa.select(log_heads).order_by(log_heads.c.size.desc()).limit(1)
        if size is not None:
            query = query.where(log_heads.c.size == size)
        return (await self._session.execute(query)).one_or_none()

    async def of_vote(self, vote_id: UUID) -> Sequence[Any]:
        """`place`, `entry` and `leaf` of all that was written of a vote, in order."""
        query = sa.select(log_entries).where(log_entries.c.vote_id == vote_id)
        return (await self._session.execute(query.order_by(log_entries.c.place))).all()

    async def entries(self, first: int, count: int) -> list[bytes]:
        query = (
            sa.select(log_entries.c.entry)
            .where(log_entries.c.place.between(first, first + count - 1))
            .order_by(log_entries.c.place)
        )
        return [entry.encode() for entry in (await self._session.scalars(query)).all()]

    async def tiles(self, coordinates: Iterable[Coordinate]) -> Mapping[Coordinate, bytes]:
        return {coordinate: await self.tile(coordinate) for coordinate in coordinates}

    async def tile(self, coordinate: Coordinate) -> bytes:
        """The hashes of a tile, one after another; fewer if the log does not reach so far."""
        first = coordinate.index * WIDTH
        place, hash_ = log_entries.c.place, log_entries.c.leaf
        query = sa.select(hash_)
        if coordinate.level:
            place, hash_ = log_tiles.c.place, log_tiles.c.hash
            query = sa.select(hash_).where(log_tiles.c.level == coordinate.level)
        query = query.where(place.between(first, first + coordinate.width - 1)).order_by(place)
        return b"".join((await self._session.scalars(query)).all())

    async def _write_entries(
        self,
        size: int,
        entries: Sequence[Entry],
        written: Sequence[bytes],
        leaves: Sequence[bytes],
    ) -> None:
        """All in one statement: it is a vote's ballots, and who closes it waits."""
        given = {
            "places": range(size, size + len(entries)),
            "votes": [UUID(entry["vote"]) for entry in entries],
            "types": [entry["type"] for entry in entries],
            "entries": [text.decode() for text in written],
            "leaves": leaves,
        }
        await self._session.execute(WRITE, given)

    async def _write_tiles(self, size: int, leaves: Sequence[bytes]) -> None:
        before = await self.tiles(tiles_for_append(size, len(leaves)))
        rows = [
            {"level": tile.level, "place": tile.index, "hash": tile.value}
            for tile in new_tile_hashes(size, leaves, before)
        ]
        if rows:
            await self._session.execute(sa.insert(log_tiles), rows)

    async def _write_head(self, size: int, at: datetime) -> None:
        root = root_from(await self.tiles(tiles_for_root(size)), size)
        await self._session.execute(sa.insert(log_heads), {"size": size, "root": root, "at": at})


async def write_down(work: UnitOfWork, at: datetime, *entries: Entry) -> None:
    """Append to the log what this work did."""
    await Log(work.session).append(entries, at)
