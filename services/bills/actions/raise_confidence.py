"""The Prime Minister ties confidence in the Government to a bill."""

from uuid import UUID

from services.bills.domain.acts import confidence
from services.bills.domain.bill import Bill
from services.bills.store.bills import Bills
from services.bills.store.confidence import look_up_confidence
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def raise_confidence(work: UnitOfWork, occasion: Occasion, *, bill_id: UUID) -> Bill:
    bill = await Bills(work).get(bill_id)
    await look_up_confidence(work, bill, to_act=True)
    confidence.raise_confidence(bill, occasion)
    return bill
