"""Keep what committees decide at their meetings, and what they want done after."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "95c2e9b4f8a6"
down_revision = "94e8a1c3d7f2"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.add_column("referrals", sa.Column("decision", postgresql.JSONB(), nullable=True))
    empty = sa.text("'[]'::jsonb")
    op.add_column(
        "referrals",
        sa.Column("follow_ups", postgresql.JSONB(), server_default=empty, nullable=False),
    )
    op.create_table(
        "known_results",
        sa.Column("vote_id", sa.Uuid(), nullable=False),
        sa.Column("sitting_id", sa.Uuid(), nullable=False),
        sa.Column("question_id", sa.Uuid(), nullable=False),
        sa.Column("outcome", sa.String(40), nullable=False),
        sa.Column("at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("vote_id", name=op.f("known_results_pkey")),
        comment="Certified results of votes, without those that were annulled.",
    )


def downgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.drop_table("known_results")
    for name in ("decision", "follow_ups"):
        op.drop_column("referrals", name)
