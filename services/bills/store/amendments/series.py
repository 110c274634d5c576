"""The numbers of a bill's amendments; and one act on them at a time."""

from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from services.bills.store.tables.amendments import amendment_series
from shared.store.unit_of_work import UnitOfWork


async def next_number(work: UnitOfWork, bill_id: UUID) -> int:
    """The next number, without gaps. As `hold`: who comes second waits until this work ends."""
    series = insert(amendment_series).values(bill_id=bill_id, last=1)
    taken = series.on_conflict_do_update(
        index_elements=[amendment_series.c.bill_id], set_={"last": amendment_series.c.last + 1}
    ).returning(amendment_series.c.last)
    number: int = (await work.session.execute(taken)).scalar_one()
    return number


async def hold(work: UnitOfWork, bill_id: UUID) -> None:
    """Keep others from acting on the amendments to this bill until this work ends.

    Taken before anything is read, so that what is read stays so: an amendment is not filed while
    the table is closed, nor decided anew while a text is made of it.
    """
    series = insert(amendment_series).values(bill_id=bill_id, last=0)
    there = series.on_conflict_do_nothing()
    await work.session.execute(there)
    locked = sa.select(amendment_series.c.last).where(amendment_series.c.bill_id == bill_id)
    await work.session.execute(locked.with_for_update())
