"""The Government declares its bill one that does not bear delay."""

from uuid import UUID

from services.bills.domain.acts.precedence import declare_emergency as declare
from services.bills.domain.bill import Bill
from services.bills.store.bills import Bills
from shared.contracts.bills_beyond import EmergencyGround
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def declare_emergency(
    work: UnitOfWork, occasion: Occasion, *, bill_id: UUID, ground: EmergencyGround
) -> Bill:
    bill = await Bills(work).get(bill_id)
    declare(bill, ground, occasion)
    return bill
