"""Acts in force with their editions, what bills have to do with them, and why they are changed."""

import sqlalchemy as sa

from services.bills.domain.in_force.act import ActStage
from services.bills.store.tables.bills import bills
from services.bills.store.tables.metadata import metadata
from shared.contracts.acts import RelationKind
from shared.contracts.words import Bilingual, Digests
from shared.store.columns import Moment, Shaped, case_columns, words

acts_in_force = sa.Table(
    "acts_in_force",
    metadata,
    *case_columns(ActStage),
    sa.Column("number", sa.Text, unique=True),
    sa.Column("title", Shaped(Bilingual), nullable=False),
    sa.Column("adopted_on", sa.Date, nullable=False),
    sa.Column("digests", Shaped(Digests), nullable=False),
    sa.Column("stands_from", sa.Date, nullable=False),
    sa.Column("bill_id", sa.Uuid, sa.ForeignKey(bills.c.id), unique=True),
    sa.Column("edition", sa.Integer, nullable=False),
)

act_editions = sa.Table(
    "act_editions",
    metadata,
    sa.Column("act_id", sa.Uuid, sa.ForeignKey(acts_in_force.c.id), primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("kk", sa.Text, nullable=False),
    sa.Column("ru", sa.Text, nullable=False),
    sa.Column("digests", Shaped(Digests), nullable=False),
    sa.Column("stands_from", sa.Date, nullable=False),
    sa.Column("source", Shaped(Bilingual), nullable=False),
    sa.Column("at", Moment, nullable=False),
    comment="Every edition of an act. Rows are added, never changed.",
)

bill_relations = sa.Table(
    "bill_relations",
    metadata,
    sa.Column("place", sa.BigInteger, sa.Identity(always=True), primary_key=True),
    sa.Column("bill_id", sa.Uuid, sa.ForeignKey(bills.c.id), nullable=False, index=True),
    sa.Column("kind", words(RelationKind), nullable=False),
    sa.Column("act_id", sa.Uuid, sa.ForeignKey(acts_in_force.c.id), index=True),
    sa.Column("other_bill_id", sa.Uuid, sa.ForeignKey(bills.c.id), index=True),
    sa.Column("stands", sa.Boolean, nullable=False),
    sa.Column("at", Moment, nullable=False),
    comment="What was said of a bill and others, and taken back. The newest row of a pair counts.",
)

change_reasons = sa.Table(
    "change_reasons",
    metadata,
    sa.Column("place", sa.BigInteger, sa.Identity(always=True), primary_key=True),
    sa.Column("bill_id", sa.Uuid, sa.ForeignKey(bills.c.id), nullable=False),
    sa.Column("act_id", sa.Uuid, sa.ForeignKey(acts_in_force.c.id)),
    sa.Column("old_number", sa.Integer, nullable=False),
    sa.Column("new_number", sa.Integer, nullable=False),
    sa.Column("address", sa.Text, nullable=False),
    sa.Column("reason", Shaped(Bilingual), nullable=False),
    sa.Column("person_id", sa.Uuid),
    sa.Column("at", Moment, nullable=False),
    sa.Index(None, "bill_id", "new_number", "old_number"),
    comment="Why elements are changed between two texts. The newest row of an address counts; "
    "`old_number` is an edition where an act is named, a version of the bill where none is.",
)
