"""The presiding officer opens a reading, and the Kurultai is asked its question."""

from uuid import UUID

from services.bills.domain.acts import readings
from services.bills.domain.bill import Bill
from services.bills.store.amendments.amendings import Amendings
from services.bills.store.bills import Bills
from shared.kernel.occasion import Occasion
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork


async def open_reading(work: UnitOfWork, occasion: Occasion, *, bill_id: UUID) -> Bill:
    bill = await Bills(work).get(bill_id)
    await Amendings(work).see(bill, occasion.rules)
    readings.open_reading(bill, new_id(), occasion)
    return bill
