"""Keep the agendas of hearings, and every change of them."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0124e9b2c5d7"
down_revision = "0123d4eaf608"
branch_labels = None
depends_on = None

Moment = sa.TIMESTAMP(timezone=True)
RIGHTS = """
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'kurultai_hearings') THEN
        REVOKE UPDATE, DELETE, TRUNCATE ON agenda_changes FROM kurultai_hearings;
    END IF;
END
$$
"""


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.create_table(
        "agendas",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("stage", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("about_id", sa.Uuid(), nullable=False),
        sa.Column("begins_at", Moment, nullable=True),
        sa.Column("bodies", postgresql.JSONB(), nullable=False),
        sa.Column("items", postgresql.JSONB(), nullable=False),
        sa.Column("adopted", postgresql.JSONB(), nullable=True),
        sa.Column("published_at", Moment, nullable=True),
        sa.Column("adopted_at", Moment, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("agendas_pkey")),
        sa.UniqueConstraint("about_id", name=op.f("agendas_about_id_key")),
    )
    op.create_table(
        "agenda_changes",
        sa.Column("agenda_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("item_id", sa.Uuid(), nullable=True),
        sa.Column("before", postgresql.JSONB(), nullable=True),
        sa.Column("after", postgresql.JSONB(), nullable=True),
        sa.Column("reason", postgresql.JSONB(), nullable=True),
        sa.ForeignKeyConstraint(
            ["agenda_id"], ["agendas.id"], name=op.f("agenda_changes_agenda_id_fkey")
        ),
        sa.PrimaryKeyConstraint("agenda_id", "version", name=op.f("agenda_changes_pkey")),
    )
    op.execute(RIGHTS)


def downgrade() -> None:
    op.drop_table("agenda_changes")
    op.drop_table("agendas")
