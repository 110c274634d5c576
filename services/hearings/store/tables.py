"""How hearings are kept. The domain does not know it is stored: the mapping is here only."""

import sqlalchemy as sa
from sqlalchemy.orm import registry

from services.hearings.domain.agenda import HearingAgenda
from services.hearings.domain.hearing import Hearing, Part, Places
from services.hearings.domain.presence import Presence, PresenceStage
from services.hearings.domain.stages import Initiator, Stage
from shared.agenda.store import agenda_tables, keep_agendas
from shared.contracts.words import Bilingual
from shared.kernel.aggregate import Aggregate
from shared.store.bodies import bodies_tables
from shared.store.columns import Moment, Shaped, case_columns, words
from shared.store.kept import kept_tables
from shared.store.naming import NAMING
from shared.store.register import register_tables

metadata = sa.MetaData(naming_convention=NAMING)

hearings = sa.Table(
    "hearings",
    metadata,
    *case_columns(Stage),
    sa.Column("bill_id", sa.Uuid, index=True),
    sa.Column("theme", Shaped(Bilingual), nullable=False),
    sa.Column("starts_at", Moment, nullable=False),
    sa.Column("on_behalf_of", words(Initiator), nullable=False),
    sa.Column("body_id", sa.Uuid),
    sa.Column("called_at", Moment, index=True),
    sa.Column("decided_at", Moment),
    sa.Column("opened_at", Moment),
    sa.Column("closed_at", Moment),
    sa.Column("parts", Shaped(tuple[Part, ...]), nullable=False, server_default="[]"),
    sa.Column("places", Shaped(Places), nullable=False, server_default="{}"),
    sa.Column("taking_part", sa.Integer),
    sa.Column("votes_for", sa.Integer),
    sa.Column("recommendations", Shaped(tuple[Bilingual, ...]), nullable=False),
    sa.Column("reason", Shaped(Bilingual)),
)

presences = sa.Table(
    "presences",
    metadata,
    *case_columns(PresenceStage),
    sa.Column("hearing_id", sa.Uuid, nullable=False),
    sa.Column("person_id", sa.Uuid, nullable=False),
    sa.Column("registered_at", Moment, nullable=False),
    sa.UniqueConstraint("hearing_id", "person_id"),
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
bodies = bodies_tables(metadata)
agendas = agenda_tables(metadata)


_registry = registry(metadata=metadata)


def mapped(case: type[Aggregate], table: sa.Table) -> None:
    """Keep the cases of a kind in that table; their version is the lock."""
    _registry.map_imperatively(
        case, table, version_id_col=table.c.version, version_id_generator=False
    )


mapped(Hearing, hearings)
keep_agendas(_registry, HearingAgenda, agendas, kept)
mapped(Presence, presences)
