"""The initiator changes the draft."""

from uuid import UUID

from services.bills.domain.acts.introduction import revise
from services.bills.domain.bill import Bill, Proposal
from services.bills.domain.stages import Act
from services.bills.store.acts import read_ahead
from services.bills.store.bills import Bills
from services.bills.store.texts import keep_texts
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def revise_bill(
    work: UnitOfWork, occasion: Occasion, *, bill_id: UUID, proposal: Proposal
) -> Bill:
    await read_ahead(proposal.texts)
    bill = await Bills(work).get(bill_id)
    revise(bill, proposal, occasion)
    by = occasion.by.person_id
    await keep_texts(work, bill, proposal.texts, why=Act.REVISE, at=occasion.at, by=by)
    return bill
