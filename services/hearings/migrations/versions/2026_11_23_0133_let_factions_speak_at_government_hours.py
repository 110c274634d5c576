"""Let factions speak at Government hours, and keep what the President answered."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0133f2c7b9d4"
down_revision = "0130d4eaf50c"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    speakers = sa.Column(
        "speakers", postgresql.JSONB(), nullable=False, server_default=sa.text("'[]'::jsonb")
    )
    op.add_column("government_hours", speakers)
    op.add_column("government_hours", sa.Column("response", postgresql.JSONB(), nullable=True))


def downgrade() -> None:
    op.drop_column("government_hours", "response")
    op.drop_column("government_hours", "speakers")
