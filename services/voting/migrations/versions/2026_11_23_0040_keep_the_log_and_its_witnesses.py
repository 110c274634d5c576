"""Keep the log of the evidence, the heads of its tree, and who cosigned them."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "d05f7c3ab916"
down_revision = "e4b8d1a7c620"
branch_labels = None
depends_on = None

Moment = sa.TIMESTAMP(timezone=True)
ONLY_ADDED_TO = ("log_entries", "log_tiles", "log_heads", "cosignatures")

# Entries follow one another without a gap, whoever writes them.
NEXT_IN_ORDER = """
CREATE FUNCTION refuse_gaps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT FROM added
        WHERE place > 0 AND NOT EXISTS (
            SELECT FROM log_entries AS before WHERE before.place = added.place - 1
        )
    ) THEN
        RAISE EXCEPTION 'the log has no gaps' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END
$$
"""

RIGHTS = """
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'kurultai_voting') THEN
        REVOKE UPDATE, DELETE, TRUNCATE
            ON log_entries, log_tiles, log_heads, cosignatures FROM kurultai_voting;
        REVOKE DELETE, TRUNCATE ON witnesses FROM kurultai_voting;
    END IF;
END
$$
"""


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    _create_log()
    _create_witnesses()
    op.execute(NEXT_IN_ORDER)
    op.execute(
        "CREATE TRIGGER log_entries_without_gaps AFTER INSERT ON log_entries "
        "REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refuse_gaps()"
    )
    for table in ONLY_ADDED_TO:
        op.execute(
            f"CREATE TRIGGER {table}_only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE "
            f"ON {table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )
    op.execute(RIGHTS)


def _create_log() -> None:
    op.create_table(
        "log_entries",
        sa.Column("place", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("vote_id", sa.Uuid(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("entry", sa.Text(), nullable=False),
        sa.Column("leaf", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint(
            "leaf = sha256('\\x00'::bytea || convert_to(entry, 'UTF8'))",
            name=op.f("log_entries_leaf_check"),
        ),
        sa.PrimaryKeyConstraint("place", name=op.f("log_entries_pkey")),
    )
    op.create_index(op.f("log_entries_vote_id_idx"), "log_entries", ["vote_id"])
    op.create_table(
        "log_tiles",
        sa.Column("level", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("place", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("level", "place", name=op.f("log_tiles_pkey")),
    )
    op.create_table(
        "log_heads",
        sa.Column("size", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("root", sa.LargeBinary(), nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.PrimaryKeyConstraint("size", name=op.f("log_heads_pkey")),
    )


def _create_witnesses() -> None:
    op.create_table(
        "witnesses",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("stage", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("vkey", sa.Text(), nullable=False),
        sa.Column("of", postgresql.JSONB(), nullable=False),
        sa.Column("admitted_at", Moment, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("witnesses_pkey")),
        sa.UniqueConstraint("vkey", name=op.f("witnesses_vkey_key")),
    )
    op.create_table(
        "cosignatures",
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("witness_id", sa.Uuid(), nullable=False),
        sa.Column("line", sa.Text(), nullable=False),
        sa.Column("received_at", Moment, nullable=False, server_default=sa.func.now()),
        sa.ForeignKeyConstraint(["size"], ["log_heads.size"], name=op.f("cosignatures_size_fkey")),
        sa.ForeignKeyConstraint(
            ["witness_id"], ["witnesses.id"], name=op.f("cosignatures_witness_id_fkey")
        ),
        sa.PrimaryKeyConstraint("size", "witness_id", name=op.f("cosignatures_pkey")),
    )


def downgrade() -> None:
    message = "a log is not thrown away: restore a backup"
    raise NotImplementedError(message)
