"""The presiding officer sets the day of the reading that decides on amendments."""

from datetime import date
from uuid import UUID

from services.bills.domain.amendments.amending import Amending
from services.bills.domain.amendments.amending_acts import set_reading_day as set_day
from services.bills.store.amendments.around import around
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def set_reading_day(
    work: UnitOfWork, occasion: Occasion, *, bill_id: UUID, day: date
) -> Amending:
    there = await around(work, occasion, bill_id)
    set_day(there.amending, day, occasion)
    return there.amending
