"""Lists of parties."""

import sqlalchemy as sa

from services.committees.domain.party_list import Listed, ListStage, PartyList
from services.committees.store.tables import mappers, metadata
from shared.contracts.words import Bilingual
from shared.store.columns import Shaped, case_columns

party_lists = sa.Table(
    "party_lists",
    metadata,
    *case_columns(ListStage),
    sa.Column(
        "convocation_id", sa.Uuid, sa.ForeignKey("convocations.id"), nullable=False, index=True
    ),
    sa.Column("party", Shaped(Bilingual), nullable=False),
    sa.Column("candidates", Shaped(tuple[Listed, ...]), nullable=False),
)

mappers.map_imperatively(
    PartyList, party_lists, version_id_col=party_lists.c.version, version_id_generator=False
)
