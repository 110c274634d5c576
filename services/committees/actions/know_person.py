"""The service learns what a person is called, so that the register can name those who act."""

from services.committees.store.known import know_person_called
from shared.contracts.identity import PersonRegistered
from shared.store.unit_of_work import UnitOfWork


async def know_person(work: UnitOfWork, fact: PersonRegistered) -> None:
    await know_person_called(work, fact.person_id, fact.name)
