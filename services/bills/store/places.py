"""In what order the steps of a bill's path come, and which of them are asked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

import sqlalchemy as sa

from services.bills.domain.stages import Act
from services.bills.store.tables import chronicle, kept
from shared.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a step stands: by its instant, at one instant the acts before what others told."""

    at: datetime
    told: bool
    place: int


BEGINNING = Place(datetime.min.replace(tzinfo=UTC), told=False, place=0)


@dataclass(frozen=True, slots=True)
class Part:
    """The steps after a place; only these acts, if any are named."""

    after: Place = BEGINNING
    acts: Sequence[Act] = ()


WHOLE = Part()


async def places_of(
    work: UnitOfWork, bill_id: UUID, part: Part, limit: int | None = None
) -> list[Place]:
    """The places of the steps asked for, in their order. What called for an act is in its step."""
    acts = kept.acts.c
    own = sa.select(acts.at, sa.false().label("told"), acts.place).where(
        acts.about == "bill", acts.case_id == bill_id, acts.at >= part.after.at
    )
    if part.acts:
        own = own.where(acts.act.in_(part.acts))
    told = sa.select(chronicle.c.at, sa.true().label("told"), chronicle.c.place).where(
        chronicle.c.bill_id == bill_id,
        chronicle.c.act.is_(None),
        chronicle.c.at >= part.after.at,
        sa.literal(not part.acts),
    )
    steps = own.union_all(told).subquery().c
    place = sa.tuple_(steps.at, steps.told, steps.place)
    after = sa.tuple_(part.after.at, part.after.told, part.after.place)
    query = sa.select(steps.at, steps.told, steps.place).where(place > after)
    rows = await work.session.execute(query.order_by(*query.selected_columns).limit(limit))
    return [Place(*row) for row in rows]
