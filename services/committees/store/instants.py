"""The chamber at any moment, past ones too: who had a mandate, in which faction, in which body."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import aggregate_order_by

from services.committees.store.register_tables import (
    bodies,
    faction_memberships,
    faction_sides,
    memberships,
    sessions,
)
from services.committees.store.tables import convocations, factions, mandates, offices
from shared.store.bodies import holds_at
from shared.store.columns import Moment
from shared.store.unit_of_work import UnitOfWork

type Rows = Sequence[Any]
AS_UTC = 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'
"""A moment in JSON that the database writes: else it would be in that server's own time zone."""


def _voters() -> sa.Select[str]:
    """Written out once: of `at`, the moment."""
    of, side, at = faction_memberships, faction_sides, sa.bindparam("at", type_=Moment)
    voters = (
        sa.select(
            mandates.c.id.label("mandate_id"),
            mandates.c.person_id,
            mandates.c.number,
            mandates.c.name,
            sa.func.to_char(sa.func.timezone("UTC", mandates.c.since), AS_UTC).label("since"),
            of.c.faction_id,
            factions.c.name.label("faction_name"),
            side.c.opposition,
        )
        .outerjoin_from(mandates, of, sa.and_(of.c.mandate_id == mandates.c.id, holds_at(of, at)))
        .outerjoin(factions, factions.c.id == of.c.faction_id)
        .outerjoin(side, sa.and_(side.c.faction_id == of.c.faction_id, holds_at(side, at)))
        .where(holds_at(mandates, at))
        .subquery("voters")
    )
    by_number = aggregate_order_by(voters.table_valued(), voters.c.number)
    listed = sa.cast(sa.func.json_agg(by_number), sa.Text)
    return sa.select(sa.func.coalesce(listed, "[]"))


VOTERS = _voters()


async def voters_at(work: UnitOfWork, at: datetime) -> str:
    """Whoever could vote then, by number, with faction and side: a list as JSON.

    The database puts it together: to take a hundred and forty-five rows apart here, each with two
    names, takes several times as long as to find them.
    """
    told: str = (await work.session.execute(VOTERS, {"at": at})).scalar_one()
    return told


async def bodies_at(work: UnitOfWork, at: datetime) -> Rows:
    """The bodies that there were, each row one of its members; a body without any is one row."""
    query = (
        sa.select(
            bodies.c.id.label("body_id"),
            bodies.c.kind,
            bodies.c.name,
            bodies.c.within,
            memberships.c.id.label("membership_id"),
            memberships.c.person_id,
            memberships.c.capacity,
            memberships.c.name.label("member_name"),
            memberships.c.since,
        )
        .outerjoin_from(
            bodies,
            memberships,
            sa.and_(memberships.c.body_id == bodies.c.id, holds_at(memberships, at)),
        )
        .where(holds_at(bodies, at))
        .order_by(bodies.c.id, memberships.c.id)
    )
    return (await work.session.execute(query)).all()


async def factions_at(work: UnitOfWork, at: datetime) -> Rows:
    """The factions that had a side then, and which: `faction_id`, `name`, `opposition`."""
    query = (
        sa.select(factions.c.id.label("faction_id"), factions.c.name, faction_sides.c.opposition)
        .join_from(factions, faction_sides, faction_sides.c.faction_id == factions.c.id)
        .where(holds_at(faction_sides, at))
        .order_by(factions.c.id)
    )
    return (await work.session.execute(query)).all()


async def offices_at(work: UnitOfWork, at: datetime) -> Rows:
    """The offices that were held: `office_id`, `role`, `person_id`, `body_id`, `since`."""
    columns = (offices.c.role, offices.c.person_id, offices.c.body_id, offices.c.since)
    query = sa.select(offices.c.id.label("office_id"), *columns).where(holds_at(offices, at))
    return (await work.session.execute(query.order_by(offices.c.since, offices.c.id))).all()


async def session_at(work: UnitOfWork, at: datetime) -> Any | None:
    """The session that was on, with the number of its convocation; None if none was."""
    query = (
        sa.select(
            sessions.c.id.label("session_id"),
            sessions.c.kind,
            sessions.c.number,
            sessions.c.since,
            convocations.c.number.label("convocation"),
        )
        .join_from(sessions, convocations, convocations.c.id == sessions.c.convocation_id)
        .where(holds_at(sessions, at))
    )
    return (await work.session.execute(query)).one_or_none()
