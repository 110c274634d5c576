"""The registrar or a clerk enters a person."""

from services.identity.domain.acts import register
from services.identity.domain.iin import checked_iin
from services.identity.domain.person import Person
from services.identity.store.persons import Persons, keep_iin
from services.identity.store.vault import Vault
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork


async def register_person(
    work: UnitOfWork, occasion: Occasion, vault: Vault, *, iin: str, name: Bilingual
) -> Person:
    person = Person(new_id(), name)
    register(person, occasion)
    Persons(work).add(person)
    await keep_iin(work, vault, person, checked_iin(iin, occasion.day))
    return person
