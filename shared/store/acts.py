"""The record of a case: its acts, in the order in which they were taken."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel, ConfigDict

from shared.kernel.actor import Role
from shared.store.unit_of_work import UnitOfWork


class ActOnRecord(BaseModel):
    """An act on the record: who did what, when, under which provision of which rules."""

    model_config = ConfigDict(from_attributes=True)

    place: int
    act: str
    origin: str
    target: str
    person_id: UUID | None
    role: Role
    at: datetime
    provision: str
    profile: str


async def acts_on(
    work: UnitOfWork, about: str, case_id: UUID, places: Collection[int] | None = None
) -> list[ActOnRecord]:
    """Every act taken on one case, or those at these places of the record; oldest first."""
    acts = work.kept.acts
    query = (
        sa.select(acts)
        .where(acts.c.about == about)
        .where(acts.c.case_id == case_id)
        .order_by(acts.c.place)
    )
    if places is not None:
        query = query.where(acts.c.place.in_(places))
    rows = (await work.session.execute(query)).all()
    return [ActOnRecord.model_validate(row) for row in rows]
