"""The day of introduction into effect has come."""

from uuid import UUID

from services.bills.domain.acts import passing_time
from services.bills.domain.bill import Bill
from services.bills.store.bills import Bills
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def take_effect(work: UnitOfWork, occasion: Occasion, *, bill_id: UUID) -> Bill:
    bill = await Bills(work).get(bill_id)
    passing_time.take_effect(bill, occasion)
    return bill
