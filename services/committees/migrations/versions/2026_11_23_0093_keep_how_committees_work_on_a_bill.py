"""Keep how committees share, plan and time their work on a bill, and who disagrees."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "93b7d2f5c6e1"
down_revision = "92a4c8e1f0b7"
branch_labels = None
depends_on = None

LISTS = ("co_committees", "opinions", "plans", "days", "dissents")


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    for name in LISTS:
        column = sa.Column(
            name, postgresql.JSONB(), server_default=sa.text("'[]'::jsonb"), nullable=False
        )
        op.add_column("referrals", column)
    op.add_column("referrals", sa.Column("rapporteur", postgresql.JSONB(), nullable=True))
    op.add_column("referrals", sa.Column("conclusion_day", sa.Date(), nullable=True))
    op.add_column("referrals", sa.Column("working_group_id", sa.Uuid(), nullable=True))


def downgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    for name in (*LISTS, "rapporteur", "conclusion_day", "working_group_id"):
        op.drop_column("referrals", name)
