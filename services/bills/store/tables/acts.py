"""The structure of every pair of texts."""

import sqlalchemy as sa

from services.bills.store.tables.bills import bill_texts
from services.bills.store.tables.metadata import metadata
from shared.contracts.words import Digests
from shared.store.columns import Shaped
from shared.texts.tree import Act

bill_acts = sa.Table(
    "bill_acts",
    metadata,
    sa.Column("bill_id", sa.Uuid, primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("kk", Shaped(Act), nullable=False),
    sa.Column("ru", Shaped(Act), nullable=False),
    sa.Column("digests", Shaped(Digests), nullable=False),
    sa.Column("person_id", sa.Uuid),
    sa.ForeignKeyConstraint(["bill_id", "number"], [bill_texts.c.bill_id, bill_texts.c.number]),
    comment="The structure of every pair of texts, and who laid it down. Rows are only added.",
)
