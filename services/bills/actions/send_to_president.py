"""The clerk sends the adopted law to the President."""

from uuid import UUID

from services.bills.domain.acts import law
from services.bills.domain.bill import Bill
from services.bills.store.bills import Bills
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def send_to_president(work: UnitOfWork, occasion: Occasion, *, bill_id: UUID) -> Bill:
    bill = await Bills(work).get(bill_id)
    law.send_to_president(bill, occasion)
    return bill
