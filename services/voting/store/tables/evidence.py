"""The log of the evidence, and who cosigns it."""

import sqlalchemy as sa

from services.voting.domain.stages import (
    WitnessStage,
)
from services.voting.store.tables.metadata import metadata
from shared.contracts import words
from shared.store.columns import Moment, Shaped, case_columns

# Bytes of an entry as they were hashed: text, not JSON that the database would write anew.
log_entries = sa.Table(
    "log_entries",
    metadata,
    sa.Column("place", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("vote_id", sa.Uuid, nullable=False, index=True),
    sa.Column("type", sa.Text, nullable=False),
    sa.Column("entry", sa.Text, nullable=False),
    sa.Column("leaf", sa.LargeBinary, nullable=False),
    sa.CheckConstraint("leaf = sha256('\\x00'::bytea || convert_to(entry, 'UTF8'))", "leaf"),
)

log_tiles = sa.Table(
    "log_tiles",
    metadata,
    sa.Column("level", sa.SmallInteger, primary_key=True, autoincrement=False),
    sa.Column("place", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("hash", sa.LargeBinary, nullable=False),
)

log_heads = sa.Table(
    "log_heads",
    metadata,
    sa.Column("size", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("root", sa.LargeBinary, nullable=False),
    sa.Column("at", Moment, nullable=False),
)

witnesses = sa.Table(
    "witnesses",
    metadata,
    *case_columns(WitnessStage),
    sa.Column("vkey", sa.Text, nullable=False, unique=True),
    sa.Column("of", Shaped(words.Bilingual), nullable=False),
    sa.Column("admitted_at", Moment, nullable=False),
)

cosignatures = sa.Table(
    "cosignatures",
    metadata,
    sa.Column("size", sa.BigInteger, sa.ForeignKey(log_heads.c.size), primary_key=True),
    sa.Column("witness_id", sa.Uuid, sa.ForeignKey(witnesses.c.id), primary_key=True),
    sa.Column("line", sa.Text, nullable=False),
    sa.Column("received_at", Moment, nullable=False, server_default=sa.func.now()),
)
