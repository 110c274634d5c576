"""The Government names a temporary act with the force of law."""

from uuid import UUID

from services.bills.domain.acts.precedence import link_temporary_act as link
from services.bills.domain.beyond import TemporaryAct
from services.bills.domain.bill import Bill
from services.bills.store.bills import Bills
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def link_temporary_act(
    work: UnitOfWork, occasion: Occasion, *, bill_id: UUID, temporary: TemporaryAct
) -> Bill:
    bill = await Bills(work).get(bill_id)
    link(bill, temporary, occasion)
    return bill
