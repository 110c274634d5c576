"""How hearings are kept. The domain does not know it is stored: the mapping is here only."""

import sqlalchemy as sa
from sqlalchemy.orm import registry

from services.hearings.domain.hearing import Hearing
from services.hearings.domain.stages import Initiator, Stage
from shared.contracts.words import Bilingual
from shared.store.columns import Moment, Shaped, case_columns, words
from shared.store.kept import kept_tables
from shared.store.naming import NAMING
from shared.store.register import register_tables

metadata = sa.MetaData(naming_convention=NAMING)

hearings = sa.Table(
    "hearings",
    metadata,
    *case_columns(Stage),
    sa.Column("bill_id", sa.Uuid, nullable=False, index=True),
    sa.Column("theme", Shaped(Bilingual), nullable=False),
    sa.Column("starts_at", Moment, nullable=False),
    sa.Column("on_behalf_of", words(Initiator), nullable=False),
    sa.Column("body_id", sa.Uuid),
    sa.Column("taking_part", sa.Integer),
    sa.Column("votes_for", sa.Integer),
    sa.Column("recommendations", Shaped(tuple[Bilingual, ...]), nullable=False),
    sa.Column("reason", Shaped(Bilingual)),
)

known_bills = sa.Table(
    "known_bills",
    metadata,
    sa.Column("bill_id", sa.Uuid, primary_key=True),
    sa.Column("number", sa.Text, nullable=False),
    sa.Column("title", Shaped(Bilingual), nullable=False),
    comment="Bills registered, as the bills service told.",
)

kept = kept_tables(metadata)
register = register_tables(metadata)

registry(metadata=metadata).map_imperatively(
    Hearing, hearings, version_id_col=hearings.c.version, version_id_generator=False
)
