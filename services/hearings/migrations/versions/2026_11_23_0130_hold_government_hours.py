"""Hold Government hours, and keep who demands a report and what is asked."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0130a3d6e8c2"
down_revision = "0124e9b2c5d7"
branch_labels = None
depends_on = None

Moment = sa.TIMESTAMP(timezone=True)


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.create_table(
        "government_hours",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("stage", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("topic", postgresql.JSONB(), nullable=False),
        sa.Column("members", postgresql.JSONB(), nullable=False),
        sa.Column("set_by", sa.String(40), nullable=False),
        sa.Column("body_id", sa.Uuid(), nullable=True),
        sa.Column("starts_at", Moment, nullable=True),
        sa.Column("set_at", Moment, nullable=True),
        sa.Column("signatures", postgresql.JSONB(), nullable=False),
        sa.Column("reports", postgresql.JSONB(), nullable=False),
        sa.Column("decisions", postgresql.JSONB(), nullable=False),
        sa.Column("opened_at", Moment, nullable=True),
        sa.Column("closed_at", Moment, nullable=True),
        sa.Column("reason", postgresql.JSONB(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("government_hours_pkey")),
    )
    op.create_table(
        "hour_questions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("stage", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("hour_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("text", postgresql.JSONB(), nullable=False),
        sa.Column("guaranteed", sa.Boolean(), nullable=False),
        sa.Column("answer", postgresql.JSONB(), nullable=True),
        sa.Column("asked_at", Moment, nullable=False),
        sa.Column("answered_at", Moment, nullable=True),
        sa.ForeignKeyConstraint(
            ["hour_id"], ["government_hours.id"], name=op.f("hour_questions_hour_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("hour_questions_pkey")),
    )
    op.create_index(op.f("hour_questions_hour_id_idx"), "hour_questions", ["hour_id"])


def downgrade() -> None:
    op.drop_table("hour_questions")
    op.drop_table("government_hours")
