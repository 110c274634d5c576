"""The initiator introduces the bill into the Kurultai."""

from uuid import UUID

from services.bills.domain.acts.introduction import introduce
from services.bills.domain.bill import Bill
from services.bills.store.bills import Bills
from services.bills.store.filings import note_files
from services.bills.store.signers import note_signers
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def introduce_bill(work: UnitOfWork, occasion: Occasion, *, bill_id: UUID) -> Bill:
    bill = await note_files(work, await Bills(work).get(bill_id))
    await note_signers(work, bill, occasion.at)
    introduce(bill, occasion)
    return bill
