"""The clock of the database: it alone decides what was in time."""

from dataclasses import replace

import sqlalchemy as sa

from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def by_the_database_clock(work: UnitOfWork, occasion: Occasion) -> Occasion:
    """The same occasion, at the database's own time."""
    now = await work.session.execute(sa.select(sa.func.clock_timestamp()))
    return replace(occasion, at=now.scalar_one())
