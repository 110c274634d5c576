"""Keep the documents that are filed with bills, and what the scanner said of their files."""

import sqlalchemy as sa
from alembic import op

revision = "76d0c5e1f27a"
down_revision = "75a1c4d9e0b2"
branch_labels = None
depends_on = None

# What was filed and what was found is added to, never changed: not even by the service itself.
KEEP = """
DO $$ DECLARE service text; BEGIN
  FOR service IN
    SELECT DISTINCT grantee FROM information_schema.role_table_grants
    WHERE table_name = '{table}' AND grantee <> current_user
  LOOP EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON {table} FROM %I', service); END LOOP;
END $$
"""


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.create_table(
        "filings",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("stage", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("bill_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("language", sa.String(40), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("filed_by", sa.Uuid(), nullable=False),
        sa.Column("filed_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("replaces_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["bill_id"], ["bills.id"], name=op.f("filings_bill_id_fkey")),
        sa.ForeignKeyConstraint(
            ["replaces_id"], ["filings.id"], name=op.f("filings_replaces_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("filings_pkey")),
        sa.UniqueConstraint("replaces_id", name=op.f("filings_replaces_id_key")),
        comment="Documents filed with bills. Rows are added, never changed.",
    )
    op.create_index(op.f("filings_bill_id_idx"), "filings", ["bill_id"], unique=False)
    op.create_index(op.f("filings_digest_idx"), "filings", ["digest"], unique=False)
    op.create_table(
        "scans",
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("found", sa.Text(), nullable=True),
        sa.Column(
            "scanned_at",
            sa.TIMESTAMP(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.PrimaryKeyConstraint("digest", name=op.f("scans_pkey")),
        comment="What the scanner found in a file, or nothing. Rows are added, never changed.",
    )
    for table in ("filings", "scans"):
        op.execute(KEEP.format(table=table))


def downgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.drop_table("scans")
    op.drop_index(op.f("filings_digest_idx"), table_name="filings")
    op.drop_index(op.f("filings_bill_id_idx"), table_name="filings")
    op.drop_table("filings")
