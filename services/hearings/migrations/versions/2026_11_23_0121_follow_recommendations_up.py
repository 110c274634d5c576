"""Keep recommendations as cases of their own, to follow them up."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0121b2c8d4e6"
down_revision = "0120a1b7c3d5"
branch_labels = None
depends_on = None

STAGE = sa.String(length=40)


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.create_table(
        "recommendations",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("stage", STAGE, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("hearing_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", postgresql.JSONB(), nullable=False),
        sa.Column("addressee", postgresql.JSONB(), nullable=False),
        sa.Column("answer_days", sa.Integer(), nullable=True),
        sa.Column("sent_on", sa.Date(), nullable=True),
        sa.Column("answer_by", sa.Date(), nullable=True),
        sa.Column("answers", postgresql.JSONB(), nullable=False),
        sa.Column("reason", postgresql.JSONB(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("recommendations_pkey")),
        sa.UniqueConstraint(
            "hearing_id", "number", name=op.f("recommendations_hearing_id_number_key")
        ),
    )
    op.create_index(
        "recommendations_awaiting_an_answer",
        "recommendations",
        ["answer_by"],
        unique=False,
        postgresql_where=sa.text("stage = 'sent'"),
    )
    op.create_table(
        "rewordings",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("stage", STAGE, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("hearing_id", sa.Uuid(), nullable=False),
        sa.Column("recommendation_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("text", postgresql.JSONB(), nullable=False),
        sa.Column("reason", postgresql.JSONB(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("rewordings_pkey")),
    )
    for name in ("hearing_id", "recommendation_id"):
        op.create_index(op.f(f"rewordings_{name}_idx"), "rewordings", [name], unique=False)


def downgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.drop_table("rewordings")
    op.drop_table("recommendations")
