"""The newest acts, on all bills or on one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from services.bills.domain.stages import Act, Stage
from services.bills.store.people import names_of
from services.bills.store.tables import bills, kept
from shared.contracts.words import Bilingual
from shared.kernel.actor import Role
from shared.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class ActOnBill:
    """An act, the bill it was taken on, and who took it."""

    place: int
    bill_id: UUID
    number: str | None
    title: Bilingual
    act: Act
    at: datetime
    role: Role
    name: Bilingual | None
    provision: str
    target: Stage


async def newest_acts(
    work: UnitOfWork, *, bill_id: UUID | None, before: int | None, limit: int
) -> list[ActOnBill]:
    """The newest first; those before a place of the record, if one is given."""
    acts = kept.acts.c
    query = (
        sa.select(kept.acts, bills.c.number, bills.c.title)
        .join_from(kept.acts, bills, bills.c.id == acts.case_id)
        .where(acts.about == "bill")
        .order_by(acts.place.desc())
        .limit(limit)
    )
    if bill_id is not None:
        query = query.where(acts.case_id == bill_id)
    if before is not None:
        query = query.where(acts.place < before)
    rows = (await work.session.execute(query)).all()
    return await _named(work, rows)


async def _named(work: UnitOfWork, rows: Sequence[sa.Row[Any]]) -> list[ActOnBill]:
    names = await names_of(work, (row.person_id for row in rows if row.person_id))
    return [
        ActOnBill(
            place=row.place,
            bill_id=row.case_id,
            number=row.number,
            title=row.title,
            act=Act(row.act),
            at=row.at,
            role=Role(row.role),
            name=names.get(row.person_id),
            provision=row.provision,
            target=Stage(row.target),
        )
        for row in rows
    ]
