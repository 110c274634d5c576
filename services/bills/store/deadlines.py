"""The deadlines of bills as they were last reckoned, and what is due to be told of them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.bills.domain.deadlines import (
    Deadline,
    Telling,
)
from services.bills.domain.stages import LOST, Act
from services.bills.domain.terms import TOUCHING
from services.bills.store.tables import deadlines, kept, tellings
from shared.store.unit_of_work import UnitOfWork

FAR_OFF = datetime(9999, 1, 1, tzinfo=UTC)
"""The place in a list of what has no end yet: after all that has one."""
MOST_AT_ONCE = 100
COLUMNS = tuple(field.name for field in fields(Deadline))
NEW = insert(deadlines)
KEEP = NEW.on_conflict_do_update(
    index_elements=["id"],
    set_={name: NEW.excluded[name] for name in (*COLUMNS, "next_at", "place")},
)


@dataclass(frozen=True, slots=True)
class OnRecord:
    """An act on a bill, as far as terms ask."""

    act: str
    origin: str
    target: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Due:
    """Something is to be told of this deadline."""

    id: UUID
    bill_id: UUID


async def acts_that_count(work: UnitOfWork, bill_id: UUID) -> list[OnRecord]:
    """The acts on a bill that change how its terms stand, oldest first."""
    acts = kept.acts.c
    counts = sa.or_(acts.act.in_(TOUCHING), acts.target.in_(LOST))
    query = (
        sa.select(acts.act, acts.origin, acts.target, acts.at)
        .where(acts.about == "bill", acts.case_id == bill_id, counts)
        .order_by(acts.place)
    )
    return [OnRecord(*row) for row in await work.session.execute(query)]


async def told_of(work: UnitOfWork, bill_id: UUID) -> dict[UUID, set[Telling]]:
    """Every deadline that is kept of a bill, with what was told of it."""
    query = (
        sa.select(deadlines.c.id, tellings.c.what)
        .outerjoin(tellings, tellings.c.deadline_id == deadlines.c.id)
        .where(deadlines.c.bill_id == bill_id)
    )
    told: dict[UUID, set[Telling]] = {}
    for deadline_id, what in await work.session.execute(query):
        told.setdefault(deadline_id, set()).update({what} if what else ())
    return told


async def keep(work: UnitOfWork, reckoned: Sequence[tuple[Deadline, datetime | None]]) -> None:
    """Keep these deadlines, each with its next telling, in place of what was kept of them."""
    if reckoned:
        await work.session.execute(KEEP, [_row(*each) for each in reckoned])


async def drop(work: UnitOfWork, gone: Collection[UUID]) -> None:
    """Keep no longer what the acts, the rules or the table do not give any more."""
    if gone:
        await work.session.execute(sa.delete(deadlines).where(deadlines.c.id.in_(gone)))


async def tell_once(
    work: UnitOfWork, deadline_id: UUID, what: Telling, *, at: datetime, act: Act | None
) -> int:
    """Write down that it is told, and count all that was told; 0 if it was told before."""
    row = insert(tellings).values(deadline_id=deadline_id, what=what, at=at, act=act)
    told = await work.session.execute(
        row.on_conflict_do_nothing().returning(tellings.c.deadline_id)
    )
    if told.one_or_none() is None:
        return 0
    mine = sa.select(sa.func.count()).where(tellings.c.deadline_id == deadline_id)
    return int((await work.session.execute(mine)).scalar_one())


async def due(session: AsyncSession, now: datetime) -> list[Due]:
    """Deadlines of which something is to be told by now, longest due first."""
    query = (
        sa.select(deadlines.c.id, deadlines.c.bill_id)
        .where(deadlines.c.next_at <= now)
        .order_by(deadlines.c.next_at, deadlines.c.id)
        .limit(MOST_AT_ONCE)
    )
    return [Due(*row) for row in await session.execute(query)]


async def still_due(work: UnitOfWork, deadline_id: UUID, now: datetime) -> Deadline | None:
    """The deadline, if something is to be told of it by now."""
    query = sa.select(deadlines).where(deadlines.c.id == deadline_id, deadlines.c.next_at <= now)
    row = (await work.session.execute(query)).one_or_none()
    return None if row is None else deadline_in(row)


async def deadlines_on(work: UnitOfWork, bill_id: UUID) -> list[Deadline]:
    """The deadlines of a bill, oldest start first."""
    query = sa.select(deadlines).where(deadlines.c.bill_id == bill_id)
    rows = await work.session.execute(query.order_by(deadlines.c.started_at, deadlines.c.term))
    return [deadline_in(row) for row in rows]


async def bills_that_wait_for_a_calendar(work: UnitOfWork) -> list[UUID]:
    """Bills with a term that is not over and whose end depends on which days are worked."""
    rule = deadlines.c.rule
    asks = sa.or_(
        sa.type_coerce(rule, sa.JSON)["unit"].as_string() == "working_days",
        sa.type_coerce(rule, sa.JSON)["moves_to_working_day"].as_boolean(),
    )
    query = sa.select(deadlines.c.bill_id).where(deadlines.c.ended_at.is_(None), asks).distinct()
    return list(await work.session.scalars(query.order_by(deadlines.c.bill_id)))


def deadline_in(row: sa.Row[Any]) -> Deadline:
    """The deadline that a row of the table holds."""
    kept_as = {name: getattr(row, name) for name in COLUMNS}
    return Deadline(**kept_as | {"missing_years": tuple(row.missing_years)})


def _row(deadline: Deadline, next_at: datetime | None) -> dict[str, Any]:
    own = {name: getattr(deadline, name) for name in COLUMNS}
    years = list(deadline.missing_years)
    place = deadline.passes_at or FAR_OFF
    return own | {"id": deadline.id, "missing_years": years, "next_at": next_at, "place": place}
