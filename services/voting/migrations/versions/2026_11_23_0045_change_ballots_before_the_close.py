"""Change ballots before the close where the rule allows it: the last one stands, all are kept."""

from alembic import op

revision = "1f6c93e0b7d4"
down_revision = "d05f7c3ab916"
branch_labels = None
depends_on = None

# The first ballot of a deputy is turn 0, each later one has the next. The key lets one of two at
# once through, as before.
TURNS = (
    "ALTER TABLE ballots ADD COLUMN turn smallint NOT NULL DEFAULT 0",
    "ALTER TABLE ballots DROP CONSTRAINT ballots_pkey",
    "ALTER TABLE ballots ADD CONSTRAINT ballots_pkey PRIMARY KEY (vote_id, person_id, turn)",
)

STANDING = """
CREATE VIEW standing_ballots AS
    SELECT DISTINCT ON (vote_id, person_id) *
        FROM ballots ORDER BY vote_id, person_id, turn DESC
"""

# Of a deputy's ballots the one that is sent again is looked at, else the last: a lost answer that
# is asked for again is no change.
JUDGED = """
CREATE FUNCTION judged_ballots(
    in_votes uuid[], in_persons uuid[], in_choices jsonb[], in_requests uuid[],
    in_ballots uuid[], in_source text, in_held uuid[], in_arrived timestamptz
) RETURNS TABLE (
    place bigint, vote_id uuid, person_id uuid, turn smallint, choice jsonb, request_id uuid,
    new_id uuid, kept_id uuid, kept_at timestamptz, source text, round integer, rules text,
    ended_at timestamptz, verdict text
)
LANGUAGE sql STABLE AS $$
    SELECT g.place, g.vote_id, g.person_id, coalesce(b.turn + 1, 0)::smallint, g.choice,
        g.request_id, g.new_id,
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
            WHEN b.id IS NULL THEN 'fit'
            WHEN (v.rule ->> 'change_before_close')::boolean AND b.request_id <> g.request_id
                AND b.source = 'electronic' AND in_source = 'electronic' THEN 'fit'
            ELSE 'already-voted'
        END
    FROM unnest(in_votes, in_persons, in_choices, in_requests, in_ballots)
        WITH ORDINALITY AS g (vote_id, person_id, choice, request_id, new_id, place)
    LEFT JOIN votes v ON v.id = g.vote_id
    LEFT JOIN roll r ON r.vote_id = g.vote_id AND r.person_id = g.person_id
    LEFT JOIN LATERAL (
        SELECT * FROM ballots k
            WHERE k.vote_id = g.vote_id AND k.person_id = g.person_id
            ORDER BY k.request_id = g.request_id DESC, k.turn DESC LIMIT 1
    ) b ON true
    LEFT JOIN register_mandates m
        ON m.mandate_id = r.mandate_id AND m.person_id = r.person_id
        AND m.since <= in_arrived AND (m.until IS NULL OR m.until > in_arrived)
$$
"""

# As it was made in 0035, with two changes: a ballot has its turn; and what was judged is judged
# again only where another ballot of the same deputy came between.
CAST_BALLOTS = """
CREATE OR REPLACE FUNCTION cast_ballots(
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
    judged record;
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

    -- Then judge and record, in a statement that sees what was so after the locks were granted.
    -- The key lets one ballot of two at once through, also of two in one group.
    FOR judged IN
        WITH seen AS MATERIALIZED (
            SELECT * FROM judged_ballots(
                in_votes, in_persons, in_choices, in_requests, in_ballots, in_source, held,
                arrived
            )
        ),
        recorded AS (
            INSERT INTO ballots
                (vote_id, person_id, turn, id, choice, request_id, recorded_at, source)
            SELECT vote_id, person_id, turn, new_id, choice, request_id, arrived, in_source
                FROM seen WHERE verdict = 'fit' ORDER BY place
            ON CONFLICT (vote_id, person_id, turn) DO NOTHING
            RETURNING vote_id, person_id, id
        ),
        grouped AS (
            SELECT gen_random_uuid() AS group_id,
                jsonb_agg(
                    jsonb_build_object('ballot_id', id, 'vote_id', vote_id, 'person_id', person_id)
                ) AS ballots
                FROM recorded HAVING count(*) > 0
        ),
        told AS (
            INSERT INTO outbox (event_id, type, about, case_id, sequence, body, at, trace)
            SELECT gen_random_uuid(), 'voting.ballots_recorded.v1', 'ballot_group', group_id, 1,
                jsonb_build_object(
                    'at', to_char(arrived AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                    'ballot_group_id', group_id, 'ballots', ballots
                ),
                arrived, in_trace
                FROM grouped
        )
        SELECT *, new_id IN (SELECT id FROM recorded) AS is_new FROM seen ORDER BY place
    LOOP
        IF judged.is_new THEN
            judged.verdict := 'accepted';
            judged.kept_id := judged.new_id;
            judged.kept_at := arrived;
            judged.source := in_source;
        ELSIF judged.verdict = 'fit' THEN
            -- Another one came between: it is seen by a later statement, and it stands.
            SELECT *, false AS is_new INTO judged FROM judged_ballots(
                ARRAY[judged.vote_id], ARRAY[judged.person_id], ARRAY[judged.choice],
                ARRAY[judged.request_id], ARRAY[judged.new_id], in_source, held, arrived
            );
        END IF;
        verdict := CASE judged.verdict WHEN 'fit' THEN 'already-voted' ELSE judged.verdict END;
        ballot_id := CASE WHEN verdict IN ('accepted', 'repeated') THEN judged.kept_id END;
        recorded_at := CASE WHEN verdict IN ('accepted', 'repeated') THEN judged.kept_at END;
        source := CASE WHEN verdict IN ('accepted', 'repeated') THEN judged.source END;
        round := judged.round;
        rules := judged.rules;
        ended_at := CASE WHEN verdict = 'vote-closed' THEN judged.ended_at END;
        late_ms := ceil(extract(epoch FROM arrived - ended_at) * 1000)::bigint;
        RETURN NEXT;
    END LOOP;
END
$$
"""

JUDGING = "judged_ballots(uuid[], uuid[], jsonb[], uuid[], uuid[], text, uuid[], timestamptz)"

RIGHTS = """
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'kurultai_voting') THEN
        GRANT SELECT ON standing_ballots TO kurultai_voting;
        REVOKE INSERT, UPDATE, DELETE ON standing_ballots FROM kurultai_voting;
    END IF;
END
$$
"""


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    for change in (*TURNS, STANDING, f"DROP FUNCTION {JUDGING}", JUDGED, CAST_BALLOTS):
        op.execute(change)
    op.execute(f"REVOKE ALL ON FUNCTION {JUDGING} FROM PUBLIC")
    op.execute(RIGHTS)


def downgrade() -> None:
    message = "ballots that were changed do not fit the table of before: restore a backup"
    raise NotImplementedError(message)
