"""A bill is in the register: hearings may be called on it."""

from services.hearings.store.hearings import know_registered
from shared.contracts.bills import BillRegistered
from shared.store.unit_of_work import UnitOfWork


async def know_bill(work: UnitOfWork, fact: BillRegistered) -> None:
    await know_registered(work, fact)
