"""The President gives a bill priority."""

from uuid import UUID

from services.bills.domain.acts.precedence import give_priority as give
from services.bills.domain.bill import Bill
from services.bills.store.bills import Bills
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def give_priority(work: UnitOfWork, occasion: Occasion, *, bill_id: UUID) -> Bill:
    bill = await Bills(work).get(bill_id)
    give(bill, occasion)
    return bill
