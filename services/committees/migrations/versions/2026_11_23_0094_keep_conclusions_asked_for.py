"""Keep the conclusions on bills that committees ask others for."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "94e8a1c3d7f2"
down_revision = "93b7d2f5c6e1"
branch_labels = None
depends_on = None

Moment = sa.TIMESTAMP(timezone=True)


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.create_table(
        "conclusion_requests",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("stage", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("referral_id", sa.Uuid(), nullable=False),
        sa.Column("bill_id", sa.Uuid(), nullable=False),
        sa.Column("committee_id", sa.Uuid(), nullable=False),
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("addressee", postgresql.JSONB(), nullable=False),
        sa.Column("what", postgresql.JSONB(), nullable=False),
        sa.Column("asked_at", Moment, nullable=False),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("passes_at", Moment, nullable=True),
        sa.Column("overdue_since", Moment, nullable=True),
        sa.Column("answer", postgresql.JSONB(), nullable=True),
        sa.ForeignKeyConstraint(
            ["referral_id"], ["referrals.id"], name=op.f("conclusion_requests_referral_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("conclusion_requests_pkey")),
    )
    for column in ("referral_id", "committee_id"):
        name = op.f(f"conclusion_requests_{column}_idx")
        op.create_index(name, "conclusion_requests", [column])
    op.create_index(
        "conclusion_requests_awaited",
        "conclusion_requests",
        ["passes_at"],
        postgresql_where=sa.text("stage = 'asked'"),
    )


def downgrade() -> None:
    op.drop_table("conclusion_requests")
