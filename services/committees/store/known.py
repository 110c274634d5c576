"""What other services told: bills that may be referred, and what people are called."""

from collections.abc import Iterable
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from services.committees.store.tables import known_bills, known_people
from shared.contracts.words import Bilingual
from shared.store.unit_of_work import UnitOfWork


async def know_bill_admitted(
    work: UnitOfWork, bill_id: UUID, number: str, title: Bilingual
) -> None:
    row = {"bill_id": bill_id, "number": number, "title": title, "is_open": True}
    await work.session.execute(insert(known_bills).values(row).on_conflict_do_nothing())


async def know_bill_left(work: UnitOfWork, bill_id: UUID) -> None:
    """The bill left the Kurultai; of one that was never admitted nothing is known."""
    left = known_bills.update().where(known_bills.c.bill_id == bill_id)
    await work.session.execute(left.values(is_open=False))


async def know_person_called(work: UnitOfWork, person_id: UUID, name: Bilingual) -> None:
    row = insert(known_people).values(person_id=person_id, name=name)
    newest = row.on_conflict_do_update(
        index_elements=["person_id"], set_={"name": row.excluded.name}
    )
    await work.session.execute(newest)


async def names_of(work: UnitOfWork, people: Iterable[UUID]) -> dict[UUID, Bilingual]:
    """The names of those of these people whom the service knows."""
    query = sa.select(known_people).where(known_people.c.person_id.in_(set(people)))
    return {row.person_id: row.name for row in await work.session.execute(query)}
