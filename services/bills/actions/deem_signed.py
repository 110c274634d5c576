"""The term of the President has passed in silence."""

from uuid import UUID

from services.bills.domain.acts import passing_time
from services.bills.domain.bill import Bill
from services.bills.store.bills import Bills
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def deem_signed(work: UnitOfWork, occasion: Occasion, *, bill_id: UUID) -> Bill:
    bill = await Bills(work).get(bill_id)
    passing_time.deem_signed(bill, occasion)
    return bill
