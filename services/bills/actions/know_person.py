"""The service learns what a person is called, so that the record can name those who act."""

from services.bills.store.people import know
from shared.contracts.identity import PersonRegistered
from shared.store.unit_of_work import UnitOfWork


async def know_person(work: UnitOfWork, fact: PersonRegistered) -> None:
    await know(work, fact.person_id, fact.name)
