"""Guard the record: what is only added to, what is frozen, and what the service may not do."""

from alembic import op

revision = "c2a97f13b8d4"
down_revision = "8c41f2d7e605"
branch_labels = None
depends_on = None

ONLY_ADDED_TO = ("ballots", "roll", "registrations", "questions", "acts")

REFUSE_CHANGE = """
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of % are added, never changed or removed', TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END
$$
"""

REFUSE_LATE_ROLL = """
CREATE FUNCTION refuse_late_roll() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT FROM added JOIN votes ON votes.id = added.vote_id WHERE votes.stage <> 'prepared'
    ) THEN
        RAISE EXCEPTION 'the roll of a vote is frozen when the vote opens'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END
$$
"""

REFUSE_THAW = """
CREATE FUNCTION refuse_thaw() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.stage = 'closed'
        OR OLD.stage = 'open' AND NEW.stage NOT IN ('open', 'closed')
        OR (NEW.id, NEW.sitting_id, NEW.question_id, NEW.question, NEW.options)
            IS DISTINCT FROM (OLD.id, OLD.sitting_id, OLD.question_id, OLD.question, OLD.options)
        OR OLD.stage = 'open' AND
            (NEW.rule, NEW.rule_digest, NEW.profile, NEW.chamber, NEW.opened_at, NEW.closes_at)
            IS DISTINCT FROM
            (OLD.rule, OLD.rule_digest, OLD.profile, OLD.chamber, OLD.opened_at, OLD.closes_at)
    THEN
        RAISE EXCEPTION 'what a vote was opened under, and its result, do not change'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$
"""

# The service casts through the function and counts; the rows themselves are out of its reach.
RIGHTS = """
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'kurultai_voting') THEN
        REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON ballots FROM kurultai_voting;
        REVOKE UPDATE, DELETE, TRUNCATE
            ON roll, registrations, questions, acts FROM kurultai_voting;
        REVOKE DELETE, TRUNCATE ON sittings, votes FROM kurultai_voting;
        GRANT EXECUTE ON FUNCTION
            vote_lock(uuid),
            lock_vote_to_close(uuid),
            cast_ballot(uuid, uuid, text, uuid, uuid, uuid, text)
            TO kurultai_voting;
    END IF;
END
$$
"""


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    for function in (REFUSE_CHANGE, REFUSE_LATE_ROLL, REFUSE_THAW):
        op.execute(function)
    for table in ONLY_ADDED_TO:
        op.execute(
            f"CREATE TRIGGER {table}_only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE "
            f"ON {table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )
    op.execute(
        "CREATE TRIGGER roll_frozen AFTER INSERT ON roll REFERENCING NEW TABLE AS added "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_late_roll()"
    )
    op.execute(
        "CREATE TRIGGER votes_frozen BEFORE UPDATE ON votes "
        "FOR EACH ROW EXECUTE FUNCTION refuse_thaw()"
    )
    op.execute(RIGHTS)


def downgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.execute("DROP TRIGGER votes_frozen ON votes")
    op.execute("DROP TRIGGER roll_frozen ON roll")
    for table in ONLY_ADDED_TO:
        op.execute(f"DROP TRIGGER {table}_only_added_to ON {table}")
    for name in ("refuse_thaw", "refuse_late_roll", "refuse_change"):
        op.execute(f"DROP FUNCTION {name}()")
