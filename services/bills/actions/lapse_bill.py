"""A bill ends with the convocation."""

from uuid import UUID

from services.bills.domain.acts import passing_time
from services.bills.domain.bill import Bill
from services.bills.store.bills import Bills
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def lapse_bill(
    work: UnitOfWork, occasion: Occasion, *, bill_id: UUID, reason: Bilingual
) -> Bill:
    bill = await Bills(work).get(bill_id)
    passing_time.lapse(bill, reason, occasion)
    return bill
