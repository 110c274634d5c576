"""The documents that are filed with bills, and what the scanner said of their files."""

import sqlalchemy as sa

from services.bills.domain.filing import FilingStage
from services.bills.store.tables.metadata import metadata
from shared.contracts.filings import FilingKind, FilingLanguage
from shared.store.columns import Moment, case_columns, words

filings = sa.Table(
    "filings",
    metadata,
    *case_columns(FilingStage),
    sa.Column("bill_id", sa.Uuid, sa.ForeignKey("bills.id"), nullable=False, index=True),
    sa.Column("kind", words(FilingKind), nullable=False),
    sa.Column("language", words(FilingLanguage), nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("file_name", sa.Text, nullable=False),
    sa.Column("media_type", sa.Text, nullable=False),
    sa.Column("size", sa.BigInteger, nullable=False),
    sa.Column("digest", sa.Text, nullable=False, index=True),
    sa.Column("filed_by", sa.Uuid, nullable=False),
    sa.Column("filed_at", Moment, nullable=False),
    sa.Column("replaces_id", sa.Uuid, sa.ForeignKey("filings.id"), unique=True),
    comment="Documents filed with bills. Rows are added, never changed.",
)

scans = sa.Table(
    "scans",
    metadata,
    sa.Column("digest", sa.Text, primary_key=True),
    sa.Column("found", sa.Text),
    sa.Column("scanned_at", Moment, nullable=False, server_default=sa.func.now()),
    comment="What the scanner found in a file, or nothing. Rows are added, never changed.",
)
