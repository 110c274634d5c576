"""Keep bodies with their members, sessions, and which faction a deputy was of and when.

What is on file already begins its history where its first act is on the record.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "90c1d7e4b2a5"
down_revision = "60c2f0a4c2d2"
branch_labels = None
depends_on = None

Moment = sa.TIMESTAMP(timezone=True)
SPAN = sa.text("tstzrange(since, until)")


def case() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("stage", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
    )


def tenure() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("since", Moment, nullable=False),
        sa.Column("until", Moment, nullable=True),
    )


def never_twice(name: str, *columns: str) -> postgresql.ExcludeConstraint:
    same: list[tuple[Any, str]] = [(sa.column(column), "=") for column in columns]
    return postgresql.ExcludeConstraint(*same, (SPAN, "&&"), name=name, using="gist")


EARLIER = (
    """
    INSERT INTO bodies (id, stage, version, convocation_id, kind, name, since)
    SELECT c.id, 'formed', 1, c.convocation_id, 'standing_committee', c.name,
           COALESCE((SELECT min(a.at) FROM acts a WHERE a.case_id = c.id), now())
    FROM committees c
    """,
    """
    INSERT INTO faction_sides (faction_id, opposition, since)
    SELECT f.id, f.opposition,
           COALESCE((SELECT min(a.at) FROM acts a WHERE a.case_id = f.id), now())
    FROM factions f
    """,
    """
    INSERT INTO faction_memberships (mandate_id, faction_id, since, until)
    SELECT m.id, m.faction_id, m.since, m.until FROM mandates m WHERE m.faction_id IS NOT NULL
    """,
)


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.execute("CREATE EXTENSION IF NOT EXISTS btree_gist")
    _bodies()
    _histories()
    op.create_table(
        "sessions",
        *case(),
        sa.Column("convocation_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("call", postgresql.JSONB(), nullable=True),
        *tenure(),
        sa.ForeignKeyConstraint(
            ["convocation_id"], ["convocations.id"], name=op.f("sessions_convocation_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("sessions_pkey")),
        sa.UniqueConstraint(
            "convocation_id", "number", name=op.f("sessions_convocation_id_number_key")
        ),
        never_twice("sessions_one_at_a_time"),
    )
    for statement in EARLIER:
        op.execute(statement)


def downgrade() -> None:
    for table in ("sessions", "faction_sides", "faction_memberships", "memberships", "bodies"):
        op.drop_table(table)
    op.execute("DROP EXTENSION btree_gist")


def _bodies() -> None:
    op.create_table(
        "bodies",
        *case(),
        sa.Column("convocation_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("name", postgresql.JSONB(), nullable=False),
        sa.Column("within", sa.Uuid(), nullable=True),
        *tenure(),
        sa.Column("ended_on", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["convocation_id"], ["convocations.id"], name=op.f("bodies_convocation_id_fkey")
        ),
        sa.ForeignKeyConstraint(["within"], ["bodies.id"], name=op.f("bodies_within_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("bodies_pkey")),
        comment="Standing committees are among them, under the ids that they have as committees.",
    )
    op.create_index(op.f("bodies_convocation_id_idx"), "bodies", ["convocation_id"])
    op.create_table(
        "memberships",
        *case(),
        sa.Column("body_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("capacity", sa.String(40), nullable=False),
        sa.Column("name", postgresql.JSONB(), nullable=False),
        *tenure(),
        sa.Column("ended_on", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["body_id"], ["bodies.id"], name=op.f("memberships_body_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("memberships_pkey")),
        never_twice("memberships_one_at_a_time", "body_id", "person_id"),
    )
    for column in ("body_id", "person_id"):
        op.create_index(op.f(f"memberships_{column}_idx"), "memberships", [column])


def _histories() -> None:
    op.create_table(
        "faction_memberships",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("mandate_id", sa.Uuid(), nullable=False),
        sa.Column("faction_id", sa.Uuid(), nullable=False),
        *tenure(),
        sa.ForeignKeyConstraint(
            ["mandate_id"], ["mandates.id"], name=op.f("faction_memberships_mandate_id_fkey")
        ),
        sa.ForeignKeyConstraint(
            ["faction_id"], ["factions.id"], name=op.f("faction_memberships_faction_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("faction_memberships_pkey")),
        never_twice("faction_memberships_one_at_a_time", "mandate_id"),
    )
    op.create_index(
        op.f("faction_memberships_faction_id_idx"), "faction_memberships", ["faction_id"]
    )
    op.create_table(
        "faction_sides",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("faction_id", sa.Uuid(), nullable=False),
        sa.Column("opposition", sa.Boolean(), nullable=False),
        *tenure(),
        sa.ForeignKeyConstraint(
            ["faction_id"], ["factions.id"], name=op.f("faction_sides_faction_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("faction_sides_pkey")),
        never_twice("faction_sides_one_at_a_time", "faction_id"),
    )
