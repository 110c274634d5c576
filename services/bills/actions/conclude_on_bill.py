"""The Government concludes on a bill that touches revenue or spending."""

from uuid import UUID

from services.bills.domain.acts.introduction import conclude
from services.bills.domain.bill import Bill
from services.bills.store.bills import Bills
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def conclude_on_bill(
    work: UnitOfWork, occasion: Occasion, *, bill_id: UUID, positive: bool, reason: Bilingual
) -> Bill:
    bill = await Bills(work).get(bill_id)
    conclude(bill, positive=positive, reason=reason, occasion=occasion)
    return bill
