"""The presiding officer puts the wording of the President to the vote."""

from uuid import UUID

from services.bills.domain.acts import objections
from services.bills.domain.bill import Bill
from services.bills.store.bills import Bills
from shared.kernel.occasion import Occasion
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork


async def ask_for_presidents_wording(
    work: UnitOfWork, occasion: Occasion, *, bill_id: UUID
) -> Bill:
    bill = await Bills(work).get(bill_id)
    objections.ask_for_wording(bill, new_id(), occasion)
    return bill
