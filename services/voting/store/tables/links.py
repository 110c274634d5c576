"""Secret links by which calendar programs of deputies read; of each secret only its digest."""

import sqlalchemy as sa

from services.voting.store.tables.metadata import metadata
from shared.store.columns import Moment

calendar_links = sa.Table(
    "calendar_links",
    metadata,
    sa.Column("person_id", sa.Uuid, primary_key=True),
    sa.Column("digest", sa.LargeBinary, nullable=False, unique=True),
    sa.Column("made_at", Moment, nullable=False),
    sa.CheckConstraint("length(digest) = 32", "sha256"),
)
