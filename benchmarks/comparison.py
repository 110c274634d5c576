"""The figures of the comparison table: `python benchmarks/comparison.py`.

Two editions of an invented law of some 165,000 characters and 1,500 elements, with edits scattered
over both: words, new articles, moved and removed sub-points. Nothing is remembered between rounds.
"""

import json
import random
import time
from collections.abc import Callable, Iterator
from typing import Any

from voting import Figure, figure

from shared.kernel.text import Language
from shared.texts.comparing import compared
from shared.texts.comparison import Comparison
from shared.texts.tables.as_docx import as_docx
from shared.texts.tables.as_html import as_html
from shared.texts.tables.as_pdf import as_pdf
from shared.texts.tables.table import Both, Sides, Table, tabled
from shared.texts.tree import Act, Element, Level

ROUNDS = 7
ARTICLES, POINTS, SUB_POINTS = 100, 4, 10
WORDS, LETTERS = 1500, "абвгдежзиклмнопрстуфхцчшщыэюя"
SIDES = Sides(
    title=Both(kk="Құқықтық актілер туралы", ru="О правовых актах"),
    old=Both(kk="Қолданыстағы редакция", ru="Действующая редакция"),
    new=Both(kk="Ұсынылатын редакция", ru="Предлагаемая редакция"),
)
LIMIT_MS = 3000
CHANGED, MOVED = 0.1, 0.05
"""Shares of elements, and of points from which a sub-point is moved."""


def _vocabulary(chance: random.Random) -> list[str]:
    return ["".join(chance.choices(LETTERS, k=chance.randint(3, 13))) for _ in range(WORDS)]


def _sentence(chance: random.Random, words: list[str]) -> str:
    # Few words are frequent and most are rare, as in any language.
    ranks = [min(WORDS - 1, int(chance.paretovariate(0.6))) for _ in range(chance.randint(8, 18))]
    return " ".join(words[rank] for rank in ranks) + ";"


def _article(number: str, chance: random.Random, words: list[str]) -> Element:
    points = tuple(
        Element(
            level=Level.POINT,
            number=str(point),
            text=_sentence(chance, words),
            children=tuple(_sub_points(chance, words)),
        )
        for point in range(1, POINTS + 1)
    )
    heading = _sentence(chance, words)
    return Element(level=Level.ARTICLE, number=number, heading=heading, children=points)


def _sub_points(chance: random.Random, words: list[str]) -> Iterator[Element]:
    for number in range(1, chance.randint(0, SUB_POINTS // 2) + 1):
        text = _sentence(chance, words)
        yield Element(level=Level.SUB_POINT, number=str(number), text=text)


def _edited(element: Element, chance: random.Random, words: list[str]) -> Element:
    """One word in ten elements is another; here and there a sub-point is gone or has moved."""
    text = element.text
    if text and chance.random() < CHANGED:
        text = text.replace(chance.choice(text.split(" ")), chance.choice(words), 1)
    children = [_edited(child, chance, words) for child in element.children]
    if element.level is Level.POINT and children and chance.random() < MOVED:
        children.append(children.pop(0).model_copy(update={"number": "77"}))
    return element.model_copy(update={"text": text, "children": tuple(children)})


def _editions(language: Language) -> tuple[Act, Act]:
    chance = random.Random(2026)  # noqa: S311 the same law every time
    words = _vocabulary(chance)
    old = [_article(str(number), chance, words) for number in range(1, ARTICLES + 1)]
    new = [_edited(article, chance, words) for article in old]
    new.insert(40, _article("40-1", chance, words))
    texts = (Act(language=language, elements=tuple(articles)) for articles in (old, new))
    return next(texts), next(texts)


def _took(work: Callable[[], Any]) -> list[float]:
    """Milliseconds of each round."""
    spent = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        work()
        spent.append((time.perf_counter() - began) * 1000)
    return spent


def _size(act: Act) -> dict[str, float]:
    elements = [element for _, element in act.addressed()]
    characters = sum(len(element.heading) + len(element.text) for element in elements)
    return {"elements": len(elements), "characters": characters}


def comparison() -> dict[str, Figure]:
    """Comparing, and the table of both languages in each of its forms, in milliseconds."""
    old, new = _editions(Language.RU)
    ru = compared(old, new)
    table = _table(ru)
    found = {
        "comparison": figure(
            _took(lambda: compared(old, new)), "ms", LIMIT_MS, rows=len(ru.rows), **_size(old)
        )
    }
    for name, written in (("html", as_html), ("docx", as_docx), ("pdf", as_pdf)):
        spent = _took(lambda written=written: written(table))
        found[f"comparison_{name}"] = figure(spent, "ms", rows=len(table.rows))
    return found


def _table(ru: Comparison) -> Table:
    kk = compared(*_editions(Language.KK))
    return tabled(SIDES, [kk, ru], {})


if __name__ == "__main__":
    figures = comparison()
    print(json.dumps(figures, indent=1, ensure_ascii=False))
