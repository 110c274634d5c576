"""Why elements are changed between two texts: the last column of the comparison table."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa

from services.bills.store.tables import change_reasons
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Between:
    """Two texts: versions of a bill, or an edition of an act and a version of a bill."""

    bill_id: UUID
    old: int
    new: int
    act_id: UUID | None = None


async def keep_reason(
    work: UnitOfWork, between: Between, address: str, reason: Bilingual, occasion: Occasion
) -> None:
    """File a reason; an earlier one of the same address stays on file and is not shown."""
    row = {
        "bill_id": between.bill_id,
        "act_id": between.act_id,
        "old_number": between.old,
        "new_number": between.new,
        "address": address,
        "reason": reason,
        "person_id": occasion.by.person_id,
        "at": occasion.at,
    }
    await work.session.execute(sa.insert(change_reasons).values(row))


async def reasons_between(work: UnitOfWork, between: Between) -> Mapping[str, Bilingual]:
    """The newest reason of each address."""
    given = change_reasons.c
    query = (
        sa.select(given.address, given.reason)
        .where(given.bill_id == between.bill_id, given.act_id.is_not_distinct_from(between.act_id))
        .where(given.old_number == between.old, given.new_number == between.new)
        .order_by(given.place)
    )
    return {row.address: row.reason for row in await work.session.execute(query)}
