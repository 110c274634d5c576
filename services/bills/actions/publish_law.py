"""The signed law is officially published."""

from uuid import UUID

from services.bills.domain.acts.law import publish
from services.bills.domain.bill import Bill
from services.bills.domain.publication import Publication
from services.bills.store.bills import Bills
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def publish_law(
    work: UnitOfWork, occasion: Occasion, *, bill_id: UUID, publication: Publication
) -> Bill:
    bill = await Bills(work).get(bill_id)
    publish(bill, publication, occasion)
    return bill
