"""An author demands that the plenary vote on an amendment by itself."""

from uuid import UUID

from services.bills.domain.amendments.acts import demand_separate_vote as demand
from services.bills.domain.amendments.amendment import Amendment
from services.bills.store.amendments.around import amendment_at_hand
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def demand_separate_vote(
    work: UnitOfWork, occasion: Occasion, *, bill_id: UUID, number: int
) -> Amendment:
    amendment = await amendment_at_hand(work, occasion, bill_id, number)
    demand(amendment, occasion)
    return amendment
