"""Take amendments, decide on each, and keep which of them changed what."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "74a3e5d0c9b2"
down_revision = "73d4ea1b5c07"
branch_labels = None
depends_on = None

# Which amendment changed what is added to, never changed: not even by the service itself.
KEEP = """
DO $$ DECLARE service text; BEGIN
  FOR service IN
    SELECT DISTINCT grantee FROM information_schema.role_table_grants
    WHERE table_name = 'amended_elements' AND grantee <> current_user
  LOOP EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON amended_elements FROM %I', service);
  END LOOP;
END $$
"""


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.create_table(
        "amendings",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("stage", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("bill_id", sa.Uuid(), nullable=False),
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("text_version", sa.Integer(), nullable=False),
        sa.Column("laid_down", sa.Integer(), nullable=True),
        sa.Column("reading_on", sa.Date(), nullable=True),
        sa.Column("mode", sa.String(40), nullable=True),
        sa.Column("put", postgresql.JSONB(), nullable=False),
        sa.ForeignKeyConstraint(["bill_id"], ["bills.id"], name=op.f("amendings_bill_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("amendings_pkey")),
        comment="The work on the amendments to a bill before one of its readings.",
    )
    op.create_index(op.f("amendings_bill_id_idx"), "amendings", ["bill_id"], unique=False)
    _create_amendments()
    op.create_table(
        "amendment_series",
        sa.Column("bill_id", sa.Uuid(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["bill_id"], ["bills.id"], name=op.f("amendment_series_bill_id_fkey")
        ),
        sa.PrimaryKeyConstraint("bill_id", name=op.f("amendment_series_pkey")),
        comment="The last number of each bill's amendments; whoever acts on them locks it.",
    )
    _create_amended_elements()
    op.execute(KEEP)


def _create_amendments() -> None:
    op.create_table(
        "amendments",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("stage", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("bill_id", sa.Uuid(), nullable=False),
        sa.Column("amending_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.Uuid(), nullable=True),
        sa.Column("co_authors", postgresql.JSONB(), nullable=False),
        sa.Column("text_version", sa.Integer(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("proposed", postgresql.JSONB(), nullable=False),
        sa.Column("reasons", postgresql.JSONB(), nullable=False),
        sa.Column("filed_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("provenance", postgresql.JSONB(), nullable=False),
        sa.Column("touches_budget", sa.Boolean(), nullable=False),
        sa.Column("conclusion", postgresql.JSONB(), nullable=True),
        sa.Column("decision", postgresql.JSONB(), nullable=True),
        sa.Column("separate_vote", sa.Boolean(), nullable=False),
        sa.Column("vote_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["amending_id"], ["amendings.id"], name=op.f("amendments_amending_id_fkey")
        ),
        sa.ForeignKeyConstraint(["bill_id"], ["bills.id"], name=op.f("amendments_bill_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("amendments_pkey")),
        sa.UniqueConstraint("bill_id", "number", name=op.f("amendments_bill_id_number_key")),
    )
    for columns in (
        ["bill_id", "stage", "number"],
        ["bill_id", "author_id", "number"],
        ["bill_id", "address", "number"],
        ["amending_id", "scope"],
    ):
        name = f"amendments_{'_'.join(columns)}_idx"
        op.create_index(op.f(name), "amendments", columns, unique=False)


def _create_amended_elements() -> None:
    op.create_table(
        "amended_elements",
        sa.Column("bill_id", sa.Uuid(), nullable=False),
        sa.Column("text_version", sa.Integer(), nullable=False),
        sa.Column("amendment_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["amendment_id"], ["amendments.id"], name=op.f("amended_elements_amendment_id_fkey")
        ),
        sa.ForeignKeyConstraint(
            ["bill_id", "text_version"],
            ["bill_texts.bill_id", "bill_texts.number"],
            name=op.f("amended_elements_bill_id_text_version_fkey"),
        ),
        sa.PrimaryKeyConstraint(
            "bill_id", "text_version", "amendment_id", name=op.f("amended_elements_pkey")
        ),
        comment="Which amendment changed what in which texts. Rows are added, never changed.",
    )


def downgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    for table in ("amended_elements", "amendment_series", "amendments", "amendings"):
        op.drop_table(table)
