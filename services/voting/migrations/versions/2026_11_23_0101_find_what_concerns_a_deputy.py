"""Find at once what concerns one deputy; keep the links to calendars of deputies."""

import sqlalchemy as sa
from alembic import op

revision = "95d3a7c1f0b4"
down_revision = "99c5e2a7b4d8"
branch_labels = None
depends_on = None

Moment = sa.TIMESTAMP(timezone=True)


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.create_index("sittings_starts_at_idx", "sittings", ["starts_at"])
    op.create_index(
        "votes_under_way",
        "votes",
        ["closes_at"],
        postgresql_where=sa.text("stage IN ('open', 'suspended')"),
    )
    op.create_index("votes_closed_at_idx", "votes", ["closed_at"])
    op.create_index("registrations_of_a_person", "registrations", ["person_id", "sitting_id"])
    op.create_table(
        "calendar_links",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", Moment, nullable=False),
        sa.CheckConstraint("length(digest) = 32", name=op.f("calendar_links_sha256_check")),
        sa.PrimaryKeyConstraint("person_id", name=op.f("calendar_links_pkey")),
        sa.UniqueConstraint("digest", name=op.f("calendar_links_digest_key")),
    )


def downgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.drop_table("calendar_links")
    op.drop_index("registrations_of_a_person", "registrations")
    op.drop_index("votes_closed_at_idx", "votes")
    op.drop_index("votes_under_way", "votes")
    op.drop_index("sittings_starts_at_idx", "sittings")
