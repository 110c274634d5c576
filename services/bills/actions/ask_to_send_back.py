"""The presiding officer asks whether the bill goes back to its committee."""

from uuid import UUID

from services.bills.domain.acts import sending_back
from services.bills.domain.bill import Bill
from services.bills.store.bills import Bills
from shared.kernel.occasion import Occasion
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork


async def ask_to_send_back(work: UnitOfWork, occasion: Occasion, *, bill_id: UUID) -> Bill:
    bill = await Bills(work).get(bill_id)
    sending_back.ask(bill, new_id(), occasion)
    return bill
