"""Bodies, memberships and sessions; and the histories of factions. No two spans overlap."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ExcludeConstraint

from services.committees.domain.body import Body, Membership
from services.committees.domain.register_stages import (
    BodyStage,
    MembershipStage,
    SessionKind,
    SessionStage,
)
from services.committees.domain.session import Call, Session
from services.committees.store.tables import factions, mandates, mappers, metadata
from shared.contracts.bodies import BodyKind, Capacity
from shared.contracts.words import Bilingual
from shared.store.columns import Moment, Shaped, case_columns, words


def _tenure() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("since", Moment, nullable=False),
        sa.Column("until", Moment),
    )


def _never_twice(name: str, *columns: str) -> ExcludeConstraint:
    """Of the same, one at a time: the database sees to it whatever we think."""
    same: list[tuple[Any, str]] = [(sa.column(column), "=") for column in columns]
    span = sa.func.tstzrange(sa.column("since"), sa.column("until"))
    return ExcludeConstraint(*same, (span, "&&"), name=name, using="gist")


bodies = sa.Table(
    "bodies",
    metadata,
    *case_columns(BodyStage),
    sa.Column(
        "convocation_id", sa.Uuid, sa.ForeignKey("convocations.id"), nullable=False, index=True
    ),
    sa.Column("kind", words(BodyKind), nullable=False),
    sa.Column("name", Shaped(Bilingual), nullable=False),
    sa.Column("within", sa.Uuid, sa.ForeignKey("bodies.id")),
    *_tenure(),
    sa.Column("ended_on", sa.Text),
    comment="Standing committees are among them, under the ids that they have as committees.",
)

memberships = sa.Table(
    "memberships",
    metadata,
    *case_columns(MembershipStage),
    sa.Column("body_id", sa.Uuid, sa.ForeignKey(bodies.c.id), nullable=False, index=True),
    sa.Column("person_id", sa.Uuid, nullable=False, index=True),
    sa.Column("capacity", words(Capacity), nullable=False),
    sa.Column("name", Shaped(Bilingual), nullable=False),
    *_tenure(),
    sa.Column("ended_on", sa.Text),
    _never_twice("memberships_one_at_a_time", "body_id", "person_id"),
)

faction_memberships = sa.Table(
    "faction_memberships",
    metadata,
    sa.Column("id", sa.BigInteger, sa.Identity(), primary_key=True),
    sa.Column("mandate_id", sa.Uuid, sa.ForeignKey(mandates.c.id), nullable=False),
    sa.Column("faction_id", sa.Uuid, sa.ForeignKey(factions.c.id), nullable=False, index=True),
    *_tenure(),
    _never_twice("faction_memberships_one_at_a_time", "mandate_id"),
)

faction_sides = sa.Table(
    "faction_sides",
    metadata,
    sa.Column("id", sa.BigInteger, sa.Identity(), primary_key=True),
    sa.Column("faction_id", sa.Uuid, sa.ForeignKey(factions.c.id), nullable=False),
    sa.Column("opposition", sa.Boolean, nullable=False),
    *_tenure(),
    _never_twice("faction_sides_one_at_a_time", "faction_id"),
)

sessions = sa.Table(
    "sessions",
    metadata,
    *case_columns(SessionStage),
    sa.Column("convocation_id", sa.Uuid, sa.ForeignKey("convocations.id"), nullable=False),
    sa.Column("kind", words(SessionKind), nullable=False),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("call", Shaped(Call)),
    *_tenure(),
    sa.UniqueConstraint("convocation_id", "number"),
    _never_twice("sessions_one_at_a_time"),
)


@dataclass(eq=False)
class FactionSpan:
    """A deputy was of a faction."""

    mandate_id: UUID
    faction_id: UUID
    since: datetime
    until: datetime | None = None


@dataclass(eq=False)
class SideSpan:
    """A faction was on a side."""

    faction_id: UUID
    opposition: bool
    since: datetime
    until: datetime | None = None


mappers.map_imperatively(FactionSpan, faction_memberships)
mappers.map_imperatively(SideSpan, faction_sides)
for _kind, _table in ((Body, bodies), (Membership, memberships), (Session, sessions)):
    mappers.map_imperatively(
        _kind, _table, version_id_col=_table.c.version, version_id_generator=False
    )
