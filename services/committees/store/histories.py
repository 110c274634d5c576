"""Which faction a deputy was of, and which side a faction was on, from when until when.

Spans are written with the case that they are of, when the work is: whoever was overtaken on the
case writes none.
"""

from datetime import datetime

import sqlalchemy as sa

from services.committees.domain.faction import Faction
from services.committees.domain.mandate import Mandate
from services.committees.store.register_tables import (
    FactionSpan,
    SideSpan,
    faction_memberships,
    faction_sides,
)
from shared.store.unit_of_work import UnitOfWork


def begin_in_faction(work: UnitOfWork, mandate: Mandate, at: datetime) -> None:
    """The deputy is of the mandate's faction from that moment on, if of any."""
    if mandate.faction_id is not None:
        work.session.add(FactionSpan(mandate.id, mandate.faction_id, at))


async def end_in_faction(work: UnitOfWork, mandate: Mandate, at: datetime) -> None:
    """The deputy is of no faction from that moment on."""
    rows = faction_memberships.c
    query = sa.select(FactionSpan).where(rows.mandate_id == mandate.id, rows.until.is_(None))
    with work.session.no_autoflush:
        for span in await work.session.scalars(query):
            span.until = at


async def take_side(work: UnitOfWork, faction: Faction, at: datetime) -> None:
    """The faction is on its side from that moment on."""
    rows = faction_sides.c
    query = sa.select(SideSpan).where(rows.faction_id == faction.id, rows.until.is_(None))
    with work.session.no_autoflush:
        for span in await work.session.scalars(query):
            span.until = at
    work.session.add(SideSpan(faction.id, faction.opposition, at))
