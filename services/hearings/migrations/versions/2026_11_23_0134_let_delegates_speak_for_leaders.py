"""Let delegates of leaders of factions have their guaranteed floor at hearings."""

import sqlalchemy as sa
from alembic import op

revision = "0134a8d3e6f1"
down_revision = "0133f2c7b9d4"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.add_column("speeches", sa.Column("for_faction", sa.Uuid(), nullable=True))


def downgrade() -> None:
    op.drop_column("speeches", "for_faction")
