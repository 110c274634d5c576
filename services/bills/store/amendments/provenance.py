"""Which amendment changed which element in which texts."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa

from services.bills.domain.amendments.plenary import Entry
from services.bills.domain.bill import Bill
from services.bills.store.tables.amendments import amended_elements, amendings
from shared.store.unit_of_work import UnitOfWork
from shared.texts.changes import ChangeKind


@dataclass(frozen=True, slots=True)
class Amended:
    """An element of the texts that were amended, and the amendment that changed it."""

    address: str
    kind: ChangeKind
    number: int
    amendment_id: UUID


async def keep_provenance(work: UnitOfWork, bill: Bill, entries: Iterable[Entry]) -> None:
    """File where the bill's newest texts come from."""
    rows = [
        {
            "bill_id": bill.id,
            "text_version": bill.text_version,
            "amendment_id": entry.amendment.id,
            "number": entry.amendment.number,
            "kind": entry.wording.kk.kind,
            "address": entry.wording.address,
        }
        for entry in entries
    ]
    if rows:
        await work.session.execute(sa.insert(amended_elements), rows)


async def provenance_of(work: UnitOfWork, bill_id: UUID, text_version: int) -> list[Amended]:
    """What changed the texts of that version, by number of the amendment."""
    table = amended_elements.c
    query = (
        sa.select(table.address, table.kind, table.number, table.amendment_id)
        .where(table.bill_id == bill_id)
        .where(table.text_version == text_version)
        .order_by(table.number)
    )
    return [Amended(*row) for row in await work.session.execute(query)]


async def numbers_in_the_text(work: UnitOfWork, bill_id: UUID) -> set[int]:
    """The amendments that the texts of the bill were made of, whichever table they were in."""
    in_text = sa.and_(
        amended_elements.c.bill_id == amendings.c.bill_id,
        amended_elements.c.text_version == amendings.c.laid_down,
    )
    query = (
        sa.select(amended_elements.c.number)
        .join(amendings, in_text)
        .where(amendings.c.bill_id == bill_id)
    )
    await work.session.flush()
    return set(await work.session.scalars(query))
