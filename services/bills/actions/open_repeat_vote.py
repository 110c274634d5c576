"""The presiding officer opens the repeat vote on a returned law."""

from uuid import UUID

from services.bills.domain.acts import objections
from services.bills.domain.bill import Bill
from services.bills.store.bills import Bills
from shared.kernel.occasion import Occasion
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork


async def open_repeat_vote(work: UnitOfWork, occasion: Occasion, *, bill_id: UUID) -> Bill:
    bill = await Bills(work).get(bill_id)
    objections.open_repeat_vote(bill, new_id(), occasion)
    return bill
