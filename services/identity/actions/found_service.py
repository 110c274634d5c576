"""The person named by the setting of the service is registered as its founder, once and for all."""

from services.identity.domain.acts import found
from services.identity.domain.iin import checked_iin
from services.identity.domain.person import Person
from services.identity.store.persons import Persons, keep_iin
from services.identity.store.turns import wait_for_turn
from services.identity.store.vault import Vault
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork


async def found_service(
    work: UnitOfWork, occasion: Occasion, vault: Vault, *, iin: str, name: Bilingual
) -> Person:
    await wait_for_turn(work)
    person = Person(new_id(), name)
    person.founder_known = await Persons(work).founder_known()
    found(person, occasion)
    Persons(work).add(person)
    await keep_iin(work, vault, person, checked_iin(iin, occasion.day))
    return person
