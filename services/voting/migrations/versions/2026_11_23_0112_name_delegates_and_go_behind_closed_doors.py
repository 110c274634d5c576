"""Keep the delegates of leaders of factions, and when a sitting was behind closed doors."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0112a6c9e3d5"
down_revision = "0110e7b4d2a9"
branch_labels = None
depends_on = None

Moment = sa.TIMESTAMP(timezone=True)


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.create_table(
        "delegations",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("stage", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("sitting_id", sa.Uuid(), nullable=False),
        sa.Column("faction_id", sa.Uuid(), nullable=False),
        sa.Column("leader_id", sa.Uuid(), nullable=False),
        sa.Column("delegate_id", sa.Uuid(), nullable=False),
        sa.Column("named_at", Moment, nullable=False),
        sa.Column("taken_back_at", Moment, nullable=True),
        sa.ForeignKeyConstraint(
            ["sitting_id"], ["sittings.id"], name=op.f("delegations_sitting_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("delegations_pkey")),
    )
    op.create_index(
        "delegations_one_of_a_faction",
        "delegations",
        ["sitting_id", "faction_id"],
        unique=True,
        postgresql_where=sa.text("stage = 'named'"),
    )
    op.execute(
        """
        DO $$
        BEGIN
            IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'kurultai_voting') THEN
                REVOKE DELETE, TRUNCATE ON delegations FROM kurultai_voting;
            END IF;
        END
        $$
        """
    )
    closed = sa.Column(
        "closed_parts", postgresql.JSONB(), nullable=False, server_default=sa.text("'[]'")
    )
    op.add_column("sittings", closed)


def downgrade() -> None:
    op.drop_column("sittings", "closed_parts")
    op.drop_table("delegations")
