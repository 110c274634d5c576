"""The clerk admits a registered bill to consideration."""

from uuid import UUID

from services.bills.domain.acts.introduction import admit
from services.bills.domain.bill import Bill
from services.bills.store.bills import Bills
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def admit_bill(work: UnitOfWork, occasion: Occasion, *, bill_id: UUID) -> Bill:
    bill = await Bills(work).get(bill_id)
    admit(bill, occasion)
    return bill
