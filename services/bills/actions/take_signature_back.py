"""A deputy takes the signature under a draft back."""

from uuid import UUID

from services.bills.domain.acts import signing
from services.bills.domain.bill import Bill
from services.bills.store.bills import Bills
from services.bills.store.signers import note_signers
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def take_signature_back(work: UnitOfWork, occasion: Occasion, *, bill_id: UUID) -> Bill:
    bill = await Bills(work).get(bill_id)
    await note_signers(work, bill, occasion.at)
    signing.take_signature_back(bill, occasion)
    return bill
