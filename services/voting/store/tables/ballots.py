"""Ballots, and what stands beside them."""

import sqlalchemy as sa

from services.voting.domain.ballot import Chosen
from services.voting.domain.stages import (
    DeclarationKind,
    DeclarationStage,
    PaperStage,
    Source,
)
from services.voting.store.tables.metadata import metadata
from services.voting.store.tables.votes import roll
from shared.contracts import words
from shared.store import columns
from shared.store.columns import Moment, Shaped, case_columns

# Written by the function `cast_ballots` and by nothing else.
ballots = sa.Table(
    "ballots",
    metadata,
    sa.Column("vote_id", sa.Uuid, primary_key=True),
    sa.Column("person_id", sa.Uuid, primary_key=True),
    sa.Column("turn", sa.SmallInteger, primary_key=True, server_default=sa.text("0")),
    sa.Column("id", sa.Uuid, nullable=False, unique=True),
    sa.Column("choice", Shaped[Chosen](Chosen.__value__), nullable=False),
    sa.Column("request_id", sa.Uuid, nullable=False),
    sa.Column("recorded_at", Moment, nullable=False),
    sa.Column("source", columns.words(Source), nullable=False),
    sa.ForeignKeyConstraint(["vote_id", "person_id"], [roll.c.vote_id, roll.c.person_id]),
)

# A view: of each deputy's ballots the last. Where the rule allows no change it is the only one.
standing_ballots = sa.table(
    "standing_ballots", *(sa.column(kept_as.name, kept_as.type) for kept_as in ballots.c)
)

declarations = sa.Table(
    "declarations",
    metadata,
    *case_columns(DeclarationStage),
    sa.Column("vote_id", sa.Uuid, nullable=False),
    sa.Column("person_id", sa.Uuid, nullable=False),
    sa.Column("kind", columns.words(DeclarationKind), nullable=False),
    sa.Column("words", sa.Text, nullable=False),
    sa.Column("made_at", Moment, nullable=False),
    sa.ForeignKeyConstraint(["vote_id", "person_id"], [roll.c.vote_id, roll.c.person_id]),
    sa.UniqueConstraint("vote_id", "person_id", "kind"),
)

paper_ballots = sa.Table(
    "paper_ballots",
    metadata,
    *case_columns(PaperStage),
    sa.Column("vote_id", sa.Uuid, nullable=False),
    sa.Column("person_id", sa.Uuid, nullable=False),
    sa.Column("choice", Shaped[Chosen](Chosen.__value__), nullable=False),
    sa.Column("reason", Shaped(words.Bilingual), nullable=False),
    sa.Column("entered_by", sa.Uuid, nullable=False),
    sa.Column("entered_at", Moment, nullable=False),
    sa.Column("confirmed_by", sa.Uuid),
    sa.Column("confirmed_at", Moment),
    sa.ForeignKeyConstraint(["vote_id", "person_id"], [roll.c.vote_id, roll.c.person_id]),
    sa.CheckConstraint(
        "(stage = 'confirmed') = (confirmed_by IS NOT NULL AND confirmed_at IS NOT NULL)",
        "confirmed",
    ),
    sa.CheckConstraint("confirmed_by <> entered_by", "two_persons"),
)
