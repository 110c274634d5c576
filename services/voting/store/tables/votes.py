"""Votes, their rolls and the order of calling."""

import sqlalchemy as sa

from services.voting.domain.calling import Calling
from services.voting.domain.stages import (
    VoteStage,
)
from services.voting.domain.vote import Annulment
from services.voting.store.tables.metadata import metadata
from services.voting.store.tables.sittings import questions, sittings
from shared.contracts import words
from shared.kernel.rules import Chamber, DecisionRule, Outcome
from shared.store import columns
from shared.store.columns import Moment, Shaped, case_columns

votes = sa.Table(
    "votes",
    metadata,
    *case_columns(VoteStage),
    sa.Column("sitting_id", sa.Uuid, sa.ForeignKey(sittings.c.id), nullable=False, index=True),
    sa.Column("question_id", sa.Uuid, sa.ForeignKey(questions.c.id), nullable=False, index=True),
    sa.Column("question", Shaped(words.Question), nullable=False),
    sa.Column("window_seconds", sa.Integer),
    sa.Column("options", Shaped[tuple[str, ...]](tuple[str, ...]), nullable=False),
    sa.Column("items", Shaped[tuple[str, ...]](tuple[str, ...]), nullable=False),
    sa.Column("prepared_at", Moment, nullable=False),
    sa.Column("rule", Shaped(DecisionRule)),
    sa.Column("rule_digest", sa.Text),
    sa.Column("profile", sa.Text),
    sa.Column("chamber", Shaped(Chamber)),
    sa.Column("opened_at", Moment),
    sa.Column("closes_at", Moment),
    sa.Column("remaining_ms", sa.Integer),
    sa.Column("closed_at", Moment, index=True),
    sa.Column("round", sa.Integer, nullable=False),
    sa.Column("follows", sa.Uuid, sa.ForeignKey("votes.id")),
    sa.Column("prepared_by", sa.Uuid),
    sa.Column("calling", Shaped(Calling)),
    sa.Column("annulment", Shaped(Annulment)),
    sa.Column("proclaimed_at", Moment),
    sa.Column("annulled_at", Moment),
    sa.Column("tally", Shaped(words.Tally)),
    sa.Column("outcome", columns.words(Outcome)),
    sa.Column(
        "results",
        Shaped[tuple[words.ItemResult, ...]](tuple[words.ItemResult, ...]),
        nullable=False,
    ),
    sa.Column("chosen", sa.Text),
    sa.Column("runoff", Shaped[tuple[str, ...]](tuple[str, ...]), nullable=False),
    sa.Column("needed", sa.Integer),
    sa.Column("whole", sa.Integer),
    # One vote on a question is open at most; and one that decided it ends all voting on it.
    sa.Index(
        "votes_one_of_a_question",
        "question_id",
        unique=True,
        postgresql_where=sa.text(
            "stage IN ('open', 'suspended') "
            "OR outcome IN ('adopted', 'rejected', 'divided') AND stage <> 'annulled'"
        ),
    ),
    sa.Index(
        "votes_under_way",
        "closes_at",
        postgresql_where=sa.text("stage IN ('open', 'suspended')"),
    ),
    sa.Index("votes_open", "closes_at", postgresql_where=sa.text("stage = 'open'")),
    sa.UniqueConstraint("question_id", "round"),
    sa.CheckConstraint("stage = 'prepared' OR closes_at IS NOT NULL", "open_ends"),
    sa.CheckConstraint("(stage = 'suspended') = (remaining_ms IS NOT NULL)", "suspended_is_kept"),
    sa.CheckConstraint(
        "stage = 'annulled' OR (stage IN ('closed', 'proclaimed')) = "
        "(closed_at IS NOT NULL AND tally IS NOT NULL AND outcome IS NOT NULL)",
        "closed_has_result",
    ),
)

roll = sa.Table(
    "roll",
    metadata,
    sa.Column("vote_id", sa.Uuid, sa.ForeignKey(votes.c.id), primary_key=True),
    sa.Column("person_id", sa.Uuid, primary_key=True),
    sa.Column("mandate_id", sa.Uuid, nullable=False),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("name", Shaped(words.Bilingual), nullable=False),
    sa.Column("faction_id", sa.Uuid),
    sa.Column("registered", sa.Boolean, nullable=False),
    sa.Column("excused", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.CheckConstraint("NOT (registered AND excused)", "excused_is_away"),
)

# In which order the roll is called; of a vote that is not by roll call there is nothing.
calls = sa.Table(
    "calls",
    metadata,
    sa.Column("vote_id", sa.Uuid, primary_key=True),
    sa.Column("person_id", sa.Uuid, primary_key=True),
    sa.Column("place", sa.Integer, nullable=False),
    sa.ForeignKeyConstraint(["vote_id", "person_id"], [roll.c.vote_id, roll.c.person_id]),
    sa.UniqueConstraint("vote_id", "place"),
)
