"""Excuse absences from a sitting; a frozen roll keeps whose absence was excused."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "5c1d09b7e2f4"
down_revision = "1f6c93e0b7d4"
branch_labels = None
depends_on = None

Moment = sa.TIMESTAMP(timezone=True)

# The triggers stop even the owner of the tables; the rights stop the service.
GUARDS = (
    """
    CREATE TRIGGER excuses_kept BEFORE DELETE OR TRUNCATE ON excuses
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
    """,
    """
    CREATE FUNCTION refuse_other_excuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF OLD.stage = 'taken_back'
            OR (NEW.id, NEW.sitting_id, NEW.person_id, NEW.ground, NEW.words, NEW.reference,
                NEW.dated, NEW.recorded_by, NEW.recorded_at)
                IS DISTINCT FROM
                (OLD.id, OLD.sitting_id, OLD.person_id, OLD.ground, OLD.words, OLD.reference,
                OLD.dated, OLD.recorded_by, OLD.recorded_at)
        THEN
            RAISE EXCEPTION 'an excuse is recorded and taken back, never rewritten'
                USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
    END
    $$
    """,
    """
    CREATE TRIGGER excuses_frozen BEFORE UPDATE ON excuses
        FOR EACH ROW EXECUTE FUNCTION refuse_other_excuse()
    """,
    """
    DO $$
    BEGIN
        IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'kurultai_voting') THEN
            REVOKE DELETE, TRUNCATE ON excuses FROM kurultai_voting;
        END IF;
    END
    $$
    """,
)


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    _create_excuses()
    # Of rolls that are frozen nobody was excused; what writes rolls without the column still can.
    op.add_column(
        "roll", sa.Column("excused", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    op.create_check_constraint(
        op.f("roll_excused_is_away_check"), "roll", "NOT (registered AND excused)"
    )
    for guard in GUARDS:
        op.execute(guard)


def _create_excuses() -> None:
    op.create_table(
        "excuses",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("stage", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("sitting_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("ground", sa.String(40), nullable=False),
        sa.Column("words", postgresql.JSONB()),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("dated", sa.Date(), nullable=False),
        sa.Column("recorded_by", sa.Uuid(), nullable=False),
        sa.Column("recorded_at", Moment, nullable=False),
        sa.Column("taken_back_by", sa.Uuid()),
        sa.Column("taken_back_at", Moment),
        sa.CheckConstraint(
            "(stage = 'taken_back') = (taken_back_by IS NOT NULL AND taken_back_at IS NOT NULL)",
            name=op.f("excuses_taken_back_check"),
        ),
        sa.ForeignKeyConstraint(
            ["sitting_id"], ["sittings.id"], name=op.f("excuses_sitting_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("excuses_pkey")),
    )
    op.create_index(
        "excuses_one_stands",
        "excuses",
        ["sitting_id", "person_id"],
        unique=True,
        postgresql_where=sa.text("stage = 'recorded'"),
    )


def downgrade() -> None:
    message = "rolls that know excuses do not fit the tables of before: restore a backup"
    raise NotImplementedError(message)
