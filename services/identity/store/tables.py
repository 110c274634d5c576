"""How persons, sign-ins and keys are kept. The domain does not know: the mapping is here."""

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import registry

from services.identity.domain.key import Key
from services.identity.domain.person import Person
from services.identity.domain.stages import KeyStage, PersonStage
from shared.contracts.words import Bilingual
from shared.store.columns import Moment, Shaped, case_columns
from shared.store.kept import kept_tables
from shared.store.naming import NAMING
from shared.store.register import register_tables

metadata = sa.MetaData(naming_convention=NAMING)

persons = sa.Table(
    "persons",
    metadata,
    *case_columns(PersonStage),
    sa.Column("name", Shaped(Bilingual), nullable=False),
    sa.Column("founder", sa.Boolean, nullable=False),
    sa.Column("registered_at", Moment, nullable=False),
    sa.Index("persons_one_founder", "founder", unique=True, postgresql_where=sa.text("founder")),
)

iins = sa.Table(
    "iins",
    metadata,
    sa.Column("person_id", sa.Uuid, sa.ForeignKey(persons.c.id), primary_key=True),
    sa.Column("fingerprint", sa.LargeBinary, nullable=False, unique=True),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    sa.Column("sealed_with", sa.Text, nullable=False),
)

signing_keys = sa.Table(
    "signing_keys",
    metadata,
    *case_columns(KeyStage),
    sa.Column("public", JSONB, nullable=False),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    sa.Column("sealed_with", sa.Text, nullable=False),
    sa.Column("published_at", Moment, nullable=False),
    sa.Column("activated_at", Moment),
    sa.Column("superseded_at", Moment),
    # One key signs and one waits, at most: the database sees to it whatever the replicas do.
    sa.Index(
        "signing_keys_one_of_each",
        "stage",
        unique=True,
        postgresql_where=sa.text("stage IN ('published', 'active')"),
    ),
)

sign_ins = sa.Table(
    "sign_ins",
    metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("person_id", sa.Uuid, sa.ForeignKey(persons.c.id), nullable=False, index=True),
    sa.Column("method", sa.Text, nullable=False),
    sa.Column("assurance", sa.Text, nullable=False),
    sa.Column("token_id", sa.Uuid, nullable=False),
    sa.Column("at", Moment, nullable=False),
)

register = register_tables(metadata)
kept = kept_tables(metadata)

mappers = registry(metadata=metadata)
mappers.map_imperatively(
    Person, persons, version_id_col=persons.c.version, version_id_generator=False
)
mappers.map_imperatively(
    Key, signing_keys, version_id_col=signing_keys.c.version, version_id_generator=False
)
