"""Let deputies sign what they do together, each in person.

Whoever an amendment names as a co-author already stays one: until now its author alone named
them, and what is on file is not written anew. From now on the author invites, and the deputy signs.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "96c5a1d4e7b2"
down_revision = "85b2d5e0f1c3"
branch_labels = None
depends_on = None

COLUMNS = {"bills": "signatures", "amendments": "invited"}


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    for table, column in COLUMNS.items():
        empty = sa.text("'[]'::jsonb")
        kept = sa.Column(column, postgresql.JSONB(), nullable=False, server_default=empty)
        op.add_column(table, kept)


def downgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    for table, column in COLUMNS.items():
        op.drop_column(table, column)
