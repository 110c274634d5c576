"""The lead committee opens its table of amendments again."""

from uuid import UUID

from services.bills.domain.amendments.amending import Amending
from services.bills.domain.amendments.amending_acts import reopen
from services.bills.store.amendments.around import around
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def reopen_amending(work: UnitOfWork, occasion: Occasion, *, bill_id: UUID) -> Amending:
    there = await around(work, occasion, bill_id)
    reopen(there.amending, occasion)
    return there.amending
