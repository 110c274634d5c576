"""Keep what the rarer ways of a bill need: priority, confidence, objections, review, departures."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "70b1c4a9e2d7"
down_revision = "60b1f0a4c2d1"
branch_labels = None
depends_on = None

LISTS = (
    "parts_in_effect",
    "temporary_acts",
    "asked",
    "court_request",
    "stops",
    "departures",
    "edits",
)
SHAPES = ("emergency", "objections", "departure_proposed")
MOMENTS = ("priority_at", "confidence_raised_at")

# What was laid down is added to, never changed: not even by the service itself.
KEEP = """
DO $$ DECLARE service text; BEGIN
  FOR service IN
    SELECT DISTINCT grantee FROM information_schema.role_table_grants
    WHERE table_name = 'proposed_wordings' AND grantee <> current_user
  LOOP
    EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON proposed_wordings FROM %I', service);
  END LOOP;
END $$
"""


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    for name in LISTS:
        empty = sa.text("'[]'::jsonb")
        kept = sa.Column(name, postgresql.JSONB(), nullable=False, server_default=empty)
        op.add_column("bills", kept)
    for name in SHAPES:
        op.add_column("bills", sa.Column(name, postgresql.JSONB(), nullable=True))
    for name in MOMENTS:
        op.add_column("bills", sa.Column(name, sa.TIMESTAMP(timezone=True), nullable=True))
    op.add_column("bills", sa.Column("review_since", sa.Date(), nullable=True))
    op.create_table(
        "proposed_wordings",
        sa.Column("bill_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("kk", sa.Text(), nullable=False),
        sa.Column("ru", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["bill_id"], ["bills.id"], name=op.f("proposed_wordings_bill_id_fkey")
        ),
        sa.PrimaryKeyConstraint("bill_id", "at", name=op.f("proposed_wordings_pkey")),
        comment="The wording that the President proposed with objections. "
        "Rows are added, never changed.",
    )
    op.execute(KEEP)


def downgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.drop_table("proposed_wordings")
    for name in (*LISTS, *SHAPES, *MOMENTS, "review_since"):
        op.drop_column("bills", name)
