"""The names of people, for the record."""

from collections.abc import Iterable
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from services.bills.store.tables import known_people
from shared.contracts.words import Bilingual
from shared.store.unit_of_work import UnitOfWork


async def know(work: UnitOfWork, person_id: UUID, name: Bilingual) -> None:
    """Remember what a person is called now."""
    row = insert(known_people).values(person_id=person_id, name=name)
    newest = row.on_conflict_do_update(
        index_elements=[known_people.c.person_id], set_={"name": row.excluded.name}
    )
    await work.session.execute(newest)


async def names_of(work: UnitOfWork, people: Iterable[UUID]) -> dict[UUID, Bilingual]:
    """The names of those of these people whom the service knows."""
    query = sa.select(known_people).where(known_people.c.person_id.in_(set(people)))
    return {row.person_id: row.name for row in await work.session.execute(query)}
