"""Keep who speaks at hearings, their protocol and their transcript."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0123d4eaf608"
down_revision = "0122c3d9e5f7"
branch_labels = None
depends_on = None

WORD = sa.String(length=40)
MOMENT = sa.TIMESTAMP(timezone=True)


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    _create_speeches()
    _create_entries()
    _create_segments()


def _create_speeches() -> None:
    op.create_table(
        "speeches",
        *_in_part(),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("name", postgresql.JSONB(), nullable=False),
        sa.Column("capacity", postgresql.JSONB(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("guaranteed", sa.Boolean(), nullable=False),
        sa.Column("given_at", MOMENT, nullable=True),
        sa.Column("ended_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("speeches_pkey")),
    )
    op.create_index(op.f("speeches_hearing_id_idx"), "speeches", ["hearing_id"], unique=False)


def _create_entries() -> None:
    op.create_table(
        "entries",
        *_in_part(),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", postgresql.JSONB(), nullable=False),
        sa.Column("corrects", sa.Uuid(), nullable=True),
        sa.Column("entered_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("entries_pkey")),
        sa.UniqueConstraint("corrects", name=op.f("entries_corrects_key")),
        sa.UniqueConstraint("hearing_id", "number", name=op.f("entries_hearing_id_number_key")),
    )


def _create_segments() -> None:
    op.create_table(
        "segments",
        *_in_part(),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("speaker", postgresql.JSONB(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("language", WORD, nullable=False),
        sa.Column("since", MOMENT, nullable=False),
        sa.Column("until", MOMENT, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("earlier", postgresql.JSONB(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("segments_pkey")),
        sa.UniqueConstraint("hearing_id", "number", name=op.f("segments_hearing_id_number_key")),
    )


def _in_part() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("stage", WORD, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("hearing_id", sa.Uuid(), nullable=False),
        sa.Column("part", sa.Text(), nullable=True),
    )


def downgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    for table in ("segments", "entries", "speeches"):
        op.drop_table(table)
