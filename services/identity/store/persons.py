"""The persons on file, and apart from them their identification numbers."""

from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from services.identity.domain.iin import Iin
from services.identity.domain.person import Person
from services.identity.store.tables import iins, persons
from services.identity.store.vault import Vault
from shared.kernel.errors import NotFound, NotNow
from shared.kernel.text import Text
from shared.store.cases import Cases
from shared.store.unit_of_work import UnitOfWork

KNOWN = Text(
    kk="Мұндай ЖСН бар адам бұрын тіркелген: {id}.",
    ru="Человек с таким ИИН уже зарегистрирован: {id}.",
    en="The person with this IIN is already registered: {id}.",
)


class PersonNotFound(NotFound):
    code = "person-not-found"


class PersonKnown(NotNow):
    """Said only to those who may register persons, after they were found entitled."""

    code = "person-known"


class Persons(Cases[Person]):
    kind = Person
    missing = PersonNotFound
    no_such = Text(
        kk="{id} деген адам тіркелмеген.",
        ru="Человек {id} не зарегистрирован.",
        en="There is no person {id}.",
    )

    async def founder_known(self) -> bool:
        """Whether anyone is registered as founder."""
        query = sa.select(sa.exists().where(persons.c.founder))
        return bool(await self._work.session.scalar(query))


async def keep_iin(work: UnitOfWork, vault: Vault, person: Person, iin: Iin) -> None:
    """Keep a person's number: sealed, and findable only by its fingerprint.

    Raises:
        PersonKnown: someone has this number.
    """
    fingerprint = vault.fingerprint(iin.digits)
    sealed = vault.iins.seal(iin.digits.encode(), person.id)
    row = {
        "person_id": person.id,
        "fingerprint": fingerprint,
        "sealed": sealed.value,
        "sealed_with": sealed.sealed_with,
    }
    await work.session.flush()
    # Whoever comes second waits here for the first, and then finds what the first has written.
    added = insert(iins).values(row).on_conflict_do_nothing(index_elements=["fingerprint"])
    if await work.session.scalar(added.returning(iins.c.person_id)) is None:
        raise PersonKnown(KNOWN.filled(id=await _owner_of(work, fingerprint)))


async def _owner_of(work: UnitOfWork, fingerprint: bytes) -> UUID:
    query = sa.select(iins.c.person_id).where(iins.c.fingerprint == fingerprint)
    owner: UUID = (await work.session.scalars(query)).one()
    return owner
