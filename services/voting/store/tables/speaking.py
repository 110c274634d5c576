"""Debates and speeches."""

import sqlalchemy as sa

from services.voting.domain.delegation import DelegationStage
from services.voting.domain.speaking import DebateStage, SpeechKind, SpeechStage
from services.voting.store.tables.metadata import metadata
from services.voting.store.tables.sittings import sittings
from shared.contracts import words
from shared.store import columns
from shared.store.columns import Moment, Shaped, case_columns

debates = sa.Table(
    "debates",
    metadata,
    *case_columns(DebateStage),
    sa.Column("sitting_id", sa.Uuid, sa.ForeignKey(sittings.c.id), nullable=False),
    sa.Column("item_id", sa.Uuid),
    sa.Column("opened_at", Moment, nullable=False),
    sa.Column("list_closed_at", Moment),
    sa.Column("ended_at", Moment),
    sa.Index(
        "debates_one_goes_on",
        "sitting_id",
        unique=True,
        postgresql_where=sa.text("stage <> 'ended'"),
    ),
)

delegations = sa.Table(
    "delegations",
    metadata,
    *case_columns(DelegationStage),
    sa.Column("sitting_id", sa.Uuid, sa.ForeignKey(sittings.c.id), nullable=False),
    sa.Column("faction_id", sa.Uuid, nullable=False),
    sa.Column("leader_id", sa.Uuid, nullable=False),
    sa.Column("delegate_id", sa.Uuid, nullable=False),
    sa.Column("named_at", Moment, nullable=False),
    sa.Column("taken_back_at", Moment),
    sa.Index(
        "delegations_one_of_a_faction",
        "sitting_id",
        "faction_id",
        unique=True,
        postgresql_where=sa.text("stage = 'named'"),
    ),
)

speeches = sa.Table(
    "speeches",
    metadata,
    *case_columns(SpeechStage),
    sa.Column("debate_id", sa.Uuid, sa.ForeignKey(debates.c.id), nullable=False, index=True),
    sa.Column("sitting_id", sa.Uuid, sa.ForeignKey(sittings.c.id), nullable=False),
    sa.Column("kind", columns.words(SpeechKind), nullable=False),
    sa.Column("person_id", sa.Uuid),
    sa.Column("guest", Shaped(words.Bilingual)),
    sa.Column("guaranteed", sa.Boolean, nullable=False),
    sa.Column("limit_seconds", sa.Integer),
    sa.Column("asked_at", Moment, nullable=False),
    sa.Column("given_at", Moment),
    sa.Column("ended_at", Moment),
    sa.Index(
        "speeches_one_has_the_floor",
        "sitting_id",
        unique=True,
        postgresql_where=sa.text("stage = 'speaking'"),
    ),
    sa.CheckConstraint("(person_id IS NULL) <> (guest IS NULL)", "of_somebody"),
)
