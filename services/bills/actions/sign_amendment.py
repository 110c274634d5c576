"""A deputy whom the author invited signs an amendment."""

from uuid import UUID

from services.bills.domain.amendments.acts import sign
from services.bills.domain.amendments.amendment import Amendment
from services.bills.store.amendments.around import amendment_at_hand
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def sign_amendment(
    work: UnitOfWork, occasion: Occasion, *, bill_id: UUID, number: int
) -> Amendment:
    amendment = await amendment_at_hand(work, occasion, bill_id, number)
    sign(amendment, occasion)
    return amendment
