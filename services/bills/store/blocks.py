"""What was found, in its order.

Titles come first, the best of them first; then what only a text says. A common word may stand in
every bill, and to be ranked each must be fetched: so bills are ranked in blocks, newer ones first.
If a word is common among the newest bills, a block is what matches of so many of them; if not, the
indexes find what matches anywhere. A page costs about the same however many bills there are.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self
from uuid import UUID

import sqlalchemy as sa

from services.bills.store.search import COMMON, NEWEST, TEXT, TITLE, WINDOW, Search, apart, matched
from services.bills.store.tables import bill_moments, bill_search, bills
from shared.store.unit_of_work import UnitOfWork

BLOCK = 500


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page of what was found ended: in which part, at which bill of which block.

    Attributes:
        upto: the newest bill of the block, so that bills that come meanwhile move nothing.
    """

    where: str = TITLE
    upto: UUID = NEWEST
    rank: float = float("inf")
    bill_id: UUID = NEWEST


async def found(work: UnitOfWork, search: Search, after: Place, limit: int) -> list[Place]:
    """The bills after a place, and the place of each; no more than asked for."""
    places: list[Place] = []
    while True:
        block = await _block(work, search, after)
        places += [p for p in block.places if (p.rank, p.bill_id) < (after.rank, after.bill_id)]
        if len(places) >= limit:
            return places[:limit]
        if block.oldest:
            after = Place(after.where, UUID(int=block.oldest.int - 1))
        elif after.where == TITLE:
            after = Place(TEXT)
        else:
            return places


@dataclass(frozen=True, slots=True)
class _Block:
    """What was found, the best first; the oldest bill looked at, if there are older ones."""

    places: list[Place]
    oldest: UUID | None

    @classmethod
    def of(cls, after: Place, rows: Iterable[tuple[UUID, float]], oldest: UUID | None) -> Self:
        ranked = sorted(((rank, bill_id) for bill_id, rank in rows), reverse=True)
        upto = max((bill_id for _, bill_id in ranked), default=NEWEST)
        upto = upto if after.upto == NEWEST else after.upto
        return cls([Place(after.where, upto, *each) for each in ranked], oldest)


async def _block(work: UnitOfWork, search: Search, after: Place) -> _Block:
    size = WINDOW[after.where]
    near = search.among(after.upto, size)
    rows, (oldest, looked_at) = await _near_by(work, search, after.where, near)
    if looked_at < size:
        return _Block.of(after, rows, None)
    if len(rows) >= COMMON:
        return _Block.of(after, rows, oldest)
    rows = await _anywhere(work, search, after)
    there_are_older = len(rows) == BLOCK
    return _Block.of(after, rows, min(rows)[0] if there_are_older else None)


type Ranked = list[tuple[UUID, float]]


async def _near_by(
    work: UnitOfWork, search: Search, where: str, near: sa.CTE
) -> tuple[Ranked, tuple[UUID, float]]:
    """What matches among these; the oldest of them, and how many they are."""
    there = search.matching(where)
    if where == TEXT:
        there = sa.and_(there, sa.not_(search.matching(TITLE)))
    matching = sa.select(bill_search.c.bill_id, search.rank(where).label("rank")).where(
        bill_search.c.bill_id.in_(sa.select(near.c.id)), there
    )
    last = (
        sa.select(
            near.c.id,
            sa.cast(-sa.select(sa.func.count()).select_from(near).scalar_subquery(), sa.Double),
        )
        .order_by(near.c.id)
        .limit(1)
    )
    rows = [
        tuple(row)
        for row in await work.session.execute(matching.union_all(last.subquery().select()))
    ]
    oldest = [(bill_id, -rank) for bill_id, rank in rows if rank < 0]
    return [row for row in rows if row[1] >= 0], (oldest or [(NEWEST, 0)])[0]


async def _anywhere(work: UnitOfWork, search: Search, after: Place) -> Ranked:
    """The newest that match, wherever they are."""
    all_of_them = apart(matched(search, after.where))
    block = (
        sa.select(bills.c.id)
        .join_from(all_of_them, bills, bills.c.id == all_of_them.c.bill_id)
        .join(bill_moments, bill_moments.c.bill_id == bills.c.id)
        .where(bills.c.id <= after.upto, *search.asked.far_apart())
        .order_by(bills.c.id.desc())
        .limit(BLOCK)
        .cte()
    )
    ranked = sa.select(bill_search.c.bill_id, search.rank(after.where)).where(
        bill_search.c.bill_id.in_(sa.select(block.c.id))
    )
    return [(bill_id, rank) for bill_id, rank in await work.session.execute(ranked)]
