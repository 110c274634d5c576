"""Create the roll and the ballots, and the one way to cast a ballot."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "8c41f2d7e605"
down_revision = "39298a33659f"
branch_labels = None
depends_on = None

# Casting shares this lock and closing holds it alone: a closer waits for every ballot under way,
# and every later ballot waits for the closer.
VOTE_LOCK = """
CREATE FUNCTION vote_lock(vote uuid) RETURNS bigint
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN uuid_hash_extended(vote, 0)
"""

# What was seen before the lock was granted may be old. Under READ COMMITTED every statement sees
# anew, under REPEATABLE READ none does: there both functions refuse.
LOCK_TO_CLOSE = """
CREATE FUNCTION lock_vote_to_close(vote uuid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'a vote is closed under READ COMMITTED'
            USING ERRCODE = 'invalid_transaction_state';
    END IF;
    PERFORM pg_advisory_xact_lock(vote_lock(vote));
END
$$
"""

CAST_BALLOT = """
CREATE FUNCTION cast_ballot(
    in_vote uuid, in_person uuid, in_choice text, in_request uuid,
    in_ballot uuid, in_event uuid, in_trace text DEFAULT NULL,
    OUT verdict text, OUT ballot_id uuid, OUT recorded_at timestamptz, OUT rules text,
    OUT ended_at timestamptz, OUT late_ms bigint
)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
    vote record;
    listed record;
    kept record;
    arrived timestamptz;
BEGIN
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'a ballot is cast under READ COMMITTED'
            USING ERRCODE = 'invalid_transaction_state';
    END IF;

    -- First statement: wait for whoever is closing the vote.
    PERFORM pg_advisory_xact_lock_shared(vote_lock(in_vote));

    -- Second statement: seen after the lock was granted, so a vote that was closed is seen closed.
    SELECT v.stage, v.closes_at, v.closed_at, v.rule_digest, v.options
        INTO vote FROM votes v WHERE v.id = in_vote;
    IF NOT FOUND THEN
        verdict := 'vote-not-found';
        RETURN;
    END IF;
    arrived := clock_timestamp();
    rules := vote.rule_digest;

    -- A lost answer asked for again; also when the vote has been closed since.
    SELECT b.id, b.choice, b.request_id, b.recorded_at
        INTO kept FROM ballots b WHERE b.vote_id = in_vote AND b.person_id = in_person;
    IF kept.request_id = in_request AND kept.choice = in_choice THEN
        verdict := 'repeated';
        ballot_id := kept.id;
        recorded_at := kept.recorded_at;
        RETURN;
    END IF;

    IF vote.stage = 'prepared' THEN
        verdict := 'vote-not-open';
        RETURN;
    END IF;
    IF vote.stage <> 'open' OR arrived >= vote.closes_at THEN
        verdict := 'vote-closed';
        ended_at := least(vote.closes_at, vote.closed_at);
        late_ms := ceil(extract(epoch FROM arrived - ended_at) * 1000);
        RETURN;
    END IF;

    SELECT r.registered, m.mandate_id INTO listed
        FROM roll r
        LEFT JOIN register_mandates m
            ON m.mandate_id = r.mandate_id AND m.person_id = r.person_id
            AND m.since <= arrived AND (m.until IS NULL OR m.until > arrived)
        WHERE r.vote_id = in_vote AND r.person_id = in_person;
    IF NOT FOUND THEN
        verdict := 'not-on-the-roll';
        RETURN;
    END IF;
    IF NOT listed.registered THEN
        verdict := 'not-registered';
        RETURN;
    END IF;
    IF listed.mandate_id IS NULL THEN
        verdict := 'mandate-ended';
        RETURN;
    END IF;
    IF NOT vote.options ? in_choice THEN
        verdict := 'no-such-choice';
        RETURN;
    END IF;

    -- The ballot and the fact of it, or neither. The key lets one ballot of two at once through.
    WITH recorded AS (
        INSERT INTO ballots (vote_id, person_id, id, choice, request_id, recorded_at)
        VALUES (in_vote, in_person, in_ballot, in_choice, in_request, arrived)
        ON CONFLICT (vote_id, person_id) DO NOTHING
        RETURNING id
    )
    INSERT INTO outbox (event_id, type, about, case_id, sequence, body, at, trace)
    SELECT in_event, 'voting.ballot_recorded.v1', 'ballot', recorded.id, 1,
        jsonb_build_object(
            'at', to_char(arrived AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
            'ballot_id', recorded.id, 'vote_id', in_vote, 'person_id', in_person
        ),
        arrived, in_trace
        FROM recorded;
    IF FOUND THEN
        verdict := 'accepted';
        ballot_id := in_ballot;
        recorded_at := arrived;
        RETURN;
    END IF;

    SELECT b.id, b.choice, b.request_id, b.recorded_at
        INTO kept FROM ballots b WHERE b.vote_id = in_vote AND b.person_id = in_person;
    IF kept.request_id = in_request AND kept.choice = in_choice THEN
        verdict := 'repeated';
        ballot_id := kept.id;
        recorded_at := kept.recorded_at;
        RETURN;
    END IF;
    verdict := 'already-voted';
END
$$
"""

FUNCTIONS = (
    "vote_lock(uuid)",
    "lock_vote_to_close(uuid)",
    "cast_ballot(uuid, uuid, text, uuid, uuid, uuid, text)",
)


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.create_table(
        "roll",
        sa.Column("vote_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("mandate_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", postgresql.JSONB(), nullable=False),
        sa.Column("faction_id", sa.Uuid(), nullable=True),
        sa.Column("registered", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["vote_id"], ["votes.id"], name=op.f("roll_vote_id_fkey")),
        sa.PrimaryKeyConstraint("vote_id", "person_id", name=op.f("roll_pkey")),
    )
    op.create_table(
        "ballots",
        sa.Column("vote_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("choice", sa.String(40), nullable=False),
        sa.Column("request_id", sa.Uuid(), nullable=False),
        sa.Column("recorded_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.CheckConstraint(
            "choice IN ('for', 'against', 'abstained')", name=op.f("ballots_choice_check")
        ),
        sa.ForeignKeyConstraint(
            ["vote_id", "person_id"],
            ["roll.vote_id", "roll.person_id"],
            name=op.f("ballots_vote_id_person_id_fkey"),
        ),
        sa.PrimaryKeyConstraint("vote_id", "person_id", name=op.f("ballots_pkey")),
        sa.UniqueConstraint("id", name=op.f("ballots_id_key")),
    )
    for function in (VOTE_LOCK, LOCK_TO_CLOSE, CAST_BALLOT):
        op.execute(function)
    for name in FUNCTIONS:
        op.execute(f"REVOKE ALL ON FUNCTION {name} FROM PUBLIC")


def downgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    for name in reversed(FUNCTIONS):
        op.execute(f"DROP FUNCTION {name}")
    op.drop_table("ballots")
    op.drop_table("roll")
