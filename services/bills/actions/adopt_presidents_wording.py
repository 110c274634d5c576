"""By the rules the wording of the President becomes the law."""

from uuid import UUID

from services.bills.domain.acts import objections
from services.bills.domain.bill import Bill
from services.bills.store.bills import Bills
from services.bills.store.texts import lay_down_wording
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def adopt_presidents_wording(work: UnitOfWork, occasion: Occasion, *, bill_id: UUID) -> Bill:
    bill = await Bills(work).get(bill_id)
    objections.adopt_wording(bill, occasion)
    await lay_down_wording(work, bill, occasion)
    return bill
