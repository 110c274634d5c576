"""Bills long past by the ten thousand, so that what is measured has a register to wade in.

By sets and not one by one, with the triggers off and their functions called for all rows.
"""

import json

import asyncpg
from bill_words import PLACES, SENTENCES, TOPICS

SHARES = (("published", 55), ("rejected", 10), ("withdrawn", 10), ("in_committee", 10))
"""The stages of so many of a hundred; the others stand at many stages."""

FILL = """
CREATE TEMP TABLE made ON COMMIT DROP AS
SELECT uuidv7(interval '-1 minute' * (2000000 - n)) AS id, n,
    now() - interval '1 minute' * (2000000 - n) AS at,
    (n * 7919) % 100 AS share, topics -> (n * 31 % jsonb_array_length(topics))::int AS topic,
    places -> (n / 30 % jsonb_array_length(places))::int AS place
FROM (SELECT $1::jsonb AS topics, $2::jsonb AS places) AS words,
    generate_series($3::bigint, $4::bigint) AS n
"""
BILLS = """
INSERT INTO bills (id, stage, version, kind, initiator, number, title, digests, text_version,
    in_both_languages, package, touches_budget, amends_acts, touches_business, calls_for_bylaws,
    lead_committee_id, concluded_for, reading, readings_passed, readings, remarks, countersigned_by)
SELECT id,
    CASE WHEN share < 55 THEN 'published' WHEN share < 65 THEN 'rejected'
        WHEN share < 75 THEN 'withdrawn' WHEN share < 85 THEN 'in_committee'
        WHEN share < 95 THEN 'registered' ELSE 'scheduled' END,
    3, CASE WHEN n % 50 = 0 THEN 'constitutional_law' ELSE 'law' END,
    CASE WHEN n % 3 = 0 THEN 'deputy' ELSE 'government' END, 'P-' || n,
    jsonb_build_object(
        'kk', (place ->> 0) || ' өңірінде ' || lower(topic ->> 0) || ' туралы №' || n,
        'ru', 'О регионе ' || (place ->> 1) || ' и ' || (topic ->> 1) || ' №' || n),
    jsonb_build_object('kk', repeat('0', 64), 'ru', repeat('0', 64)), 1,
    true, '[]', false, false, false, false,
    ('00000000-0000-0000-0000-' || lpad((n % 12)::text, 12, '0'))::uuid,
    0, 0, 0, '[]', '[]', '[]'
FROM made
"""
TEXTS = """
INSERT INTO bill_texts (bill_id, number, kk, ru, digests, why, at)
SELECT id, 1, string_agg(sentence ->> 0, ' '), string_agg(sentence ->> 1, ' '),
    jsonb_build_object('kk', repeat('0', 64), 'ru', repeat('0', 64)), 'draft', at
FROM made, jsonb_array_elements($1::jsonb) WITH ORDINALITY AS said (sentence, ordinal)
WHERE (n / ordinal) % 3 = 0 OR ordinal = 1 + n % 12
GROUP BY id, at
"""
ACTS = """
INSERT INTO acts (about, case_id, act, origin, target, role, at, provision, profile)
SELECT 'bill', id, act, origin, target, role,
    made.at + nth * interval '1 second', 'art. 60(1)', 'bench'
FROM made, (VALUES (1, 'draft', 'new', 'draft', 'deputy'), (2, 'introduce', 'draft', 'submitted',
    'deputy'), (3, 'register', 'submitted', 'registered', 'clerk'))
    AS taken (nth, act, origin, target, role)
"""
FOUND = """
INSERT INTO bill_search (bill_id, title_kk, title_ru, text_kk, text_ru)
SELECT id, search_title('kk', title, bills.number), search_title('ru', title, bills.number),
    search_kazakh((title ->> 'kk') || ' ' || kk), search_russian((title ->> 'ru') || ' ' || ru)
FROM bills JOIN made USING (id) JOIN bill_texts ON bill_id = id
"""
WORDS = """
INSERT INTO bill_words SELECT DISTINCT word, search_spelled(word)
FROM bills JOIN made USING (id), search_words(title) AS word ON CONFLICT DO NOTHING
"""
MOMENTS = """
INSERT INTO bill_moments (bill_id, changed_at, registered_at)
SELECT id, at + interval '3 seconds', at + interval '3 seconds' FROM made
"""
CHANGES = """
INSERT INTO bill_changes (kind, bill_id, part)
SELECT 'bill', id, 0 FROM made UNION ALL SELECT 'text', id, 1 FROM made UNION ALL
SELECT 'act', case_id, acts.place FROM acts JOIN made ON case_id = id
"""
TABLES = ("bills", "bill_texts", "acts")


async def fill(owner_url: str, first: int, last: int) -> None:
    """The bills from one number to another, both included."""
    owner = await asyncpg.connect(owner_url.replace("+asyncpg", ""))
    words = [json.dumps(each) for each in (TOPICS, PLACES)]
    async with owner.transaction():
        for table in TABLES:
            await owner.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        await owner.execute(FILL, *words, first, last)
        await owner.execute(BILLS)
        await owner.execute(TEXTS, json.dumps(SENTENCES))
        for statement in (ACTS, FOUND, WORDS, MOMENTS, CHANGES):
            await owner.execute(statement)
        for table in TABLES:
            await owner.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
    await owner.execute("VACUUM ANALYZE")
    await owner.close()


MANY_ACTS = """
INSERT INTO acts (about, case_id, act, origin, target, role, at, provision, profile)
SELECT 'bill', $1, 'revise', 'draft', 'draft', 'deputy', now() + n * interval '1 second',
    'Constitution 2026, art. 60(1)', 'bench'
FROM generate_series(1, $2::int) AS n
"""


async def with_many_acts(owner_url: str, number: int) -> str:
    """The id of a bill with so many acts more on its record than it had."""
    owner = await asyncpg.connect(owner_url.replace("+asyncpg", ""))
    bill_id = await owner.fetchval("SELECT id FROM bills ORDER BY id LIMIT 1")
    await owner.execute(MANY_ACTS, bill_id, number)
    await owner.close()
    return str(bill_id)
