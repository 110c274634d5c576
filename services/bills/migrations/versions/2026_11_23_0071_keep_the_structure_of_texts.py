"""Keep the structure of texts, and whether both languages have the same elements."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "71c5d09e3b7a"
down_revision = "60b1f0a4c2d1"
branch_labels = None
depends_on = None

KEEP = """
DO $$ DECLARE service text; BEGIN
  FOR service IN
    SELECT DISTINCT grantee FROM information_schema.role_table_grants
    WHERE table_name = 'bill_acts' AND grantee <> current_user
  LOOP EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON bill_acts FROM %I', service); END LOOP;
END $$
"""


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.add_column(
        "bills",
        sa.Column("same_elements", sa.Boolean(), server_default=sa.true(), nullable=False),
    )
    op.create_table(
        "bill_acts",
        sa.Column("bill_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kk", postgresql.JSONB(), nullable=False),
        sa.Column("ru", postgresql.JSONB(), nullable=False),
        sa.Column("digests", postgresql.JSONB(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["bill_id", "number"],
            ["bill_texts.bill_id", "bill_texts.number"],
            name=op.f("bill_acts_bill_id_number_fkey"),
        ),
        sa.PrimaryKeyConstraint("bill_id", "number", name=op.f("bill_acts_pkey")),
        comment="The structure of every pair of texts, and who laid it down. Rows are only added.",
    )
    op.execute(KEEP)


def downgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.drop_table("bill_acts")
    op.drop_column("bills", "same_elements")
