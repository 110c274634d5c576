"""Let bills be searched by words.

Written by triggers, not by the service: whatever lays down a text or changes a title, now or later,
by whichever path, is found by its new words in the same transaction. What was there before is
written once, here, by the same functions.
"""

import json

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "75a1c4d9e0b2"
down_revision = "74a3e5d0c9b2"
branch_labels = None
depends_on = None

# The parser takes what it does not know for letters where the database's locale is C, as ours is:
# all punctuation is a space before it looks. A translation is five times as fast as a pattern.
PLAIN = r"""
CREATE FUNCTION search_plain(words text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN translate(
    lower(words),
    'ё!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~«»„“”‘’‹›—–−‑…№§•·' || chr(160) || chr(173),
    'е' || repeat(' ', 60)
)
"""

# Letters that are not on every keyboard, as they are typed without it: а for ә, к for қ.
ALIKE = """
CREATE FUNCTION search_alike(words text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN
    translate(words, 'әғқңөұүһі', 'агкноуухи')
"""

# Trigrams are of letters, and under the locale C only Latin ones are: each letter by another.
SPELLED = """
CREATE FUNCTION search_spelled(words text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN translate(
    search_alike(words),
    'абвгдежзийклмнопрстуфхцчшщъыьэюя', 'abvgdejziyklmnoprstufhcqwx234567'
)
"""

# The endings of Kazakh nouns as `search_alike` leaves them, each with the sounds it may follow:
# plural, possessive of the third person and of the plural, then the cases from genitive to
# instrumental (көптік, тәуелдік, септік жалғаулары of any school grammar of Kazakh).
VOWELS, SOUNDING, SILENT = "аеиоуыэюя", "рлйуижз", "пткшсфхцчщбвгд"
NASAL, POSSESSED, CONSONANT = "мн", "ыи", "бвгджзйклмнпрстфхцчшщуи"
ENDINGS = (
    (VOWELS + "рй", "лар лер"),
    ("лмнжз", "дар дер"),
    (SILENT, "тар тер"),
    (VOWELS, "сы си мыз миз ныз низ"),
    (CONSONANT, "ы и ымыз имиз ыныз иниз"),
    (VOWELS, "нын нин ны ни га ге да де дан ден мен"),
    (POSSESSED, "н на не нда нде нан нен"),
    (NASAL, "нын нин ды ди га ге да де нан нен мен"),
    (SOUNDING, "дын дин ды ди га ге да де дан ден мен бен"),
    (SILENT, "тын тин ты ти ка ке та те тан тен пен"),
)
TABLE = {letter + end: 1 for after, ends in ENDINGS for letter in after for end in ends.split()}
LONGEST, SHORTEST, LEAST = max(map(len, TABLE)), min(map(len, TABLE)), 3

# An ending is taken off as long as three letters are left: Қазақстандағы and Қазақстан meet in one
# stem. Before a vowel к is written г, and п is written б. Derivation and verbs are left alone.
STEM = f"""
CREATE FUNCTION search_stem(word text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    stem text := word;
    size int := length(word);
BEGIN
    <<again>> LOOP
        FOR ending IN REVERSE least({LONGEST}, size - {LEAST} + 1)..{SHORTEST} LOOP
            IF '{json.dumps(TABLE, ensure_ascii=False)}'::jsonb ? right(stem, ending) THEN
                size := size - ending + 1;
                stem := left(stem, size);
                CONTINUE again;
            END IF;
        END LOOP;
        RETURN CASE right(stem, 1)
            WHEN 'г' THEN left(stem, -1) || 'к' WHEN 'б' THEN left(stem, -1) || 'п' ELSE stem
        END;
    END LOOP;
END $$
"""

# What is asked for keeps its quotes and minuses; only its words are stemmed.
STEMS = r"""
CREATE FUNCTION search_stems(words text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN (
    SELECT coalesce(string_agg(search_stem(piece[1]), '' ORDER BY place), '')
    FROM regexp_matches(words, '\w+|\W+', 'g') WITH ORDINALITY AS pieces (piece, place)
)
"""

# A tsvector holds a megabyte. What is beyond the first 200,000 letters of one text is looked for
# in vain only where the whole does not fit.
RUSSIAN = """
CREATE FUNCTION search_russian(words text) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
    RETURN to_tsvector('pg_catalog.russian', search_plain(words));
EXCEPTION WHEN program_limit_exceeded THEN
    RETURN to_tsvector('pg_catalog.russian', search_plain(left(words, 200000)));
END $$
"""

# Each word of a text is stemmed once, however often it comes.
KAZAKH = """
CREATE FUNCTION search_kazakh(words text) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
    RETURN coalesce((
        SELECT string_agg(
            '''' || search_stem(lexeme) || ''':' || array_to_string(positions, ','), ' ')::tsvector
        FROM unnest(to_tsvector('pg_catalog.simple', search_alike(search_plain(words))))
        WHERE length(lexeme) < 100
    ), '');
EXCEPTION WHEN program_limit_exceeded THEN
    RETURN search_kazakh(left(words, 200000));
END $$
"""

# In a title the word as it is written counts beside its stem: who types it exactly finds it first.
TITLE = """
CREATE FUNCTION search_title(language text, title jsonb, number text) RETURNS tsvector
LANGUAGE sql STABLE PARALLEL SAFE RETURN (
    SELECT setweight(to_tsvector('pg_catalog.simple', search_plain(words)), 'A') || setweight(
        CASE language WHEN 'ru' THEN search_russian(words) ELSE search_kazakh(words) END, 'B')
    FROM concat_ws(' ', title ->> language, number) AS words
)
"""

