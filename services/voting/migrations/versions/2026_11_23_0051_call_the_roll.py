"""Call the roll: the order of calling is kept with the vote and frozen with its roll."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "9e47a2c5d813"
down_revision = "5c1d09b7e2f4"
branch_labels = None
depends_on = None

# What refuses a late roll refuses late calls too: it asks only of which vote the rows are.
GUARDS = (
    """
    CREATE TRIGGER calls_only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON calls
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
    """,
    """
    CREATE TRIGGER calls_frozen AFTER INSERT ON calls REFERENCING NEW TABLE AS added
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_late_roll()
    """,
    """
    CREATE FUNCTION refuse_other_calling() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF OLD.stage <> 'prepared' AND NEW.calling IS DISTINCT FROM OLD.calling THEN
            RAISE EXCEPTION 'the order of calling is frozen when the vote opens'
                USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
    END
    $$
    """,
    """
    CREATE TRIGGER votes_calling_frozen BEFORE UPDATE ON votes
        FOR EACH ROW EXECUTE FUNCTION refuse_other_calling()
    """,
    """
    DO $$
    BEGIN
        IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'kurultai_voting') THEN
            REVOKE UPDATE, DELETE, TRUNCATE ON calls FROM kurultai_voting;
        END IF;
    END
    $$
    """,
)


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.add_column("votes", sa.Column("calling", postgresql.JSONB()))
    op.create_table(
        "calls",
        sa.Column("vote_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["vote_id", "person_id"],
            ["roll.vote_id", "roll.person_id"],
            name=op.f("calls_vote_id_person_id_fkey"),
        ),
        sa.PrimaryKeyConstraint("vote_id", "person_id", name=op.f("calls_pkey")),
        sa.UniqueConstraint("vote_id", "place", name=op.f("calls_vote_id_place_key")),
    )
    for guard in GUARDS:
        op.execute(guard)


def downgrade() -> None:
    message = "orders of calling do not fit the tables of before: restore a backup"
    raise NotImplementedError(message)
