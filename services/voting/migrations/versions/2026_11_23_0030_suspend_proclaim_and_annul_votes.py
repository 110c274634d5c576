"""Suspend, proclaim and annul votes; hold a new round on the same question."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "a91c5e20d7f3"
down_revision = "c2a97f13b8d4"
branch_labels = None
depends_on = None

Moment = sa.TIMESTAMP(timezone=True)

NEW_COLUMNS = (
    sa.Column("items", postgresql.JSONB(), nullable=False, server_default="[]"),
    sa.Column("results", postgresql.JSONB(), nullable=False, server_default="[]"),
    sa.Column("chosen", sa.Text()),
    sa.Column("runoff", postgresql.JSONB(), nullable=False, server_default="[]"),
    sa.Column("remaining_ms", sa.Integer()),
    sa.Column("round", sa.Integer(), nullable=False, server_default="1"),
    sa.Column("follows", sa.Uuid()),
    sa.Column("prepared_by", sa.Uuid()),
    sa.Column("annulment", postgresql.JSONB()),
    sa.Column("proclaimed_at", Moment),
    sa.Column("annulled_at", Moment),
)

# Votes of before were held in this order.
NUMBER_ROUNDS = """
UPDATE votes SET round = numbered.round FROM (
    SELECT id, row_number() OVER (PARTITION BY question_id ORDER BY prepared_at, id) AS round
    FROM votes
) AS numbered WHERE votes.id = numbered.id
"""

# What may become of a row, whoever writes it. The window moves only when a suspended vote is
# resumed; what was counted stays as it was counted, also when the vote is annulled.
REFUSE_THAW = """
CREATE OR REPLACE FUNCTION refuse_thaw() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    resumed boolean := OLD.stage = 'suspended' AND NEW.stage = 'open';
BEGIN
    IF OLD.stage IN ('proclaimed', 'annulled')
        OR OLD.stage <> NEW.stage AND (OLD.stage, NEW.stage) NOT IN (
            ('prepared', 'open'), ('open', 'suspended'), ('open', 'closed'), ('suspended', 'open'),
            ('suspended', 'annulled'), ('closed', 'proclaimed'), ('closed', 'annulled')
        )
        OR (NEW.id, NEW.sitting_id, NEW.question_id, NEW.question, NEW.options, NEW.items,
            NEW.round, NEW.follows, NEW.prepared_by)
            IS DISTINCT FROM
            (OLD.id, OLD.sitting_id, OLD.question_id, OLD.question, OLD.options, OLD.items,
            OLD.round, OLD.follows, OLD.prepared_by)
        OR OLD.stage <> 'prepared' AND
            (NEW.rule, NEW.rule_digest, NEW.profile, NEW.chamber, NEW.opened_at)
            IS DISTINCT FROM
            (OLD.rule, OLD.rule_digest, OLD.profile, OLD.chamber, OLD.opened_at)
        OR OLD.stage <> 'prepared' AND NOT resumed AND NEW.closes_at IS DISTINCT FROM OLD.closes_at
        OR OLD.stage = 'closed' AND
            (NEW.closed_at, NEW.tally, NEW.outcome, NEW.results, NEW.chosen, NEW.runoff, NEW.needed,
            NEW.whole)
            IS DISTINCT FROM
            (OLD.closed_at, OLD.tally, OLD.outcome, OLD.results, OLD.chosen, OLD.runoff, OLD.needed,
            OLD.whole)
    THEN
        RAISE EXCEPTION 'what a vote was opened under, and its result, do not change'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$
"""


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    for column in NEW_COLUMNS:
        op.add_column("votes", column)
    op.execute("ALTER TABLE votes DISABLE TRIGGER votes_frozen")
    op.execute(NUMBER_ROUNDS)
    op.execute("ALTER TABLE votes ENABLE TRIGGER votes_frozen")
    for name in ("round", "items", "results", "runoff"):
        op.alter_column("votes", name, server_default=None)
    op.create_unique_constraint(
        op.f("votes_question_id_round_key"), "votes", ["question_id", "round"]
    )
    op.create_foreign_key(op.f("votes_follows_fkey"), "votes", "votes", ["follows"], ["id"])
    _replace_checks()
    op.execute(REFUSE_THAW)


def _replace_checks() -> None:
    op.drop_constraint(op.f("votes_open_ends_check"), "votes")
    op.drop_constraint(op.f("votes_closed_has_result_check"), "votes")
    op.create_check_constraint(
        op.f("votes_open_ends_check"), "votes", "stage = 'prepared' OR closes_at IS NOT NULL"
    )
    op.create_check_constraint(
        op.f("votes_suspended_is_kept_check"),
        "votes",
        "(stage = 'suspended') = (remaining_ms IS NOT NULL)",
    )
    op.create_check_constraint(
        op.f("votes_closed_has_result_check"),
        "votes",
        "stage = 'annulled' OR (stage IN ('closed', 'proclaimed')) = "
        "(closed_at IS NOT NULL AND tally IS NOT NULL AND outcome IS NOT NULL)",
    )
    op.drop_index("votes_one_of_a_question")
    op.create_index(
        "votes_one_of_a_question",
        "votes",
        ["question_id"],
        unique=True,
        postgresql_where=sa.text(
            "stage IN ('open', 'suspended') "
            "OR outcome IN ('adopted', 'rejected', 'divided') AND stage <> 'annulled'"
        ),
    )


def downgrade() -> None:
    message = "suspended and annulled votes do not fit the tables of before: restore a backup"
    raise NotImplementedError(message)
