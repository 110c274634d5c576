"""The lead committee sends a money amendment to the Government."""

from uuid import UUID

from services.bills.domain.amendments.acts import ask_government
from services.bills.domain.amendments.amendment import Amendment
from services.bills.store.amendments.around import amendment_at_hand
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def ask_government_on_amendment(
    work: UnitOfWork, occasion: Occasion, *, bill_id: UUID, number: int
) -> Amendment:
    amendment = await amendment_at_hand(work, occasion, bill_id, number)
    ask_government(amendment, occasion)
    return amendment
