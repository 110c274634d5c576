"""What the register says to those who work on a bill, and the bills in work."""

from uuid import UUID

import sqlalchemy as sa

from services.committees.domain.register_stages import BodyStage
from services.committees.store.register_tables import bodies, memberships
from services.committees.store.tables import offices
from shared.contracts.bodies import BodyKind, Capacity
from shared.kernel.actor import Role
from shared.store.unit_of_work import UnitOfWork

OFFICERS = (Role.COMMITTEE_CHAIR, Role.COMMITTEE_SECRETARY)


async def members_of(work: UnitOfWork, committee_id: UUID) -> frozenset[UUID]:
    """Who is of the committee now: its members, its chair and its secretaries."""
    entered = sa.select(memberships.c.person_id).where(
        memberships.c.body_id == committee_id,
        memberships.c.capacity == Capacity.MEMBER,
        memberships.c.until.is_(None),
    )
    officers = sa.select(offices.c.person_id).where(
        offices.c.body_id == committee_id,
        offices.c.role.in_(OFFICERS),
        offices.c.until.is_(None),
    )
    return frozenset(await work.session.scalars(sa.union(entered, officers)))


async def is_chaired(work: UnitOfWork, committee_id: UUID) -> bool:
    chaired = sa.exists().where(
        offices.c.body_id == committee_id,
        offices.c.role == Role.COMMITTEE_CHAIR,
        offices.c.until.is_(None),
    )
    return bool(await work.session.scalar(sa.select(chaired)))


async def is_working_group(work: UnitOfWork, body_id: UUID) -> bool:
    """Whether it is a working group, and exists now."""
    there = sa.exists().where(
        bodies.c.id == body_id,
        bodies.c.kind == BodyKind.WORKING_GROUP,
        bodies.c.stage == BodyStage.FORMED,
    )
    return bool(await work.session.scalar(sa.select(there)))
