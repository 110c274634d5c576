"""The clerk confirms the final legal and linguistic check."""

from uuid import UUID

from services.bills.domain.acts import readings
from services.bills.domain.bill import Bill
from services.bills.domain.stages import Act
from services.bills.domain.texts import Texts
from services.bills.store.bills import Bills
from services.bills.store.texts import keep_texts, texts_of
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def confirm_final_edit(
    work: UnitOfWork, occasion: Occasion, *, bill_id: UUID, corrected: Texts | None
) -> Bill:
    bill = await Bills(work).get(bill_id)
    before = await texts_of(work, bill.id, None)
    readings.confirm_final_edit(bill, before.texts, corrected, occasion)
    if corrected:
        why = Act.CONFIRM_FINAL_EDIT
        await keep_texts(work, bill, corrected, why=why, at=occasion.at)
    return bill
