"""What lists, searches and followers ask for; written by triggers (migrations 0075, 0085)."""

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import TSVECTOR

from services.bills.store.tables.bills import bills
from services.bills.store.tables.metadata import metadata
from shared.store.columns import Moment


def _found(column: str) -> sa.Index:
    return sa.Index(f"bill_search_{column}_idx", column, postgresql_using="gin")


bill_search = sa.Table(
    "bill_search",
    metadata,
    sa.Column("bill_id", sa.Uuid, sa.ForeignKey(bills.c.id), primary_key=True),
    sa.Column("title_kk", TSVECTOR, nullable=False),
    sa.Column("title_ru", TSVECTOR, nullable=False),
    sa.Column("text_kk", TSVECTOR, nullable=False),
    sa.Column("text_ru", TSVECTOR, nullable=False),
    *map(_found, ("title_kk", "title_ru", "text_kk", "text_ru")),
    comment="The stems of a bill's title with its number, and of its title and newest text.",
)

bill_words = sa.Table(
    "bill_words",
    metadata,
    sa.Column("word", sa.Text, primary_key=True),
    sa.Column("spelled", sa.Text, nullable=False),
    sa.Index(
        "bill_words_alike",
        "spelled",
        postgresql_using="gin",
        postgresql_ops={"spelled": "gin_trgm_ops"},
    ),
    comment="Every word that titles have had, and in Latin letters, to find the one meant.",
)

bill_moments = sa.Table(
    "bill_moments",
    metadata,
    sa.Column("bill_id", sa.Uuid, sa.ForeignKey(bills.c.id), primary_key=True),
    sa.Column("changed_at", Moment, nullable=False),
    sa.Column("registered_at", Moment),
    sa.Index(None, "changed_at", "bill_id"),
    sa.Index(None, "registered_at", "bill_id"),
    comment="When a bill was last acted on, and when it was registered.",
)

positions_of_changes: sa.Sequence = sa.Sequence("bill_changes_position")

bill_changes = sa.Table(
    "bill_changes",
    metadata,
    sa.Column("place", sa.BigInteger, sa.Identity(always=True), primary_key=True),
    sa.Column("kind", sa.String(10), nullable=False),
    sa.Column("bill_id", sa.Uuid, nullable=False),
    sa.Column("part", sa.BigInteger, nullable=False),
    sa.Column("position", sa.BigInteger, unique=True),
    sa.UniqueConstraint("bill_id", "kind", "part"),
    sa.Index("bill_changes_unnumbered", "place", postgresql_where=sa.text("position IS NULL")),
    comment="What is public and new; `position` is given in the order in which it became visible.",
)

sa.Index(None, bills.c.kind, bills.c.id)
sa.Index(None, bills.c.initiator, bills.c.id)
sa.Index(None, bills.c.lead_committee_id, bills.c.id)
