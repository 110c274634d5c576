"""An initiator opens a bill."""

from services.bills.domain.acts.introduction import draft
from services.bills.domain.bill import Bill, Proposal
from services.bills.domain.kinds import ProposedKind
from services.bills.domain.stages import Act
from services.bills.store.acts import read_ahead
from services.bills.store.bills import Bills
from services.bills.store.texts import keep_texts
from shared.kernel.occasion import Occasion
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork


async def draft_bill(
    work: UnitOfWork, occasion: Occasion, *, kind: ProposedKind, proposal: Proposal
) -> Bill:
    await read_ahead(proposal.texts)
    bill = Bills(work).add(draft(new_id(), kind, proposal, occasion))
    by = occasion.by.person_id
    await keep_texts(work, bill, proposal.texts, why=Act.DRAFT, at=occasion.at, by=by)
    return bill
