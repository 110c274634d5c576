"""Texts read into their structure, and compared: off the loop, and what was done is remembered."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from services.bills.domain.texts import Texts
from shared.kernel.text import Language
from shared.texts.comparing import compared
from shared.texts.comparison import Comparison
from shared.texts.reading import read_act
from shared.texts.tree import Act

BOTH = (Language.KK, Language.RU)
READ, COMPARED = 8, 8
"""How many texts and comparisons are at hand: what is compared once is looked at by many.

One of a law of 165,000 characters takes six megabytes; of the longest texts, seventy.
"""


@dataclass(frozen=True, slots=True)
class Compared:
    """Two pairs of texts that are compared."""

    old: Texts
    new: Texts


async def refuse_unreadable(texts: Texts) -> None:
    """Raises TextRefused, which names the element and the line."""
    await asyncio.to_thread(lambda: [_read(_one(texts, tag), tag) for tag in BOTH])


async def read_text(text: str, language: Language) -> Act:
    """The structure of a text on file. Raises TextRefused."""
    return await asyncio.to_thread(_read, text, language)


async def comparisons_of(texts: Compared, languages: Sequence[Language]) -> list[Comparison]:
    """One of each language. Raises TextRefused if a text cannot be read."""
    return await asyncio.to_thread(lambda: [_of_language(texts, tag) for tag in languages])


async def addresses_of(texts: Compared) -> frozenset[str]:
    """Where the rows of the comparison table stand, in either language."""
    found = await comparisons_of(texts, BOTH)
    return frozenset(row.place.address for one in found for row in one.every)


def _of_language(texts: Compared, language: Language) -> Comparison:
    return _compared(_one(texts.old, language), _one(texts.new, language), language)


def _one(texts: Texts, language: Language) -> str:
    return texts.kk if language is Language.KK else texts.ru


# Texts on file never change, so what was found for them stands for good.
@lru_cache(maxsize=READ)
def _read(text: str, language: Language) -> Act:
    return read_act(text, language, strict=False)


@lru_cache(maxsize=COMPARED)
def _compared(old: str, new: str, language: Language) -> Comparison:
    return compared(_read(old, language), _read(new, language))
