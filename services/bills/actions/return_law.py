"""The President returns a law with objections."""

from uuid import UUID

from services.bills.domain.acts import objections
from services.bills.domain.bill import Bill
from services.bills.store.bills import Bills
from services.bills.store.texts import keep_wording
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def return_law(
    work: UnitOfWork, occasion: Occasion, *, bill_id: UUID, returning: objections.Returning
) -> Bill:
    bill = await Bills(work).get(bill_id)
    objections.return_law(bill, returning, occasion)
    if returning.wording:
        await keep_wording(work, bill.id, returning.wording, occasion.at)
    return bill
