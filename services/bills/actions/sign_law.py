"""The President signs the law."""

from uuid import UUID

from services.bills.domain.acts.law import sign
from services.bills.domain.bill import Bill
from services.bills.store.bills import Bills
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def sign_law(work: UnitOfWork, occasion: Occasion, *, bill_id: UUID) -> Bill:
    bill = await Bills(work).get(bill_id)
    sign(bill, occasion)
    return bill
