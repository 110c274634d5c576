"""Keep what came as a fact and is not signed by its source."""

import sqlalchemy as sa
from alembic import op

revision = "60d3f0a4c2d3"
down_revision = "c41d7a05be92"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.create_table(
        "refused",
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("teller", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("message", sa.LargeBinary(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("told_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("times", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("refused_pkey")),
    )


def downgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.drop_table("refused")
