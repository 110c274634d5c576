"""The Court decided, and the clerk enters what it published."""

from uuid import UUID

from services.bills.domain.acts import court
from services.bills.domain.bill import Bill
from services.bills.store.bills import Bills
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def note_court_decision(
    work: UnitOfWork,
    occasion: Occasion,
    *,
    bill_id: UUID,
    constitutional: bool,
    decision: Bilingual,
) -> Bill:
    bill = await Bills(work).get(bill_id)
    court.note_decision(bill, constitutional=constitutional, decision=decision, occasion=occasion)
    return bill
