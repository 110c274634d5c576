"""The author withdraws an amendment."""

from uuid import UUID

from services.bills.domain.amendments.acts import withdraw
from services.bills.domain.amendments.amendment import Amendment
from services.bills.store.amendments.around import amendment_at_hand
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def withdraw_amendment(
    work: UnitOfWork, occasion: Occasion, *, bill_id: UUID, number: int, reason: Bilingual
) -> Amendment:
    amendment = await amendment_at_hand(work, occasion, bill_id, number)
    withdraw(amendment, reason, occasion)
    return amendment
