"""The clock of the database: it alone decides what was in time."""

from dataclasses import replace
from uuid import UUID

import sqlalchemy as sa

from services.voting.domain.presiding import Presidency
from services.voting.store.tables import sittings
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def by_the_database_clock(work: UnitOfWork, occasion: Occasion) -> Occasion:
    """The same occasion, at the database's own time."""
    now = await work.session.execute(sa.select(sa.func.clock_timestamp()))
    return replace(occasion, at=now.scalar_one())


async def at_the_sitting(work: UnitOfWork, occasion: Occasion, sitting_id: UUID) -> Occasion:
    """The same, its actor with the capacities that they have at the sitting, in one look."""
    query = sa.select(sa.func.clock_timestamp(), sittings.c.bodies, sittings.c.presided)
    found = await work.session.execute(query.where(sittings.c.id == sitting_id))
    now, bodies, presided = found.one()
    presidency = Presidency(sitting_id, bodies, presided[-1].person_id if presided else None)
    return presidency.seen(replace(occasion, at=now))
