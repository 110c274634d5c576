"""What is public and new, in an order in which nothing is ever passed over.

Whoever follows reads what comes after the last position they have. A number drawn when a row is
written will not do for it: of two that work at once the later number may be committed first, a
reader passes it, and the earlier one appears behind their back. So rows are written without a
position, and get one when they are read: by one reader at a time, of those that can be seen by
all. What is committed later is numbered later. A bill that changes again goes to the end, and loses
its earlier position: a reader meets its newest state, once.

Transaction numbers would order it too, but begin anew when the database is restored from a dump.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from services.bills.store.tables import bill_changes, positions_of_changes

NUMBERING_LOCK = 7_203_146
"""One numbers at a time in a database; the number is ours alone."""
TOGETHER = 2_000


class Kind(StrEnum):
    """Of what a change tells; written so by the triggers."""

    BILL = "bill"
    TEXT = "text"
    ACT = "act"
    HEARD = "heard"


@dataclass(frozen=True, slots=True)
class Change:
    """`part` is the number of a text, or the place of an act or of what was heard."""

    position: int
    kind: Kind
    bill_id: UUID
    part: int


async def number_new(session: AsyncSession) -> int:
    """Give positions to some of what has none; how many there were.

    What somebody is changing at this moment is left for the next time.
    """
    await session.execute(sa.select(sa.func.pg_advisory_xact_lock(NUMBERING_LOCK)))
    changes = bill_changes.c
    new = (
        sa.select(changes.place)
        .where(changes.position.is_(None))
        .order_by(changes.place)
        .limit(TOGETHER)
        .with_for_update(skip_locked=True)
        .subquery()
    )
    numbered = sa.select(new.c.place, positions_of_changes.next_value().label("position"))
    given = numbered.cte().prefix_with("MATERIALIZED", dialect="postgresql")
    update = sa.update(bill_changes).where(changes.place == given.c.place)
    done = await session.execute(update.values(position=given.c.position).returning(changes.place))
    return len(done.all())


async def changes_after(session: AsyncSession, position: int, limit: int) -> Sequence[Change]:
    """What comes after a position, in order."""
    changes = bill_changes.c
    query = (
        sa.select(changes.position, changes.kind, changes.bill_id, changes.part)
        .where(changes.position > position)
        .order_by(changes.position)
        .limit(limit)
    )
    return [
        Change(place, Kind(kind), bill_id, part)
        for place, kind, bill_id, part in await session.execute(query)
    ]