# Whole words, as readers misspell them; in the order of the alphabet, so that two who bring the
# same words wait for each other and do not lock.
WORDS = r"""
CREATE FUNCTION search_words(title jsonb) RETURNS SETOF text
LANGUAGE sql STABLE STRICT PARALLEL SAFE BEGIN ATOMIC
    SELECT DISTINCT word FROM regexp_split_to_table(
        search_alike(search_plain((title ->> 'kk') || ' ' || (title ->> 'ru'))), '\s+'
    ) AS words (word)
    WHERE length(word) BETWEEN 4 AND 40 ORDER BY word;
END
"""

FIND_TITLE = """
CREATE FUNCTION find_bill_by_title() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO bill_search (bill_id, title_kk, title_ru, text_kk, text_ru)
    VALUES (
        NEW.id,
        search_title('kk', NEW.title, NEW.number), search_title('ru', NEW.title, NEW.number),
        '', ''
    )
    ON CONFLICT (bill_id) DO UPDATE
    SET title_kk = excluded.title_kk, title_ru = excluded.title_ru;
    INSERT INTO bill_words
    SELECT word, search_spelled(word) FROM search_words(NEW.title) AS word ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$
"""

FIND_TEXT = """
CREATE FUNCTION find_bill_by_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE bill_search SET
        text_kk = search_kazakh((title ->> 'kk') || E'\\n' || NEW.kk),
        text_ru = search_russian((title ->> 'ru') || E'\\n' || NEW.ru)
    FROM bills WHERE bills.id = NEW.bill_id AND bill_search.bill_id = NEW.bill_id;
    RETURN NULL;
END $$
"""

VECTORS = ("title_kk", "title_ru", "text_kk", "text_ru")

FUNCTIONS = {
    "search_plain(text)": PLAIN,
    "search_alike(text)": ALIKE,
    "search_spelled(text)": SPELLED,
    "search_stem(text)": STEM,
    "search_stems(text)": STEMS,
    "search_russian(text)": RUSSIAN,
    "search_kazakh(text)": KAZAKH,
    "search_title(text, jsonb, text)": TITLE,
    "search_words(jsonb)": WORDS,
    "find_bill_by_title()": FIND_TITLE,
    "find_bill_by_text()": FIND_TEXT,
}

TRIGGERS = {
    ("bills", "bill_titled"): ("INSERT", "find_bill_by_title", ""),
    ("bills", "bill_retitled"): (
        "UPDATE OF title, number",
        "find_bill_by_title",
        "WHEN (OLD.title <> NEW.title OR OLD.number IS DISTINCT FROM NEW.number)",
    ),
    ("bill_texts", "text_found"): ("INSERT", "find_bill_by_text", ""),
}

# What was there before, as the triggers would have written it.
ALREADY = (
    """
    INSERT INTO bill_search (bill_id, title_kk, title_ru, text_kk, text_ru)
    SELECT id, search_title('kk', title, number), search_title('ru', title, number),
        search_kazakh(concat_ws(E'\\n', title ->> 'kk', newest.kk)),
        search_russian(concat_ws(E'\\n', title ->> 'ru', newest.ru))
    FROM bills LEFT JOIN LATERAL (
        SELECT kk, ru FROM bill_texts WHERE bill_id = bills.id ORDER BY number DESC LIMIT 1
    ) AS newest ON true
    """,
    """
    INSERT INTO bill_words
    SELECT DISTINCT word, search_spelled(word) FROM bills, search_words(title) AS word
    """,
)


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    # Trusted: whoever owns the database may have it. It comes with PostgreSQL's own modules, and
    # where they are not installed this fails here, and says so.
    op.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
    _create_tables()
    for function in FUNCTIONS.values():
        _execute(function)
    for (table, name), (event, function, when) in TRIGGERS.items():
        _execute(
            f"CREATE TRIGGER {name} AFTER {event} ON {table} FOR EACH ROW {when} "
            f"EXECUTE FUNCTION {function}()"
        )
    for statement in ALREADY:
        _execute(statement)


def downgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    for table, name in TRIGGERS:
        op.execute(f"DROP TRIGGER {name} ON {table}")
    for function in reversed(FUNCTIONS):
        op.execute(f"DROP FUNCTION {function}")
    for table in ("bill_words", "bill_search"):
        op.drop_table(table)
    op.execute("DROP EXTENSION pg_trgm")


def _create_tables() -> None:
    op.create_table(
        "bill_search",
        sa.Column("bill_id", sa.Uuid(), nullable=False),
        *(sa.Column(name, postgresql.TSVECTOR(), nullable=False) for name in VECTORS),
        sa.ForeignKeyConstraint(["bill_id"], ["bills.id"], name=op.f("bill_search_bill_id_fkey")),
        sa.PrimaryKeyConstraint("bill_id", name=op.f("bill_search_pkey")),
        comment="The stems of a bill's title with its number, and of its title and newest text.",
    )
    # The vectors go elsewhere: what all bills with a common word are counted by stays narrow.
    op.execute("ALTER TABLE bill_search SET (toast_tuple_target = 128)")
    for name in VECTORS:
        op.create_index(f"bill_search_{name}_idx", "bill_search", [name], postgresql_using="gin")
    op.create_table(
        "bill_words",
        sa.Column("word", sa.Text(), nullable=False),
        sa.Column("spelled", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("word", name=op.f("bill_words_pkey")),
        comment="Every word that titles have had, and in Latin letters, to find the one meant.",
    )
    op.create_index(
        "bill_words_alike",
        "bill_words",
        ["spelled"],
        postgresql_using="gin",
        postgresql_ops={"spelled": "gin_trgm_ops"},
    )


def _execute(statement: str) -> None:
    """As it is: a colon in it is a colon."""
    op.get_bind().exec_driver_sql(statement)
