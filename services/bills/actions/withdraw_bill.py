"""The initiator withdraws the bill."""

from uuid import UUID

from services.bills.domain.acts.introduction import withdraw
from services.bills.domain.bill import Bill
from services.bills.store.bills import Bills
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def withdraw_bill(
    work: UnitOfWork, occasion: Occasion, *, bill_id: UUID, reason: Bilingual
) -> Bill:
    bill = await Bills(work).get(bill_id)
    withdraw(bill, reason, occasion)
    return bill
