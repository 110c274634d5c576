"""Keep hearings of officials that are due every year."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0130d4eaf50c"
down_revision = "0131b4c9f2a5"
branch_labels = None
depends_on = None

WORD = sa.String(length=40)


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.create_table(
        "official_hearings",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("stage", WORD, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("name", postgresql.JSONB(), nullable=False),
        sa.Column("reason", postgresql.JSONB(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("official_hearings_pkey")),
    )
    op.create_index(op.f("official_hearings_day_idx"), "official_hearings", ["day"], unique=False)


def downgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.drop_table("official_hearings")
