"""Know whose sittings votes are held at, and the petitions that committees have to answer."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0114c9e4a6b2"
down_revision = "0112b8d3f5a1"
branch_labels = None
depends_on = None

Moment = sa.TIMESTAMP(timezone=True)


def upgrade() -> None:
    """Of sittings called before nothing is known: their votes are not named any more."""
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.create_table(
        "known_sittings",
        sa.Column("sitting_id", sa.Uuid(), nullable=False),
        sa.Column("body_ids", sa.ARRAY(sa.Uuid()), nullable=False),
        sa.PrimaryKeyConstraint("sitting_id", name=op.f("known_sittings_pkey")),
        comment="Sittings of committees, each with those whose it is.",
    )
    op.create_table(
        "known_petitions",
        sa.Column("petition_id", sa.Uuid(), nullable=False),
        sa.Column("committee_id", sa.Uuid(), nullable=False),
        sa.Column("subject", postgresql.JSONB(), nullable=False),
        sa.Column("referred_at", Moment, nullable=False),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("answered_at", Moment, nullable=True),
        sa.PrimaryKeyConstraint("petition_id", name=op.f("known_petitions_pkey")),
        comment="Petitions that opened a question to a committee, and when it was answered.",
    )
    op.create_index(op.f("known_petitions_committee_id_idx"), "known_petitions", ["committee_id"])


def downgrade() -> None:
    op.drop_table("known_petitions")
    op.drop_table("known_sittings")
