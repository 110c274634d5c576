"""How Government hours and the questions to them are kept."""

import sqlalchemy as sa

from services.hearings.domain.government_hour import (
    Decided,
    FactionSpeaker,
    GovernmentHour,
    HourStage,
    Member,
    Report,
    Response,
    SetBy,
    Signature,
)
from services.hearings.domain.hour_question import AskStage, HourQuestion
from services.hearings.store.tables import mapped, metadata
from shared.contracts.words import Bilingual
from shared.store.columns import Moment, Shaped, case_columns, words

government_hours = sa.Table(
    "government_hours",
    metadata,
    *case_columns(HourStage),
    sa.Column("topic", Shaped(Bilingual), nullable=False),
    sa.Column("members", Shaped(tuple[Member, ...]), nullable=False),
    sa.Column("set_by", words(SetBy), nullable=False),
    sa.Column("body_id", sa.Uuid),
    sa.Column("starts_at", Moment),
    sa.Column("set_at", Moment),
    sa.Column("signatures", Shaped(tuple[Signature, ...]), nullable=False),
    sa.Column("reports", Shaped(tuple[Report, ...]), nullable=False),
    sa.Column("decisions", Shaped(tuple[Decided, ...]), nullable=False),
    sa.Column("opened_at", Moment),
    sa.Column("closed_at", Moment),
    sa.Column("reason", Shaped(Bilingual)),
    sa.Column(
        "speakers",
        Shaped(tuple[FactionSpeaker, ...]),
        nullable=False,
        server_default=sa.text("'[]'::jsonb"),
    ),
    sa.Column("response", Shaped(Response)),
)

hour_questions = sa.Table(
    "hour_questions",
    metadata,
    *case_columns(AskStage),
    sa.Column("hour_id", sa.Uuid, sa.ForeignKey(government_hours.c.id), nullable=False, index=True),
    sa.Column("person_id", sa.Uuid),
    sa.Column("text", Shaped(Bilingual), nullable=False),
    sa.Column("guaranteed", sa.Boolean, nullable=False),
    sa.Column("answer", Shaped(Bilingual)),
    sa.Column("asked_at", Moment, nullable=False),
    sa.Column("answered_at", Moment),
)

mapped(GovernmentHour, government_hours)
mapped(HourQuestion, hour_questions)
