"""Where in a bill the words that were looked for stand, with a little of what is around them."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from services.bills.domain.words import Sought
from services.bills.store.tables import bill_texts, bills
from shared.contracts.words import Bilingual
from shared.store.unit_of_work import UnitOfWork

WORD = re.compile(r"\w+")
AROUND, TRIED, MOST_READ, MOST_STEMS = 90, 6, 100_000, 8
ALIKE = {
    "а": "аә",
    "г": "гғ",
    "к": "кқ",
    "н": "нң",
    "о": "оө",
    "у": "уұү",
    "х": "хһ",
    "и": "иі",
    "е": "её",
}
SOFTENED = {"к": "кқгғ", "п": "пб"}


@dataclass(frozen=True, slots=True)
class Piece:
    """Some of the words of an excerpt: those that were looked for, or those between them."""

    text: str
    hit: bool


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A few words of a title or a text."""

    language: str
    where: str
    pieces: tuple[Piece, ...]


type Cut = tuple[UUID, str, str, str]
"""Of a bill, in a language, of its title or text, the words."""


async def excerpts_of(
    work: UnitOfWork, titles: Mapping[UUID, Bilingual], sought: Sought
) -> dict[UUID, list[Excerpt]]:
    """For each bill and language its title if the words are in it, or else a place in the text.

    What is a hit the database says, by the stems it looked for.
    """
    stems = sought.stems
    cuts: list[Cut] = [
        (bill_id, language, "title", getattr(title, language))
        for bill_id, title in titles.items()
        for language in ("kk", "ru")
    ]
    beginnings = {language: _beginnings(stems[language], language) for language in ("kk", "ru")}
    said = {cut[:2] for cut in cuts if _windows(cut[3], beginnings[cut[1]])}
    for row in await work.session.execute(_texts(list(titles))):
        for language in ("kk", "ru"):
            if (row.bill_id, language) not in said:
                windows = _windows(getattr(row, language), beginnings[language])
                cuts += [(row.bill_id, language, "text", window) for window in windows]
    hits = await _hits(work, cuts, stems)
    found: dict[tuple[UUID, str, str], Excerpt] = {}
    for bill_id, language, where, words in cuts:
        pieces = tuple(_pieces(words, hits[language]))
        if any(piece.hit for piece in pieces):
            found.setdefault((bill_id, language, where), Excerpt(language, where, pieces))
    return {
        bill_id: [each for (about, _, _), each in found.items() if about == bill_id]
        for bill_id in titles
    }


def _texts(bill_ids: Sequence[UUID]) -> sa.Select[Any]:
    """The newest text of each bill, as far as it is read."""
    texts = bill_texts.c
    read = (sa.func.left(texts[language], MOST_READ).label(language) for language in ("kk", "ru"))
    return (
        sa.select(texts.bill_id, *read)
        .join_from(bill_texts, bills, texts.bill_id == bills.c.id)
        .where(bills.c.id.in_(bill_ids), texts.number == bills.c.text_version)
    )


def _beginnings(stems: Iterable[str], language: str) -> re.Pattern[str] | None:
    """Where a word begins as one of the stems does; of a few of them, however many were typed."""
    spelled = "|".join(_spelled(stem, language) for stem in sorted(stems)[:MOST_STEMS])
    return re.compile(rf"(?<!\w)(?:{spelled})", re.IGNORECASE) if spelled else None


def _windows(text: str, beginnings: re.Pattern[str] | None) -> list[str]:
    """The first such places in a text, with whole words around them."""
    found = beginnings.finditer(text) if beginnings else iter(())
    return [_around(text, place) for place in islice(found, TRIED)]


def _around(text: str, place: re.Match[str]) -> str:
    first = max(0, place.start() - AROUND)
    if first:
        first = max(first, text.find(" ", first, place.start()) + 1)
    last = text.rfind(" ", place.end(), place.end() + AROUND)
    whole = len(text) <= place.end() + AROUND
    return text[first : None if whole else last if last > 0 else place.end() + AROUND]


def _spelled(stem: str, language: str) -> str:
    """A stem in every spelling that has it."""
    letters = [f"[{ALIKE.get(letter, letter)}]" for letter in map(re.escape, stem)]
    if language == "kk" and stem[-1] in SOFTENED:
        letters[-1] = f"[{SOFTENED[stem[-1]]}]"
    return "".join(letters)


async def _hits(
    work: UnitOfWork, cuts: Iterable[Cut], stems: Mapping[str, Collection[str]]
) -> dict[str, set[str]]:
    """Those of the words in the excerpts that have a stem that was looked for, by language."""
    words: dict[str, set[str]] = {"kk": set(), "ru": set()}
    for _, language, _, cut in cuts:
        words[language] |= {word.lower() for word in WORD.findall(cut)}
    kk = sa.func.search_stem(sa.func.search_alike(sa.func.search_plain(_WORD)))
    ru = sa.func.array_to_string(sa.func.tsvector_to_array(sa.func.search_russian(_WORD)), " ")
    return {
        language: {
            word
            for word, stem in await work.session.execute(_stemmed(words[language], stem))
            if stem in stems[language]
        }
        for language, stem in (("kk", kk), ("ru", ru))
    }


_WORD = sa.column("word", sa.Text)


def _stemmed(words: Iterable[str], stem: sa.ColumnElement[str]) -> sa.Select[str, str]:
    given = (
        sa.func.unnest(sa.cast(sorted(words), sa.ARRAY(sa.Text)))
        .table_valued("word", name="given")
        .render_derived()
    )
    return sa.select(_WORD, stem).select_from(given)


def _pieces(words: str, hits: set[str]) -> Iterable[Piece]:
    """The words cut where a hit begins and ends."""
    done = 0
    for word in WORD.finditer(words):
        if word[0].lower() in hits:
            if word.start() > done:
                yield Piece(words[done : word.start()], hit=False)
            yield Piece(word[0], hit=True)
            done = word.end()
    if done < len(words):
        yield Piece(words[done:], hit=False)
