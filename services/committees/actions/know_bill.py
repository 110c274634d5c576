"""A bill is admitted to consideration: it may be referred from now on."""

from services.committees.store.known import know_bill_admitted
from shared.contracts.bills import BillAdmitted
from shared.store.unit_of_work import UnitOfWork


async def know_bill(work: UnitOfWork, fact: BillAdmitted) -> None:
    await know_bill_admitted(work, fact.bill_id, fact.number, fact.title)
