"""How recommendations and deputies' wordings of them are kept."""

import sqlalchemy as sa

from services.hearings.domain.recommendations.recommendation import (
    Addressee,
    Recommendation,
    RecStage,
)
from services.hearings.domain.recommendations.rewording import Rewording, RewordingStage
from services.hearings.domain.words import Answer
from services.hearings.store.tables import mapped, metadata
from shared.contracts.words import Bilingual
from shared.store.columns import Shaped, case_columns

recommendations = sa.Table(
    "recommendations",
    metadata,
    *case_columns(RecStage),
    sa.Column("hearing_id", sa.Uuid, nullable=False),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("text", Shaped(Bilingual), nullable=False),
    sa.Column("addressee", Shaped(Addressee), nullable=False),
    sa.Column("answer_days", sa.Integer),
    sa.Column("sent_on", sa.Date),
    sa.Column("answer_by", sa.Date),
    sa.Column("answers", Shaped(tuple[Answer, ...]), nullable=False),
    sa.Column("reason", Shaped(Bilingual)),
    sa.UniqueConstraint("hearing_id", "number"),
)
sa.Index(
    "recommendations_awaiting_an_answer",
    recommendations.c.answer_by,
    postgresql_where=recommendations.c.stage == sa.literal_column("'sent'"),
)

rewordings = sa.Table(
    "rewordings",
    metadata,
    *case_columns(RewordingStage),
    sa.Column("hearing_id", sa.Uuid, nullable=False, index=True),
    sa.Column("recommendation_id", sa.Uuid, nullable=False, index=True),
    sa.Column("person_id", sa.Uuid, nullable=False),
    sa.Column("text", Shaped(Bilingual), nullable=False),
    sa.Column("reason", Shaped(Bilingual)),
)

mapped(Recommendation, recommendations)
mapped(Rewording, rewordings)
