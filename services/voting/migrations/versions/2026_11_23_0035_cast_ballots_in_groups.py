"""Cast ballots in groups: those that arrive together are judged and committed together."""

from alembic import op

revision = "e4b8d1a7c620"
down_revision = "b7d2f08e4a15"
branch_labels = None
depends_on = None

# A choice is one option, or an option for each of several items: JSON says which.
BALLOTS = (
    "ALTER TABLE ballots DROP CONSTRAINT ballots_choice_check",
    "ALTER TABLE ballots ALTER COLUMN choice TYPE jsonb USING to_jsonb(choice)",
    "ALTER TABLE ballots ADD COLUMN source varchar(40) NOT NULL DEFAULT 'electronic'",
    "ALTER TABLE ballots ALTER COLUMN source DROP DEFAULT",
)

FITS = """
CREATE FUNCTION choice_fits(choice jsonb, options jsonb, items jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN items = '[]' THEN jsonb_typeof(choice) = 'string' AND options ? (choice #>> '{}')
    WHEN jsonb_typeof(choice) <> 'object' OR choice = '{}' THEN false
    ELSE NOT EXISTS (
        SELECT FROM jsonb_each(choice) AS marked
        WHERE NOT items ? marked.key
            OR jsonb_typeof(marked.value) <> 'string'
            OR NOT options ? (marked.value #>> '{}')
    )
END
"""

# Without settings of its own, so that it becomes a part of the statement that calls it. It says
# of each ballot what is to be said, as this statement sees votes, roll, mandates and ballots.
# `fit` is what can be recorded; whoever records it asks again in a later statement.
JUDGED = """
CREATE FUNCTION judged_ballots(
    in_votes uuid[], in_persons uuid[], in_choices jsonb[], in_requests uuid[],
    in_ballots uuid[], in_source text, in_held uuid[], in_arrived timestamptz
) RETURNS TABLE (
    place bigint, vote_id uuid, person_id uuid, choice jsonb, request_id uuid, new_id uuid,
    kept_id uuid, kept_at timestamptz, source text, round integer, rules text,
    ended_at timestamptz, verdict text
)
LANGUAGE sql STABLE AS $$
    SELECT g.place, g.vote_id, g.person_id, g.choice, g.request_id, g.new_id,
        b.id, b.recorded_at, b.source, v.round, v.rule_digest, least(v.closes_at, v.closed_at),
        CASE
            WHEN v.id IS NULL THEN 'vote-not-found'
            WHEN v.id <> ALL (in_held) THEN 'being-closed'
            WHEN b.id = g.new_id THEN 'accepted'
            WHEN b.request_id = g.request_id AND b.choice = g.choice THEN 'repeated'
            WHEN v.stage = 'prepared' THEN 'vote-not-open'
            WHEN v.stage = 'suspended' AND in_source <> 'paper' THEN 'vote-suspended'
            WHEN v.stage NOT IN ('open', 'suspended')
                OR v.stage = 'open' AND in_arrived >= v.closes_at THEN 'vote-closed'
            WHEN r.person_id IS NULL THEN 'not-on-the-roll'
            WHEN NOT r.registered THEN 'not-registered'
            WHEN m.mandate_id IS NULL THEN 'mandate-ended'
            WHEN EXISTS (
                SELECT FROM declarations d
                WHERE d.vote_id = g.vote_id AND d.person_id = g.person_id AND d.kind = 'recusal'
            ) THEN 'recused'
            WHEN in_source = 'paper' AND NOT EXISTS (
                SELECT FROM paper_ballots p
                WHERE p.id = g.request_id AND p.vote_id = g.vote_id AND p.person_id = g.person_id
                    AND p.choice = g.choice AND p.confirmed_by <> p.entered_by
            ) THEN 'not-confirmed'
            WHEN NOT choice_fits(g.choice, v.options, v.items) THEN 'no-such-choice'
            WHEN b.id IS NOT NULL THEN 'already-voted'
            ELSE 'fit'
        END
    FROM unnest(in_votes, in_persons, in_choices, in_requests, in_ballots)
        WITH ORDINALITY AS g (vote_id, person_id, choice, request_id, new_id, place)
    LEFT JOIN votes v ON v.id = g.vote_id
    LEFT JOIN roll r ON r.vote_id = g.vote_id AND r.person_id = g.person_id
    LEFT JOIN ballots b ON b.vote_id = g.vote_id AND b.person_id = g.person_id
    LEFT JOIN register_mandates m
        ON m.mandate_id = r.mandate_id AND m.person_id = r.person_id
        AND m.since <= in_arrived AND (m.until IS NULL OR m.until > in_arrived)
$$
"""

