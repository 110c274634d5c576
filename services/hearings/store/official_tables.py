"""How hearings of officials that are due every year are kept."""

import sqlalchemy as sa

from services.hearings.domain.oversight.officials import Duty, OfficialHearing, OfficialStage
from services.hearings.store.tables import mapped, metadata
from shared.contracts.words import Bilingual
from shared.store.columns import Shaped, case_columns, words

official_hearings = sa.Table(
    "official_hearings",
    metadata,
    *case_columns(OfficialStage),
    sa.Column("kind", words(Duty), nullable=False),
    sa.Column("day", sa.Date, nullable=False, index=True),
    sa.Column("name", Shaped(Bilingual), nullable=False),
    sa.Column("reason", Shaped(Bilingual)),
)

mapped(OfficialHearing, official_hearings)
