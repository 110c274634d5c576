"""The numbers of the register: one series a year, without gaps."""

from sqlalchemy.dialects.postgresql import insert

from services.bills.store.tables import number_series
from shared.store.unit_of_work import UnitOfWork


async def next_number(work: UnitOfWork, year: int) -> str:
    """The next free number of the year, as `2026-0001`.

    The series stays locked until this work ends: who comes second waits, and a number
    that was taken in vain is free again.
    """
    series = insert(number_series).values(year=year, last=1)
    taken = series.on_conflict_do_update(
        index_elements=[number_series.c.year], set_={"last": number_series.c.last + 1}
    ).returning(number_series.c.last)
    last = (await work.session.execute(taken)).scalar_one()
    return f"{year}-{last:04}"
