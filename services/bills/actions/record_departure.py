"""A second person confirms what was done outside the table."""

from uuid import UUID

from services.bills.domain.acts import departures
from services.bills.domain.bill import Bill
from services.bills.store.bills import Bills
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def record_departure(work: UnitOfWork, occasion: Occasion, *, bill_id: UUID) -> Bill:
    bill = await Bills(work).get(bill_id)
    departures.record(bill, occasion)
    return bill
