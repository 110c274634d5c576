"""Who the people on the record are."""

import sqlalchemy as sa

from services.bills.store.tables.metadata import metadata
from shared.contracts.words import Bilingual
from shared.store.columns import Shaped

known_people = sa.Table(
    "known_people",
    metadata,
    sa.Column("person_id", sa.Uuid, primary_key=True),
    sa.Column("name", Shaped(Bilingual), nullable=False),
)
