"""Take petitions that others collected, each once."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0131b4c9f2a5"
down_revision = "0130a3d6e8c2"
branch_labels = None
depends_on = None

Moment = sa.TIMESTAMP(timezone=True)


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.create_table(
        "petitions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("stage", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("subject", postgresql.JSONB(), nullable=False),
        sa.Column("signatures", sa.Integer(), nullable=False),
        sa.Column("filed_on", sa.Date(), nullable=False),
        sa.Column("address", sa.Text(), nullable=True),
        sa.Column("recorded_at", Moment, nullable=False),
        sa.Column("committee_id", sa.Uuid(), nullable=True),
        sa.Column("threshold", sa.Integer(), nullable=True),
        sa.Column("referred_at", Moment, nullable=True),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("answer", postgresql.JSONB(), nullable=True),
        sa.Column("answered_at", Moment, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("petitions_pkey")),
        sa.UniqueConstraint("source", "number", name=op.f("petitions_source_number_key")),
    )
    op.create_index(op.f("petitions_committee_id_idx"), "petitions", ["committee_id"])


def downgrade() -> None:
    op.drop_table("petitions")
