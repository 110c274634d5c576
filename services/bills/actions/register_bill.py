"""The clerk enters an introduced bill in the register."""

from uuid import UUID

from services.bills.domain.acts.introduction import register
from services.bills.domain.bill import Bill
from services.bills.store.bills import Bills
from services.bills.store.numbers import next_number
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def register_bill(work: UnitOfWork, occasion: Occasion, *, bill_id: UUID) -> Bill:
    bill = await Bills(work).get(bill_id)
    register(bill, await next_number(work, occasion.day.year), occasion)
    return bill