CAST_BALLOTS = """
CREATE FUNCTION cast_ballots(
    in_votes uuid[], in_persons uuid[], in_choices jsonb[], in_requests uuid[],
    in_ballots uuid[], in_source text, in_trace text, in_wait boolean
) RETURNS TABLE (
    verdict text, ballot_id uuid, recorded_at timestamptz, source text, round integer, rules text,
    ended_at timestamptz, late_ms bigint
)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
-- A plan made while the tables were small must not read them whole when they have grown.
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
#variable_conflict use_column
DECLARE
    one uuid;
    held uuid[] := '{}';
    arrived timestamptz;
BEGIN
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'ballots are cast under READ COMMITTED'
            USING ERRCODE = 'invalid_transaction_state';
    END IF;

    -- First: hold every vote open. One that is being closed is waited for only if we are told to,
    -- so that ballots in other votes do not wait with it.
    FOR one IN SELECT DISTINCT v FROM unnest(in_votes) AS v ORDER BY v LOOP
        IF in_wait THEN
            PERFORM pg_advisory_xact_lock_shared(vote_lock(one));
            held := held || one;
        ELSIF pg_try_advisory_xact_lock_shared(vote_lock(one)) THEN
            held := held || one;
        END IF;
    END LOOP;
    arrived := clock_timestamp();

    -- Then record, in a statement that sees what was so after the locks were granted. The key
    -- lets one ballot of two at once through, also of two in one group.
    WITH recorded AS (
        INSERT INTO ballots (vote_id, person_id, id, choice, request_id, recorded_at, source)
        SELECT vote_id, person_id, new_id, choice, request_id, arrived, in_source
            FROM judged_ballots(
                in_votes, in_persons, in_choices, in_requests, in_ballots, in_source, held,
                arrived
            )
            WHERE verdict = 'fit'
            ORDER BY place
        ON CONFLICT (vote_id, person_id) DO NOTHING
        RETURNING vote_id, person_id, id
    ),
    told AS (
        SELECT gen_random_uuid() AS group_id,
            jsonb_agg(
                jsonb_build_object('ballot_id', id, 'vote_id', vote_id, 'person_id', person_id)
            ) AS ballots
            FROM recorded HAVING count(*) > 0
    )
    INSERT INTO outbox (event_id, type, about, case_id, sequence, body, at, trace)
    SELECT gen_random_uuid(), 'voting.ballots_recorded.v1', 'ballot_group', group_id, 1,
        jsonb_build_object(
            'at', to_char(arrived AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
            'ballot_group_id', group_id, 'ballots', ballots
        ),
        arrived, in_trace
        FROM told;

    -- Last: say of each what became of it, in a statement that sees what others recorded meanwhile.
    RETURN QUERY SELECT
        verdict,
        CASE WHEN verdict IN ('accepted', 'repeated') THEN kept_id END,
        CASE WHEN verdict IN ('accepted', 'repeated') THEN kept_at END,
        CASE WHEN verdict IN ('accepted', 'repeated') THEN source END,
        round,
        rules,
        CASE WHEN verdict = 'vote-closed' THEN ended_at END,
        CASE WHEN verdict = 'vote-closed'
            THEN ceil(extract(epoch FROM arrived - ended_at) * 1000)::bigint END
        FROM judged_ballots(
            in_votes, in_persons, in_choices, in_requests, in_ballots, in_source, held, arrived
        )
        ORDER BY place;
END
$$
"""

ONE = "cast_ballot(uuid, uuid, text, uuid, uuid, uuid, text)"
FITTING = "choice_fits(jsonb, jsonb, jsonb)"
JUDGING = "judged_ballots(uuid[], uuid[], jsonb[], uuid[], uuid[], text, uuid[], timestamptz)"
CASTING = "cast_ballots(uuid[], uuid[], jsonb[], uuid[], uuid[], text, text, boolean)"

RIGHTS = f"""
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'kurultai_voting') THEN
        GRANT EXECUTE ON FUNCTION {CASTING} TO kurultai_voting;
    END IF;
END
$$
"""


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.execute(f"DROP FUNCTION {ONE}")
    for change in (*BALLOTS, FITS, JUDGED, CAST_BALLOTS):
        op.execute(change)
    for name in (FITTING, JUDGING, CASTING):
        op.execute(f"REVOKE ALL ON FUNCTION {name} FROM PUBLIC")
    op.execute(RIGHTS)


def downgrade() -> None:
    message = "choices for several items do not fit the tables of before: restore a backup"
    raise NotImplementedError(message)
