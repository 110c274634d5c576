"""The bodies of the Kurultai and who belongs to them, as a service copies them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from shared.contracts.bodies import BodyKind, Capacity
from shared.contracts.words import Bilingual
from shared.store.columns import Moment, Shaped, words
from shared.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Bodies:
    """The copy of the bodies that a service keeps from what committees told."""

    bodies: sa.Table
    memberships: sa.Table

    async def members(self, work: UnitOfWork, body_id: UUID, at: datetime) -> frozenset[UUID]:
        """Who decides in the body at that instant: its members, without experts and Government."""
        query = sa.select(self.memberships.c.person_id).where(
            self.memberships.c.body_id == body_id,
            self.memberships.c.capacity == Capacity.MEMBER,
            holds_at(self.memberships, at),
        )
        return frozenset(await work.session.scalars(query))

    async def of_person(self, work: UnitOfWork, person_id: UUID, at: datetime) -> frozenset[UUID]:
        """The bodies of which the person is a member at that instant."""
        query = sa.select(self.memberships.c.body_id).where(
            self.memberships.c.person_id == person_id,
            self.memberships.c.capacity == Capacity.MEMBER,
            holds_at(self.memberships, at),
        )
        return frozenset(await work.session.scalars(query))


def holds_at(table: sa.Table, at: datetime | sa.ColumnElement[datetime]) -> sa.ColumnElement[bool]:
    """The row has begun and is not over: from `since` on and no longer at `until`."""
    return sa.and_(table.c.since <= at, sa.or_(table.c.until.is_(None), table.c.until > at))


def bodies_tables(metadata: sa.MetaData) -> Bodies:
    """Declare the bodies in a service's own metadata, and so in its own database."""
    return Bodies(_bodies(metadata), _memberships(metadata))


def _bodies(metadata: sa.MetaData) -> sa.Table:
    return sa.Table(
        "register_bodies",
        metadata,
        sa.Column("body_id", sa.Uuid, primary_key=True),
        sa.Column("convocation_id", sa.Uuid, nullable=False),
        sa.Column("kind", words(BodyKind), nullable=False),
        sa.Column("name", Shaped(Bilingual), nullable=False),
        sa.Column("within", sa.Uuid),
        sa.Column("since", Moment, nullable=False),
        sa.Column("until", Moment),
    )


def _memberships(metadata: sa.MetaData) -> sa.Table:
    return sa.Table(
        "register_memberships",
        metadata,
        sa.Column("membership_id", sa.Uuid, primary_key=True),
        sa.Column("body_id", sa.Uuid, nullable=False, index=True),
        sa.Column("person_id", sa.Uuid, nullable=False, index=True),
        sa.Column("capacity", words(Capacity), nullable=False),
        sa.Column("since", Moment, nullable=False),
        sa.Column("until", Moment),
    )
