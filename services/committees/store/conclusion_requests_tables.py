"""How requests for conclusions are kept."""

import sqlalchemy as sa

from services.committees.domain.conclusion_request import (
    AskingStage,
    ConclusionGot,
    ConclusionRequest,
)
from services.committees.store.tables import mappers, metadata
from shared.contracts.words import Bilingual
from shared.store.columns import Moment, Shaped, case_columns

conclusion_requests = sa.Table(
    "conclusion_requests",
    metadata,
    *case_columns(AskingStage),
    sa.Column("referral_id", sa.Uuid, sa.ForeignKey("referrals.id"), nullable=False, index=True),
    sa.Column("bill_id", sa.Uuid, nullable=False),
    sa.Column("committee_id", sa.Uuid, nullable=False, index=True),
    sa.Column("reading", sa.Integer, nullable=False),
    sa.Column("addressee", Shaped(Bilingual), nullable=False),
    sa.Column("what", Shaped(Bilingual), nullable=False),
    sa.Column("asked_at", Moment, nullable=False),
    sa.Column("last_day", sa.Date),
    sa.Column("passes_at", Moment),
    sa.Column("overdue_since", Moment),
    sa.Column("answer", Shaped(ConclusionGot)),
    sa.Index(
        "conclusion_requests_awaited",
        "passes_at",
        postgresql_where=sa.text(f"stage = '{AskingStage.ASKED}'"),
    ),
)

mappers.map_imperatively(
    ConclusionRequest,
    conclusion_requests,
    version_id_col=conclusion_requests.c.version,
    version_id_generator=False,
)
