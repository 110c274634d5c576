"""The month for the repeat vote has passed."""

from uuid import UUID

from services.bills.domain.acts import objections
from services.bills.domain.bill import Bill
from services.bills.store.bills import Bills
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def accept_objections(work: UnitOfWork, occasion: Occasion, *, bill_id: UUID) -> Bill:
    bill = await Bills(work).get(bill_id)
    objections.accept(bill, occasion)
    return bill
