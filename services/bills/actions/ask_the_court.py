"""Someone who may asks the Constitutional Court; deputies by a fifth of them."""

from uuid import UUID

from services.bills.domain.acts import court
from services.bills.domain.bill import Bill
from services.bills.store.bills import Bills
from shared.kernel.actor import Role
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork

OFFICES = (Role.PRESIDENT, Role.CHAIR, Role.PRIME_MINISTER)


async def ask_the_court(work: UnitOfWork, occasion: Occasion, *, bill_id: UUID) -> Bill:
    bill = await Bills(work).get(bill_id)
    if any(map(occasion.by.holds, OFFICES)):
        court.refer(bill, occasion)
    else:
        court.ask(bill, occasion)
    return bill
