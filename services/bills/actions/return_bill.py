"""The clerk returns a bill whose package is incomplete."""

from uuid import UUID

from services.bills.domain.acts.introduction import return_incomplete
from services.bills.domain.bill import Bill
from services.bills.store.bills import Bills
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def return_bill(
    work: UnitOfWork, occasion: Occasion, *, bill_id: UUID, reason: Bilingual
) -> Bill:
    bill = await Bills(work).get(bill_id)
    return_incomplete(bill, reason, occasion)
    return bill
