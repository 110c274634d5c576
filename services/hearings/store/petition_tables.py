"""How petitions are kept: each once, by who collected it and its number there."""

import sqlalchemy as sa

from services.hearings.domain.petition import Petition, PetitionStage
from services.hearings.store.tables import mapped, metadata
from shared.contracts.words import Bilingual
from shared.store.columns import Moment, Shaped, case_columns

petitions = sa.Table(
    "petitions",
    metadata,
    *case_columns(PetitionStage),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("number", sa.Text, nullable=False),
    sa.Column("subject", Shaped(Bilingual), nullable=False),
    sa.Column("signatures", sa.Integer, nullable=False),
    sa.Column("filed_on", sa.Date, nullable=False),
    sa.Column("address", sa.Text),
    sa.Column("recorded_at", Moment, nullable=False),
    sa.Column("committee_id", sa.Uuid, index=True),
    sa.Column("threshold", sa.Integer),
    sa.Column("referred_at", Moment),
    sa.Column("last_day", sa.Date),
    sa.Column("answer", Shaped(Bilingual)),
    sa.Column("answered_at", Moment),
    sa.UniqueConstraint("source", "number"),
)

mapped(Petition, petitions)
