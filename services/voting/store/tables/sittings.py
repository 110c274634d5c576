"""Sittings, who was there, and what was put to the vote."""

import sqlalchemy as sa

from services.voting.domain.sitting import Break, ClosedPart, Presided
from services.voting.domain.stages import (
    ExcuseStage,
    Ground,
    QuestionStage,
    RegistrationStage,
    SittingForm,
    SittingStage,
)
from services.voting.store.tables.metadata import metadata
from shared.contracts import words
from shared.store import columns
from shared.store.columns import Moment, Shaped, case_columns

sittings = sa.Table(
    "sittings",
    metadata,
    *case_columns(SittingStage),
    sa.Column("starts_at", Moment, nullable=False, index=True),
    sa.Column("bodies", sa.ARRAY(sa.Uuid, as_tuple=True), nullable=False, server_default="{}"),
    sa.Column(
        "form", columns.words(SittingForm), nullable=False, server_default=SittingForm.IN_THE_HALL
    ),
    sa.Column("place", Shaped(words.Bilingual)),
    sa.Column("opened_at", Moment),
    sa.Column("closed_at", Moment),
    sa.Column(
        "presided", Shaped(tuple[Presided, ...]), nullable=False, server_default=sa.text("'[]'")
    ),
    sa.Column("breaks", Shaped(tuple[Break, ...]), nullable=False, server_default=sa.text("'[]'")),
    sa.Column("ended_early", Shaped(words.Bilingual)),
    sa.Column(
        "closed_parts",
        Shaped(tuple[ClosedPart, ...]),
        nullable=False,
        server_default=sa.text("'[]'"),
    ),
)

# A table of its own, only added to, and no key to the sitting: 145 deputies register at once, and
# none of them touches the sitting's row.
registrations = sa.Table(
    "registrations",
    metadata,
    *case_columns(RegistrationStage),
    sa.Column("sitting_id", sa.Uuid, nullable=False),
    sa.Column("person_id", sa.Uuid, nullable=False),
    sa.Column("registered_at", Moment, nullable=False),
    sa.UniqueConstraint("sitting_id", "person_id"),
    sa.Index("registrations_of_a_person", "person_id", "sitting_id"),
)

# Only added to and taken back; one of a deputy stands for a sitting.
excuses = sa.Table(
    "excuses",
    metadata,
    *case_columns(ExcuseStage),
    sa.Column("sitting_id", sa.Uuid, sa.ForeignKey(sittings.c.id), nullable=False),
    sa.Column("person_id", sa.Uuid, nullable=False),
    sa.Column("ground", columns.words(Ground), nullable=False),
    sa.Column("words", Shaped(words.Bilingual)),
    sa.Column("reference", sa.Text, nullable=False),
    sa.Column("dated", sa.Date, nullable=False),
    sa.Column("recorded_by", sa.Uuid, nullable=False),
    sa.Column("recorded_at", Moment, nullable=False),
    sa.Column("taken_back_by", sa.Uuid),
    sa.Column("taken_back_at", Moment),
    sa.Index(
        "excuses_one_stands",
        "sitting_id",
        "person_id",
        unique=True,
        postgresql_where=sa.text("stage = 'recorded'"),
    ),
    sa.CheckConstraint(
        "(stage = 'taken_back') = (taken_back_by IS NOT NULL AND taken_back_at IS NOT NULL)",
        "taken_back",
    ),
)

questions = sa.Table(
    "questions",
    metadata,
    *case_columns(QuestionStage),
    sa.Column("wording", Shaped(words.Question), nullable=False),
    sa.Column("put_at", Moment, nullable=False),
)
