"""Keep the requests of deputies, and the working days by which their terms are counted."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "92a4c8e1f0b7"
down_revision = "90c1d7e4b2a5"
branch_labels = None
depends_on = None

Moment = sa.TIMESTAMP(timezone=True)
JSONB = postgresql.JSONB


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.create_table(
        "deputy_requests",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("stage", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("authors", postgresql.ARRAY(sa.Uuid()), nullable=False),
        sa.Column("addressee", JSONB(), nullable=False),
        sa.Column("subject", JSONB(), nullable=False),
        sa.Column("text", JSONB(), nullable=False),
        sa.Column("to_be_read_out", sa.Boolean(), nullable=False),
        sa.Column("submitted_at", Moment, nullable=False),
        sa.Column("withheld", JSONB(), nullable=True),
        sa.Column("read_out", JSONB(), nullable=True),
        sa.Column("sent_at", Moment, nullable=True),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("passes_at", Moment, nullable=True),
        sa.Column("overdue_since", Moment, nullable=True),
        sa.Column("answer", JSONB(), nullable=True),
        sa.Column("rounds", JSONB(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("deputy_requests_pkey")),
        sa.UniqueConstraint("number", name=op.f("deputy_requests_number_key")),
    )
    op.create_index(
        "deputy_requests_authors_idx", "deputy_requests", ["authors"], postgresql_using="gin"
    )
    op.create_index(
        "deputy_requests_awaited",
        "deputy_requests",
        ["passes_at"],
        postgresql_where=sa.text("stage = 'sent'"),
    )
    _numbers_and_days()


def downgrade() -> None:
    for table in ("known_years", "request_numbers", "deputy_requests"):
        op.drop_table(table)


def _numbers_and_days() -> None:
    op.create_table(
        "request_numbers",
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("year", name=op.f("request_numbers_pkey")),
    )
    op.create_table(
        "known_years",
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("days", JSONB(), nullable=False),
        sa.PrimaryKeyConstraint("year", name=op.f("known_years_pkey")),
        comment="Working days as the Apparatus entered them; they stand in place of those on file.",
    )
