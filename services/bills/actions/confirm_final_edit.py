"""The clerk confirms the final legal and linguistic check."""

from uuid import UUID

from services.bills.domain.acts import readings
from services.bills.domain.bill import Bill
from services.bills.domain.stages import Act
from services.bills.domain.texts import Texts
from services.bills.store.bills import Bills
from services.bills.store.texts import keep_texts
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def confirm_final_edit(
    work: UnitOfWork, occasion: Occasion, *, bill_id: UUID, corrected: Texts | None
) -> Bill:
    bill = await Bills(work).get(bill_id)
    readings.confirm_final_edit(bill, corrected, occasion)
    if corrected:
        why, by = Act.CONFIRM_FINAL_EDIT, occasion.by.person_id
        await keep_texts(work, bill, corrected, why=why, at=occasion.at, by=by)
    return bill
