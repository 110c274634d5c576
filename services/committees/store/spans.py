"""The whole register through time, or what of it held at one moment."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from services.committees.store.register_tables import (
    bodies,
    faction_memberships,
    faction_sides,
    memberships,
)
from services.committees.store.tables import convocations, factions, mandates, offices
from shared.store.bodies import holds_at
from shared.store.unit_of_work import UnitOfWork

type Rows = Sequence[Any]


# A faction is of one side at a time; through all time it is there once for every side it was on.
FACTIONS = sa.select(
    factions.c.id,
    factions.c.name,
    faction_sides.c.opposition,
    faction_sides.c.since,
    faction_sides.c.until,
).join_from(factions, faction_sides, faction_sides.c.faction_id == factions.c.id)


@dataclass(frozen=True, slots=True)
class Spans:
    """Who was what from when until when, each kind in the order of time."""

    convocations: Rows
    factions: Rows
    mandates: Rows
    in_factions: Rows
    bodies: Rows
    memberships: Rows
    offices: Rows


async def spans(work: UnitOfWork, at: datetime | None) -> Spans:
    """All of them; with a moment, those that held then."""
    in_factions = sa.join(faction_memberships, mandates)
    return Spans(
        convocations=await _all(work, sa.select(convocations).order_by(convocations.c.number)),
        factions=await _of(work, FACTIONS, faction_sides, at),
        mandates=await _of(work, sa.select(mandates), mandates, at),
        in_factions=await _of(
            work,
            sa.select(faction_memberships, mandates.c.person_id).select_from(in_factions),
            faction_memberships,
            at,
        ),
        bodies=await _of(work, sa.select(bodies), bodies, at),
        memberships=await _of(work, sa.select(memberships), memberships, at),
        offices=await _of(work, sa.select(offices), offices, at),
    )


async def _of(
    work: UnitOfWork, query: sa.Select[Any], table: sa.Table, at: datetime | None
) -> Rows:
    held = query if at is None else query.where(holds_at(table, at))
    return await _all(work, held.order_by(table.c.since, table.c.id))


async def _all(work: UnitOfWork, query: sa.Select[Any]) -> Rows:
    rows: Rows = (await work.session.execute(query)).all()
    return rows
