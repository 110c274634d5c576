"""The minutes of sittings; once approved, a trigger keeps them as they are."""

import sqlalchemy as sa

from services.voting.domain.minutes import MinutesContent, MinutesStage
from services.voting.store.tables.metadata import metadata
from services.voting.store.tables.sittings import sittings
from shared.contracts import words
from shared.store.columns import Moment, Shaped, case_columns

minutes = sa.Table(
    "minutes",
    metadata,
    *case_columns(MinutesStage),
    sa.Column("sitting_id", sa.Uuid, sa.ForeignKey(sittings.c.id), nullable=False, unique=True),
    sa.Column("content", Shaped(MinutesContent), nullable=False),
    sa.Column("remarks", Shaped(words.Bilingual)),
    sa.Column("drawn_up_by", sa.Uuid),
    sa.Column("drawn_up_at", Moment, nullable=False),
    sa.Column("approved_by", sa.Uuid),
    sa.Column("approved_at", Moment),
    sa.Column("digest", sa.Text),
)
