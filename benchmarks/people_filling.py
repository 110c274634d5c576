"""Twenty years of a register and five years of sittings, as they would be stored."""

import asyncpg

CONVOCATIONS, SEATS, CHANGES_A_YEAR = 4, 145, 10
SITTINGS, VOTES_A_SITTING, ITEMS = 500, 10, 12
"""One sitting more is of today: what concerns a deputy now is not an empty page."""

# The last span of each convocation ends before the chamber of today was formed.
REGISTER = (
    """
    CREATE TEMP TABLE past AS
    SELECT c AS convocation, uuidv7() AS id,
        now() - interval '1 day' * (365 * 5 * (5 - c)) AS since,
        now() - interval '1 day' * (365 * 5 * (4 - c) + 1) AS until
    FROM generate_series(1, $1::int) AS c
    """,
    """
    INSERT INTO convocations (id, stage, version, number, seats)
    SELECT id, 'constituted', 2, 1000 + convocation, 145 FROM past
    """,
    """
    CREATE TEMP TABLE sides AS
    SELECT uuidv7() AS id, past.id AS convocation_id, f, since, until
    FROM past, generate_series(1, 5) AS f
    """,
    """
    INSERT INTO factions (id, stage, version, convocation_id, name, opposition)
    SELECT id, 'formed', 1, convocation_id,
        jsonb_build_object('kk', 'Ф' || f, 'ru', 'Ф' || f), f > 3 FROM sides
    """,
    """
    INSERT INTO faction_sides (faction_id, opposition, since, until)
    SELECT id, f > 3, since, until FROM sides
    """,
    """
    CREATE TEMP TABLE seated AS
    SELECT uuidv7() AS id, uuidv7() AS person_id, past.id AS convocation_id, n, part,
        CASE WHEN part = 1 THEN since ELSE passed END AS since,
        CASE WHEN part = 1 AND n <= $2::int * 5 THEN passed ELSE until END AS until
    FROM past, generate_series(1, $1::int) AS n, generate_series(1, 2) AS part,
        LATERAL (SELECT since + (until - since) * (n::float / ($2::int * 5 + 1)) AS passed) AS day
    WHERE part = 1 OR n <= $2::int * 5
    """,
    """
    INSERT INTO mandates (id, stage, version, convocation_id, number, name, person_id, since, until)
    SELECT id, 'ended', 2, convocation_id, n,
        jsonb_build_object('kk', '№ ' || n, 'ru', '№ ' || n), person_id, since, until FROM seated
    """,
    """
    INSERT INTO faction_memberships (mandate_id, faction_id, since, until)
    SELECT seated.id, sides.id, seated.since, seated.until FROM seated
    JOIN sides ON sides.convocation_id = seated.convocation_id AND sides.f = 1 + n % 5
    WHERE n NOT BETWEEN $1::int * 5 + 1 AND $1::int * 10
    """,
    """
    INSERT INTO faction_memberships (mandate_id, faction_id, since, until)
    SELECT seated.id, sides.id,
        CASE WHEN span = 1 THEN seated.since ELSE moved END,
        CASE WHEN span = 1 THEN moved ELSE seated.until END
    FROM seated CROSS JOIN generate_series(1, 2) AS span
    CROSS JOIN LATERAL (SELECT seated.since
        + (seated.until - seated.since) * ((n - $1::int * 5)::float / ($1::int * 5 + 1)) AS moved
    ) AS day
    JOIN sides ON sides.convocation_id = seated.convocation_id AND sides.f = 1 + (n + span) % 5
    WHERE n BETWEEN $1::int * 5 + 1 AND $1::int * 10
    """,
)
ARGUMENTS = {
    0: (CONVOCATIONS,),
    5: (SEATS, CHANGES_A_YEAR),
    7: (CHANGES_A_YEAR,),
    8: (CHANGES_A_YEAR,),
}

