"""How often confidence in the Government was tied to bills."""

import sqlalchemy as sa

from services.bills.domain.bill import Bill
from services.bills.domain.stages import Act
from shared.kernel.actor import Role
from shared.kernel.occasion import day_of
from shared.store.unit_of_work import UnitOfWork

CONFIDENCE_LOCK = 7_203_170
"""Only one at a time: two may not both be the last that the year allows."""


async def look_up_confidence(work: UnitOfWork, bill: Bill, *, to_act: bool = False) -> Bill:
    """Tell a bill to which it may be tied on which days it was tied to any."""
    if bill.initiator is not Role.GOVERNMENT:
        return bill
    if to_act:
        await work.session.execute(sa.select(sa.func.pg_advisory_xact_lock(CONFIDENCE_LOCK)))
    acts = work.kept.acts.c
    query = sa.select(acts.at).where(acts.act == Act.RAISE_CONFIDENCE)
    bill.confidence_days = tuple(day_of(at) for at in await work.session.scalars(query))
    return bill
