"""What concerns one deputy: offices held, bodies belonged to, and the bills before these."""

from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB

from services.committees.store.register_tables import bodies, memberships
from services.committees.store.requests_tables import deputy_requests
from services.committees.store.tables import offices, referrals
from services.committees.store.workload import PLACE, in_work


def offices_of(person_id: UUID) -> sa.Select[Any]:
    """The offices that the deputy holds now."""
    mine = (offices.c.person_id == person_id, offices.c.until.is_(None))
    columns = (offices.c.id, offices.c.role, offices.c.body_id, offices.c.since)
    return sa.select(*columns).where(*mine).order_by(offices.c.since, offices.c.id)


def bodies_of(person_id: UUID) -> sa.Select[Any]:
    """The bodies to which the deputy belongs now."""
    return (
        sa.select(bodies.c.id, bodies.c.kind, bodies.c.name)
        .add_columns(memberships.c.capacity, memberships.c.since)
        .join_from(memberships, bodies, bodies.c.id == memberships.c.body_id)
        .where(memberships.c.person_id == person_id, memberships.c.until.is_(None))
        .where(bodies.c.until.is_(None))
        .order_by(bodies.c.kind, memberships.c.since, bodies.c.id)
    )


def before_bodies(body_ids: list[UUID], today: date) -> sa.Select[Any]:
    """Bills before these committees, as lead or as co-committee, what is due first first."""
    named = [
        referrals.c.co_committees.op("@>", is_comparison=True)(
            sa.cast([{"committee_id": str(body_id)}], JSONB)
        )
        for body_id in body_ids
    ]
    theirs = sa.or_(referrals.c.committee_id.in_(body_ids), *named)
    return in_work(today).where(theirs).order_by(PLACE, referrals.c.id)


def requests_of(person_id: UUID) -> sa.ColumnElement[bool]:
    """The deputy is one of the authors."""
    return deputy_requests.c.authors.contains([person_id])
