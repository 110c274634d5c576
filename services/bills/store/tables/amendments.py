"""Amendments, the work on all those to one bill, and what became of them in its texts."""

from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import registry

from services.bills.domain.amendments.amending import Amending, Put
from services.bills.domain.amendments.amendment import (
    Amendment,
    Conclusion,
    Decision,
    Proposed,
    Provenance,
)
from services.bills.domain.amendments.stages import AmendingStage, AmendmentStage, Mode
from services.bills.store.tables.bills import EMPTY, bills
from services.bills.store.tables.metadata import metadata
from shared.contracts.words import Bilingual
from shared.store.columns import Moment, Shaped, case_columns, words
from shared.texts.changes import ChangeKind

amendings = sa.Table(
    "amendings",
    metadata,
    *case_columns(AmendingStage),
    sa.Column("bill_id", sa.Uuid, sa.ForeignKey(bills.c.id), nullable=False, index=True),
    sa.Column("reading", sa.Integer, nullable=False),
    sa.Column("text_version", sa.Integer, nullable=False),
    sa.Column("laid_down", sa.Integer),
    sa.Column("reading_on", sa.Date),
    sa.Column("mode", words(Mode)),
    sa.Column("put", Shaped(tuple[Put, ...]), nullable=False),
    comment="The work on the amendments to a bill before one of its readings.",
)

amendments = sa.Table(
    "amendments",
    metadata,
    *case_columns(AmendmentStage),
    sa.Column("bill_id", sa.Uuid, sa.ForeignKey(bills.c.id), nullable=False),
    sa.Column("amending_id", sa.Uuid, sa.ForeignKey(amendings.c.id), nullable=False),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("author_id", sa.Uuid, index=True),
    sa.Column("co_authors", Shaped(tuple[UUID, ...]), nullable=False),
    sa.Column("invited", Shaped(tuple[UUID, ...]), **EMPTY),
    sa.Column("text_version", sa.Integer, nullable=False),
    sa.Column("address", sa.Text, nullable=False),
    sa.Column("scope", sa.Text, nullable=False),
    sa.Column("proposed", Shaped(Proposed), nullable=False),
    sa.Column("reasons", Shaped(Bilingual), nullable=False),
    sa.Column("filed_at", Moment, nullable=False),
    sa.Column("provenance", Shaped(Provenance), nullable=False),
    sa.Column("touches_budget", sa.Boolean, nullable=False),
    sa.Column("conclusion", Shaped(Conclusion)),
    sa.Column("decision", Shaped(Decision)),
    sa.Column("separate_vote", sa.Boolean, nullable=False),
    sa.Column("vote_id", sa.Uuid),
    sa.UniqueConstraint("bill_id", "number"),
    sa.Index(None, "bill_id", "stage", "number"),
    sa.Index(None, "bill_id", "author_id", "number"),
    sa.Index(None, "bill_id", "address", "number"),
    sa.Index(None, "amending_id", "scope"),
    *(
        sa.Index(
            f"amendments_{column}_hold",
            column,
            postgresql_using="gin",
            postgresql_ops={column: "jsonb_path_ops"},
        )
        for column in ("co_authors", "invited")
    ),
)

amendment_series = sa.Table(
    "amendment_series",
    metadata,
    sa.Column("bill_id", sa.Uuid, sa.ForeignKey(bills.c.id), primary_key=True),
    sa.Column("last", sa.Integer, nullable=False),
    comment="The last number of each bill's amendments; whoever acts on them locks it.",
)

amended_elements = sa.Table(
    "amended_elements",
    metadata,
    sa.Column("bill_id", sa.Uuid, primary_key=True),
    sa.Column("text_version", sa.Integer, primary_key=True),
    sa.Column("amendment_id", sa.Uuid, sa.ForeignKey(amendments.c.id), primary_key=True),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("kind", words(ChangeKind), nullable=False),
    sa.Column("address", sa.Text, nullable=False),
    sa.ForeignKeyConstraint(
        ["bill_id", "text_version"], ["bill_texts.bill_id", "bill_texts.number"]
    ),
    comment="Which amendment changed what in which texts. Rows are added, never changed.",
)

_mapped = registry(metadata=metadata)
_mapped.map_imperatively(
    Amending, amendings, version_id_col=amendings.c.version, version_id_generator=False
)
_mapped.map_imperatively(
    Amendment, amendments, version_id_col=amendments.c.version, version_id_generator=False
)
