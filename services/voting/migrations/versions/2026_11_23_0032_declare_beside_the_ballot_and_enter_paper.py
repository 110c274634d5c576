"""Declarations of deputies beside their ballots; paper ballots, entered by two persons."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "b7d2f08e4a15"
down_revision = "a91c5e20d7f3"
branch_labels = None
depends_on = None

Moment = sa.TIMESTAMP(timezone=True)

# The triggers stop even the owner of the tables; the rights stop the service.
GUARDS = (
    """
    CREATE TRIGGER declarations_only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON declarations
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
    """,
    """
    CREATE TRIGGER paper_ballots_kept BEFORE DELETE OR TRUNCATE ON paper_ballots
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
    """,
    """
    CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF OLD.stage = 'confirmed'
            OR (NEW.id, NEW.vote_id, NEW.person_id, NEW.choice, NEW.reason, NEW.entered_by,
                NEW.entered_at)
                IS DISTINCT FROM
                (OLD.id, OLD.vote_id, OLD.person_id, OLD.choice, OLD.reason, OLD.entered_by,
                OLD.entered_at)
        THEN
            RAISE EXCEPTION 'a paper ballot is entered and confirmed, never rewritten'
                USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
    END
    $$
    """,
    """
    CREATE TRIGGER paper_ballots_frozen BEFORE UPDATE ON paper_ballots
        FOR EACH ROW EXECUTE FUNCTION refuse_rewriting()
    """,
    """
    DO $$
    BEGIN
        IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'kurultai_voting') THEN
            REVOKE UPDATE, DELETE, TRUNCATE ON declarations FROM kurultai_voting;
            REVOKE DELETE, TRUNCATE ON paper_ballots FROM kurultai_voting;
        END IF;
    END
    $$
    """,
)


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.create_table(
        "declarations",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("stage", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("vote_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("made_at", Moment, nullable=False),
        sa.ForeignKeyConstraint(
            ["vote_id", "person_id"],
            ["roll.vote_id", "roll.person_id"],
            name=op.f("declarations_vote_id_person_id_fkey"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("declarations_pkey")),
        sa.UniqueConstraint(
            "vote_id", "person_id", "kind", name=op.f("declarations_vote_id_person_id_kind_key")
        ),
    )
    op.create_table(
        "paper_ballots",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("stage", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("vote_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("choice", postgresql.JSONB(), nullable=False),
        sa.Column("reason", postgresql.JSONB(), nullable=False),
        sa.Column("entered_by", sa.Uuid(), nullable=False),
        sa.Column("entered_at", Moment, nullable=False),
        sa.Column("confirmed_by", sa.Uuid()),
        sa.Column("confirmed_at", Moment),
        sa.CheckConstraint(
            "(stage = 'confirmed') = (confirmed_by IS NOT NULL AND confirmed_at IS NOT NULL)",
            name=op.f("paper_ballots_confirmed_check"),
        ),
        sa.CheckConstraint(
            "confirmed_by <> entered_by", name=op.f("paper_ballots_two_persons_check")
        ),
        sa.ForeignKeyConstraint(
            ["vote_id", "person_id"],
            ["roll.vote_id", "roll.person_id"],
            name=op.f("paper_ballots_vote_id_person_id_fkey"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("paper_ballots_pkey")),
    )
    for guard in GUARDS:
        op.execute(guard)


def downgrade() -> None:
    message = "what deputies declared does not fit the tables of before: restore a backup"
    raise NotImplementedError(message)
