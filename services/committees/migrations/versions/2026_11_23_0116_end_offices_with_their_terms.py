"""End offices with their terms, where one was decided."""

import sqlalchemy as sa
from alembic import op

revision = "0116d7f2b4c8"
down_revision = "0114c9e4a6b2"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    for table in ("offices", "candidacies"):
        op.add_column(table, sa.Column("last_day", sa.Date(), nullable=True))


def downgrade() -> None:
    for table in ("candidacies", "offices"):
        op.drop_column(table, "last_day")
