"""Let whoever put a question take it back; its words stay as they are."""

from alembic import op

revision = "0110e7b4d2a9"
down_revision = "0103d8f1a6b2"
branch_labels = None
depends_on = None

REFUSE_REWORDING = """
CREATE FUNCTION refuse_rewording() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.stage <> 'put' OR NEW.stage <> 'taken_back'
        OR (NEW.id, NEW.wording, NEW.put_at) IS DISTINCT FROM (OLD.id, OLD.wording, OLD.put_at)
    THEN
        RAISE EXCEPTION 'a question is taken back, once, and never changed'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$
"""
RIGHTS = """
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'kurultai_voting') THEN
        {act} UPDATE (stage, version) ON questions {to} kurultai_voting;
    END IF;
END
$$
"""


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.execute(REFUSE_REWORDING)
    op.execute("DROP TRIGGER questions_only_added_to ON questions")
    op.execute(
        "CREATE TRIGGER questions_only_added_to BEFORE DELETE OR TRUNCATE "
        "ON questions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
    )
    op.execute(
        "CREATE TRIGGER questions_never_reworded BEFORE UPDATE ON questions "
        "FOR EACH ROW EXECUTE FUNCTION refuse_rewording()"
    )
    op.execute(RIGHTS.format(act="GRANT", to="TO"))


def downgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.execute(RIGHTS.format(act="REVOKE", to="FROM"))
    op.execute("DROP TRIGGER questions_never_reworded ON questions")
    op.execute("DROP TRIGGER questions_only_added_to ON questions")
    op.execute(
        "CREATE TRIGGER questions_only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE "
        "ON questions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
    )
    op.execute("DROP FUNCTION refuse_rewording()")
