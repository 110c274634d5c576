"""Say why mandates end, by the causes of the Constitution's article 55."""

import sqlalchemy as sa
from alembic import op

revision = "0101e5b9d3c8"
down_revision = "0100c4a7e2d1"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Of mandates that ended before nobody said it by a word of this list."""
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.add_column("mandates", sa.Column("ended_because", sa.String(40), nullable=True))


def downgrade() -> None:
    op.drop_column("mandates", "ended_because")
