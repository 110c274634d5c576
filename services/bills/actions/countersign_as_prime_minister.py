"""The Prime Minister countersigns the law."""

from uuid import UUID

from services.bills.domain.acts import law
from services.bills.domain.bill import Bill
from services.bills.store.bills import Bills
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def countersign_as_prime_minister(
    work: UnitOfWork, occasion: Occasion, *, bill_id: UUID
) -> Bill:
    bill = await Bills(work).get(bill_id)
    law.countersign_as_prime_minister(bill, occasion)
    return bill
