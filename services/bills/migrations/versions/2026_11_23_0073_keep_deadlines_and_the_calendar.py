"""Keep the deadlines of bills, what was told of them, and the working-day calendars."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "73d4ea1b5c07"
down_revision = "72c9f3b8a1d4"
branch_labels = None
depends_on = None

MOMENT = sa.TIMESTAMP(timezone=True)
# What was told cannot be untold: the rows say what must not be told a second time.
KEEP = """
DO $$ DECLARE service text; BEGIN
  FOR service IN
    SELECT DISTINCT grantee FROM information_schema.role_table_grants
    WHERE table_name = 'deadline_tellings' AND grantee <> current_user
  LOOP EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON deadline_tellings FROM %I', service);
  END LOOP;
END $$
"""


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.create_table(
        "deadlines",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("bill_id", sa.Uuid(), nullable=False),
        sa.Column("term", sa.Text(), nullable=False),
        sa.Column("meaning", sa.String(40), nullable=False),
        sa.Column("started_at", MOMENT, nullable=False),
        sa.Column("rule", postgresql.JSONB(), nullable=False),
        sa.Column("stops", postgresql.JSONB(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("passes_at", MOMENT, nullable=True),
        sa.Column("missing_years", postgresql.ARRAY(sa.Integer()), nullable=False),
        sa.Column("suspended_at", MOMENT, nullable=True),
        sa.Column("ended_at", MOMENT, nullable=True),
        sa.Column("ended_by", sa.String(40), nullable=True),
        sa.Column("how", sa.String(40), nullable=True),
        sa.Column("next_at", MOMENT, nullable=True),
        sa.Column("place", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["bill_id"], ["bills.id"], name=op.f("deadlines_bill_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("deadlines_pkey")),
        sa.UniqueConstraint(
            "bill_id", "term", "started_at", name=op.f("deadlines_bill_id_term_started_at_key")
        ),
        comment="A read model of the acts: reckoned anew in the transaction of each act that "
        "counts.",
    )
    op.create_index(op.f("deadlines_bill_id_idx"), "deadlines", ["bill_id"], unique=False)
    op.create_index(op.f("deadlines_place_id_idx"), "deadlines", ["place", "id"], unique=False)
    op.create_index(
        "deadlines_due",
        "deadlines",
        ["next_at", "id"],
        unique=False,
        postgresql_where=sa.text("next_at IS NOT NULL"),
    )
    op.create_index(
        "deadlines_open",
        "deadlines",
        ["place", "id"],
        unique=False,
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_table(
        "deadline_tellings",
        sa.Column("deadline_id", sa.Uuid(), nullable=False),
        sa.Column("what", sa.String(40), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("act", sa.String(40), nullable=True),
        sa.PrimaryKeyConstraint("deadline_id", "what", name=op.f("deadline_tellings_pkey")),
        comment="What was told of a deadline, and the act that the clock took: each once, ever.",
    )
    op.create_table(
        "reckonings",
        sa.Column("bill_id", sa.Uuid(), nullable=False),
        sa.Column("token", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["bill_id"], ["bills.id"], name=op.f("reckonings_bill_id_fkey")),
        sa.PrimaryKeyConstraint("bill_id", name=op.f("reckonings_pkey")),
        comment="Under which rules the deadlines of a bill were reckoned when a worker started.",
    )
    op.create_table(
        "working_days",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("stage", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("days", postgresql.JSONB(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("working_days_pkey")),
        sa.UniqueConstraint("year", name=op.f("working_days_year_key")),
        comment="Calendars as they were entered; each stands in place of the one on file.",
    )
    op.execute(KEEP)


def downgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.drop_table("working_days")
    op.drop_table("reckonings")
    op.drop_table("deadline_tellings")
    op.drop_index("deadlines_due", table_name="deadlines")
    op.drop_index("deadlines_open", table_name="deadlines")
    op.drop_index(op.f("deadlines_place_id_idx"), table_name="deadlines")
    op.drop_index(op.f("deadlines_bill_id_idx"), table_name="deadlines")
    op.drop_table("deadlines")