# The deputy whose day it is has sat all the while: else no sitting of before were theirs.
SINCE_LONG = "UPDATE register_mandates SET since = now() - interval '6 years'"
PEOPLE = """
CREATE TEMP TABLE people AS
SELECT person_id, mandate_id, number, name FROM register_mandates
UNION ALL
SELECT uuidv7(), uuidv7(), n, jsonb_build_object('kk', '№ ' || n, 'ru', '№ ' || n)
FROM generate_series(2, 145) AS n
"""
QUESTION = """
INSERT INTO questions (id, stage, version, wording, put_at)
VALUES ($1::uuid, 'put', 1, jsonb_build_object('id', $1::text, 'matter', 'resolution',
    'case_id', $1::text, 'decision', 'maj_resolution',
    'title', jsonb_build_object('kk', 'Сұрақ', 'ru', 'Вопрос')), now())
"""
SITTINGS_HELD = (
    """
    INSERT INTO sittings (id, stage, version, starts_at, opened_at, closed_at)
    SELECT uuidv7(), 'closed', 4, at, at, at + interval '3 hours' FROM (
        SELECT CASE WHEN n = 0 THEN date_trunc('day', now(), 'Asia/Almaty')
            ELSE now() - interval '1 day' * (n * 3.65) - interval '4 hours' END AS at
        FROM generate_series(0, $1::int) AS n
    ) AS held
    """,
    """
    INSERT INTO agendas (id, stage, version, about_id, begins_at, bodies, items)
    SELECT uuidv7(), 'published', 2, sittings.id, starts_at, '[]', items FROM sittings, (
        SELECT jsonb_agg(jsonb_build_object('id', uuidv7(), 'kind', 'question', 'minutes', 15,
            'title', jsonb_build_object('kk', n || '-мәселе', 'ru', 'Вопрос ' || n))) AS items
        FROM generate_series(1, $1::int) AS n
    ) AS planned WHERE NOT EXISTS (SELECT FROM agendas WHERE about_id = sittings.id)
    """,
    """
    INSERT INTO registrations (id, stage, version, sitting_id, person_id, registered_at)
    SELECT uuidv7(), 'registered', 1, sittings.id, person_id, starts_at FROM sittings, people
    WHERE (number * 31 + extract(day FROM starts_at)::int) % 40 > 0
    """,
    """
    CREATE TEMP TABLE held AS
    SELECT uuidv7() AS id, sittings.id AS sitting_id, starts_at AS at, n
    FROM sittings, generate_series(1, $1::int) AS n WHERE stage = 'closed'
    """,
    """
    INSERT INTO votes (id, stage, version, sitting_id, question_id, question, options, items,
        prepared_at, opened_at, closes_at, closed_at, proclaimed_at, round, tally, outcome, results,
        runoff, needed, whole)
    SELECT held.id, 'proclaimed', 4, sitting_id, questions.id, wording,
        '["for", "against", "abstained"]', '[]', at, at, at, at, at,
        row_number() OVER (), '{"votes_for": 100, "against": 20, "abstained": 5,
        "present_not_voted": 10, "absent": 10}', 'no_decision', '[]', '[]', 73, 145
    FROM held, questions
    """,
    """
    INSERT INTO roll (vote_id, person_id, mandate_id, number, name, registered)
    SELECT held.id, person_id, mandate_id, number, name, true FROM held, people
    """,
    """
    INSERT INTO ballots (vote_id, person_id, turn, id, choice, request_id, recorded_at, source)
    SELECT held.id, person_id, 0, uuidv7(), '"for"', uuidv7(), at, 'electronic' FROM held, people
    """,
)
NUMBERS = {0: (SITTINGS,), 1: (ITEMS,), 3: (VOTES_A_SITTING,)}
GUARDED = ("roll", "votes", "ballots", "registrations", "questions")


async def fill_register(owner_url: str) -> None:
    """Convocations long past: ten mandates a year pass to others, ten deputies change factions."""
    owner = await asyncpg.connect(owner_url.replace("+asyncpg", ""))
    async with owner.transaction():
        for place, statement in enumerate(REGISTER):
            await owner.execute(statement, *ARGUMENTS.get(place, ()))
    await owner.execute("VACUUM ANALYZE")
    await owner.close()


async def fill_sittings(owner_url: str, question_id: str) -> None:
    """Sittings of five years and one of today: most were present; votes with all their ballots."""
    owner = await asyncpg.connect(owner_url.replace("+asyncpg", ""))
    async with owner.transaction():
        for table in GUARDED:
            await owner.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        await owner.execute(SINCE_LONG)
        await owner.execute(PEOPLE)
        await owner.execute(QUESTION, question_id)
        for place, statement in enumerate(SITTINGS_HELD):
            await owner.execute(statement, *NUMBERS.get(place, ()))
        for table in GUARDED:
            await owner.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
    await owner.execute("VACUUM ANALYZE")
    await owner.close()
