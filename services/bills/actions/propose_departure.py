"""One person proposes to record what was done outside the table."""

from uuid import UUID

from services.bills.domain.acts import departures
from services.bills.domain.beyond import Departure
from services.bills.domain.bill import Bill
from services.bills.store.bills import Bills
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def propose_departure(
    work: UnitOfWork, occasion: Occasion, *, bill_id: UUID, departure: Departure
) -> Bill:
    bill = await Bills(work).get(bill_id)
    departures.propose(bill, departure, occasion)
    return bill
