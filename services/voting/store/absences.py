"""Who was away from which sittings: evidence for the Constitution's article 55(1)."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from services.voting.domain.stages import ExcuseStage, SittingStage
from services.voting.store.personal import HELD, MANDATES, MEMBERSHIPS, dawn_of
from services.voting.store.tables import excuses, registrations, sittings
from shared.contracts.bodies import Capacity
from shared.store.bodies import holds_at
from shared.store.unit_of_work import UnitOfWork


async def absences_between(
    work: UnitOfWork, first: date, last: date, person_id: UUID | None
) -> Sequence[sa.Row[*tuple[Any, ...]]]:
    """Everyone's absences from sittings of these days that opened, by number and then by time.

    Sittings of bodies count for their members of that time; those under way do not count yet.
    """
    query = (
        sa.select(MANDATES.c.person_id, MANDATES.c.number, MANDATES.c.name)
        .add_columns(sittings.c.id.label("sitting_id"), sittings.c.opened_at, sittings.c.bodies)
        .add_columns(_excused().label("excused"))
        .join_from(sittings, MANDATES, holds_at(MANDATES, HELD))
        .where(sittings.c.stage == SittingStage.CLOSED, sittings.c.opened_at.is_not(None))
        .where(sittings.c.starts_at >= dawn_of(first))
        .where(sittings.c.starts_at < dawn_of(last + timedelta(days=1)))
        .where(_sat(), ~_came())
        .order_by(MANDATES.c.number, sittings.c.starts_at, sittings.c.id)
    )
    if person_id is not None:
        query = query.where(MANDATES.c.person_id == person_id)
    return (await work.session.execute(query)).all()


def _sat() -> sa.ColumnElement[bool]:
    member = sa.exists().where(
        MEMBERSHIPS.c.person_id == MANDATES.c.person_id,
        MEMBERSHIPS.c.capacity == Capacity.MEMBER,
        MEMBERSHIPS.c.body_id == sa.any_(sittings.c.bodies),
        holds_at(MEMBERSHIPS, HELD),
    )
    return sa.or_(sa.func.cardinality(sittings.c.bodies) == 0, member)


def _came() -> sa.ColumnElement[bool]:
    return sa.exists().where(
        registrations.c.sitting_id == sittings.c.id,
        registrations.c.person_id == MANDATES.c.person_id,
    )


def _excused() -> sa.ColumnElement[bool]:
    return sa.exists().where(
        excuses.c.sitting_id == sittings.c.id,
        excuses.c.person_id == MANDATES.c.person_id,
        excuses.c.stage == ExcuseStage.RECORDED,
    )
