"""Keep the minutes of sittings; approved ones nobody changes."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0103d8f1a6b2"
down_revision = "95d3a7c1f0b4"
branch_labels = None
depends_on = None

Moment = sa.TIMESTAMP(timezone=True)
GUARDS = (
    """
    CREATE FUNCTION refuse_other_minutes() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF OLD.stage = 'approved' THEN
            RAISE EXCEPTION 'minutes that are approved stay as they are'
                USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
    END
    $$
    """,
    """
    CREATE TRIGGER minutes_frozen BEFORE UPDATE ON minutes
        FOR EACH ROW EXECUTE FUNCTION refuse_other_minutes()
    """,
    """
    CREATE TRIGGER minutes_kept BEFORE DELETE OR TRUNCATE ON minutes
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
    """,
    """
    DO $$
    BEGIN
        IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'kurultai_voting') THEN
            REVOKE DELETE, TRUNCATE ON minutes FROM kurultai_voting;
        END IF;
    END
    $$
    """,
)


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.create_table(
        "minutes",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("stage", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("sitting_id", sa.Uuid(), nullable=False),
        sa.Column("content", postgresql.JSONB(), nullable=False),
        sa.Column("remarks", postgresql.JSONB(), nullable=True),
        sa.Column("drawn_up_by", sa.Uuid(), nullable=True),
        sa.Column("drawn_up_at", Moment, nullable=False),
        sa.Column("approved_by", sa.Uuid(), nullable=True),
        sa.Column("approved_at", Moment, nullable=True),
        sa.Column("digest", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["sitting_id"], ["sittings.id"], name=op.f("minutes_sitting_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("minutes_pkey")),
        sa.UniqueConstraint("sitting_id", name=op.f("minutes_sitting_id_key")),
    )
    for statement in GUARDS:
        op.execute(statement)


def downgrade() -> None:
    op.drop_table("minutes")
    op.execute("DROP FUNCTION refuse_other_minutes()")
