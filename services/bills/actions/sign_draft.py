"""A deputy signs the draft of another deputy."""

from uuid import UUID

from services.bills.domain.acts import signing
from services.bills.domain.bill import Bill
from services.bills.store.bills import Bills
from services.bills.store.signers import name_of, note_signers
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def sign_draft(work: UnitOfWork, occasion: Occasion, *, bill_id: UUID) -> Bill:
    bill = await Bills(work).get(bill_id)
    await note_signers(work, bill, occasion.at)
    signing.sign_draft(bill, await name_of(work, occasion.by.person_id), occasion)
    return bill
