"""Breaches of guarantees, and what the opposition used of its shares."""

import sqlalchemy as sa

from services.committees.domain.breach import Breach, BreachStage
from services.committees.store.tables import mappers, metadata
from shared.store.columns import Moment, case_columns

breaches = sa.Table(
    "breaches",
    metadata,
    *case_columns(BreachStage),
    sa.Column("convocation_id", sa.Uuid, sa.ForeignKey("convocations.id"), nullable=False),
    sa.Column("key", sa.Text, nullable=False),
    sa.Column("needed", sa.Integer, nullable=False),
    sa.Column("held", sa.Integer, nullable=False),
    sa.Column("provision", sa.Text, nullable=False),
    sa.Column("cause", sa.Text, nullable=False),
    sa.Column("cause_id", sa.Uuid, nullable=False),
    sa.Column("opened_at", Moment, nullable=False),
    sa.Column("cure_by", sa.Date),
    sa.Column("ended_at", Moment),
    # Of one guarantee one breach stands, whoever opened it.
    sa.Index(
        "breaches_one_stands",
        "key",
        unique=True,
        postgresql_where=sa.text("stage IN ('open', 'overdue')"),
    ),
)

opposition_uses = sa.Table(
    "opposition_uses",
    metadata,
    sa.Column("subject_id", sa.Uuid, primary_key=True),
    sa.Column("key", sa.Text, nullable=False),
    sa.Column("body_id", sa.Uuid),
    sa.Column("at", Moment, nullable=False, index=True),
    sa.Column("given_up_at", Moment),
    comment="Hearings and Government hours that factions of the opposition brought about.",
)

mappers.map_imperatively(
    Breach, breaches, version_id_col=breaches.c.version, version_id_generator=False
)
