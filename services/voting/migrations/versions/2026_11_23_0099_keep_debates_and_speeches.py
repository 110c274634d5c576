"""Keep debates, who asked for the floor in them, and how long each had it."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "99c5e2a7b4d8"
down_revision = "98b3d0f5a2c6"
branch_labels = None
depends_on = None

Moment = sa.TIMESTAMP(timezone=True)


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    _create_debates()
    _create_speeches()
    op.execute(
        """
        DO $$
        BEGIN
            IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'kurultai_voting') THEN
                REVOKE DELETE, TRUNCATE ON debates, speeches FROM kurultai_voting;
            END IF;
        END
        $$
        """
    )


def _create_debates() -> None:
    op.create_table(
        "debates",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("stage", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("sitting_id", sa.Uuid(), nullable=False),
        sa.Column("item_id", sa.Uuid(), nullable=True),
        sa.Column("opened_at", Moment, nullable=False),
        sa.Column("list_closed_at", Moment, nullable=True),
        sa.Column("ended_at", Moment, nullable=True),
        sa.ForeignKeyConstraint(
            ["sitting_id"], ["sittings.id"], name=op.f("debates_sitting_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("debates_pkey")),
    )
    op.create_index(
        "debates_one_goes_on",
        "debates",
        ["sitting_id"],
        unique=True,
        postgresql_where=sa.text("stage <> 'ended'"),
    )


def _create_speeches() -> None:
    op.create_table(
        "speeches",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("stage", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("debate_id", sa.Uuid(), nullable=False),
        sa.Column("sitting_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("guest", postgresql.JSONB(), nullable=True),
        sa.Column("guaranteed", sa.Boolean(), nullable=False),
        sa.Column("limit_seconds", sa.Integer(), nullable=True),
        sa.Column("asked_at", Moment, nullable=False),
        sa.Column("given_at", Moment, nullable=True),
        sa.Column("ended_at", Moment, nullable=True),
        sa.CheckConstraint(
            "(person_id IS NULL) <> (guest IS NULL)", name=op.f("speeches_of_somebody_check")
        ),
        sa.ForeignKeyConstraint(
            ["debate_id"], ["debates.id"], name=op.f("speeches_debate_id_fkey")
        ),
        sa.ForeignKeyConstraint(
            ["sitting_id"], ["sittings.id"], name=op.f("speeches_sitting_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("speeches_pkey")),
    )
    op.create_index(op.f("speeches_debate_id_idx"), "speeches", ["debate_id"])
    op.create_index(
        "speeches_one_has_the_floor",
        "speeches",
        ["sitting_id"],
        unique=True,
        postgresql_where=sa.text("stage = 'speaking'"),
    )


def downgrade() -> None:
    op.drop_table("speeches")
    op.drop_table("debates")
