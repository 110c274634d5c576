"""Keep breaches of guarantees, and what the opposition used of its shares."""

import sqlalchemy as sa
from alembic import op

revision = "0100c4a7e2d1"
down_revision = "95c2e9b4f8a6"
branch_labels = None
depends_on = None

Moment = sa.TIMESTAMP(timezone=True)
RIGHTS = """
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'kurultai_committees') THEN
        REVOKE DELETE, TRUNCATE ON breaches, opposition_uses FROM kurultai_committees;
    END IF;
END
$$
"""


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.create_table(
        "breaches",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("stage", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("convocation_id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("needed", sa.Integer(), nullable=False),
        sa.Column("held", sa.Integer(), nullable=False),
        sa.Column("provision", sa.Text(), nullable=False),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.Column("cause_id", sa.Uuid(), nullable=False),
        sa.Column("opened_at", Moment, nullable=False),
        sa.Column("cure_by", sa.Date(), nullable=True),
        sa.Column("ended_at", Moment, nullable=True),
        sa.ForeignKeyConstraint(
            ["convocation_id"], ["convocations.id"], name=op.f("breaches_convocation_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("breaches_pkey")),
    )
    op.create_index(
        "breaches_one_stands",
        "breaches",
        ["key"],
        unique=True,
        postgresql_where=sa.text("stage IN ('open', 'overdue')"),
    )
    _create_uses()
    op.execute(RIGHTS)


def _create_uses() -> None:
    op.create_table(
        "opposition_uses",
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("body_id", sa.Uuid(), nullable=True),
        sa.Column("at", Moment, nullable=False),
        sa.Column("given_up_at", Moment, nullable=True),
        sa.PrimaryKeyConstraint("subject_id", name=op.f("opposition_uses_pkey")),
        comment="Hearings and Government hours that factions of the opposition brought about.",
    )
    op.create_index(op.f("opposition_uses_at_idx"), "opposition_uses", ["at"])


def downgrade() -> None:
    op.drop_table("opposition_uses")
    op.drop_table("breaches")
