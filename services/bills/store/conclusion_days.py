"""By which days lead committees conclude, as the chronicle of each bill has it."""

from uuid import UUID

import sqlalchemy as sa

from services.bills.domain.bill import DayNamed
from services.bills.store.tables import chronicle
from shared.contracts.committee_work import ConclusionDayFixed
from shared.store.unit_of_work import UnitOfWork


async def conclusion_days(work: UnitOfWork, bill_id: UUID) -> tuple[DayNamed, ...]:
    """The days that were fixed for the committee of a bill, oldest first."""
    query = (
        sa.select(chronicle.c.body)
        .where(chronicle.c.bill_id == bill_id, chronicle.c.what == ConclusionDayFixed.type)
        .order_by(chronicle.c.place)
    )
    told = map(ConclusionDayFixed.model_validate, await work.session.scalars(query))
    return tuple(DayNamed(fact.at, fact.day) for fact in told)
