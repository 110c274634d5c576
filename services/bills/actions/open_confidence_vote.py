"""The presiding officer puts no confidence to the vote."""

from uuid import UUID

from services.bills.domain.acts import confidence
from services.bills.domain.bill import Bill
from services.bills.store.bills import Bills
from shared.kernel.occasion import Occasion
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork


async def open_confidence_vote(work: UnitOfWork, occasion: Occasion, *, bill_id: UUID) -> Bill:
    bill = await Bills(work).get(bill_id)
    confidence.open_vote(bill, new_id(), occasion)
    return bill
