"""Offices that one person holds and nobody does: the Chair's, and of each committee its chair's."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from services.committees.store.tables import committees, offices
from shared.kernel.actor import Role
from shared.store.unit_of_work import UnitOfWork


async def chair_is_vacant(work: UnitOfWork) -> bool:
    """Whether the Kurultai has no Chair."""
    held = sa.exists().where(offices.c.role == Role.CHAIR, offices.c.until.is_(None))
    return bool(await work.session.scalar(sa.select(~held)))


async def last_held(work: UnitOfWork, role: Role) -> Any:
    """Until when an office of the Kurultai was held last; None if it never was."""
    query = sa.select(sa.func.max(offices.c.until)).where(offices.c.role == role)
    return await work.session.scalar(query)


async def committees_without_a_chair(
    work: UnitOfWork, convocation_id: UUID
) -> Sequence[sa.Row[Any, Any, Any, Any]]:
    """With the moment until which each was chaired, and whether it is the opposition's."""
    mine = sa.and_(offices.c.body_id == committees.c.id, offices.c.role == Role.COMMITTEE_CHAIR)
    since = sa.select(sa.func.max(offices.c.until)).where(mine).scalar_subquery()
    query = (
        sa.select(committees.c.id, committees.c.name, committees.c.reserved_for_opposition, since)
        .where(committees.c.convocation_id == convocation_id)
        .where(~sa.exists().where(mine, offices.c.until.is_(None)))
        .order_by(committees.c.id)
    )
    return (await work.session.execute(query)).all()
