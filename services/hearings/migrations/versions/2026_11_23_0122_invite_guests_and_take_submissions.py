"""Invite guests, keep places for the public and the media, and take written submissions."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0122c3d9e5f7"
down_revision = "0121b2c8d4e6"
branch_labels = None
depends_on = None

WORD = sa.String(length=40)
MOMENT = sa.TIMESTAMP(timezone=True)
TABLES = ("invitations", "seats", "submissions")


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.create_table(
        "invitations",
        *_of_hearing(),
        sa.Column("guest", postgresql.JSONB(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("invitations_pkey")),
    )
    op.create_table(
        "seats",
        *_of_hearing(),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("organisation", sa.Text(), nullable=True),
        sa.Column("registered_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("seats_pkey")),
    )
    op.create_table(
        "submissions",
        *_of_hearing(),
        sa.Column("author", postgresql.JSONB(), nullable=False),
        sa.Column("text", postgresql.JSONB(), nullable=False),
        sa.Column("document", postgresql.JSONB(), nullable=True),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("registered_at", MOMENT, nullable=True),
        sa.Column("phase", WORD, nullable=False),
        sa.Column("received_at", MOMENT, nullable=False),
        sa.Column("reason", postgresql.JSONB(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("submissions_pkey")),
        sa.UniqueConstraint("number", name=op.f("submissions_number_key")),
    )
    for table in TABLES:
        op.create_index(op.f(f"{table}_hearing_id_idx"), table, ["hearing_id"], unique=False)


def _of_hearing() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("stage", WORD, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("hearing_id", sa.Uuid(), nullable=False),
    )


def downgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    for table in reversed(TABLES):
        op.drop_table(table)
