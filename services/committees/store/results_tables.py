"""Results of votes as they were told, for decisions that name them."""

import sqlalchemy as sa

from services.committees.store.tables import metadata
from shared.kernel.rules import Outcome
from shared.store.columns import Moment, words

known_results = sa.Table(
    "known_results",
    metadata,
    sa.Column("vote_id", sa.Uuid, primary_key=True),
    sa.Column("sitting_id", sa.Uuid, nullable=False),
    sa.Column("question_id", sa.Uuid, nullable=False),
    sa.Column("outcome", words(Outcome), nullable=False),
    sa.Column("at", Moment, nullable=False),
    comment="Certified results of votes, without those that were annulled.",
)

known_sittings = sa.Table(
    "known_sittings",
    metadata,
    sa.Column("sitting_id", sa.Uuid, primary_key=True),
    sa.Column("body_ids", sa.ARRAY(sa.Uuid), nullable=False),
    comment="Sittings of committees, each with those whose it is.",
)
