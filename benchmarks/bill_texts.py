"""What texts cost, without a database: a law of the size of Law 480-V is read; two are compared."""

import random
import statistics
import time
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from shared.kernel.text import Language

ROUNDS, LIMIT_MS = 5, 2000.0
ARTICLES, POINTS, SUB_POINTS = 80, 5, 5
SENTENCE = 8
WORDS = [
    "уполномоченный",
    "орган",
    "ведёт",
    "реестр",
    "решений",
    "сроки",
    "проекты",
    "законов",
    "порядок",
    "статья",
    "акты",
]


def figures() -> dict[str, dict[str, Any]]:
    """Of those parts that are there."""
    found: dict[str, dict[str, Any]] = {}
    if find_spec("shared.texts.reading"):
        found["import_of_a_law"] = _reading()
    if find_spec("comparison"):
        found |= import_module("comparison").comparison()
    return found


def _reading() -> dict[str, Any]:
    read_act, text = import_module("shared.texts.reading").read_act, invented()
    took = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        read_act(text, Language.RU)
        took.append((time.perf_counter() - began) * 1000)
    median = statistics.median(took)
    rounded = {"median": round(median, 2), "ratio": round(median / LIMIT_MS, 3)}
    return rounded | {"unit": "ms", "limit": LIMIT_MS, "characters": len(text)}


def invented() -> str:
    """A law of some 160,000 letters: articles, points, sub-points."""
    chance = random.Random(2026)  # noqa: S311 the same law every time
    lines = []
    for article in range(1, ARTICLES + 1):
        lines.append(f"Статья {article}. {_sentence(chance, '')}")
        for point in range(1, POINTS + 1):
            lines.append(f"{point}. {_sentence(chance, ':')}")
            subs = range(1, SUB_POINTS + 1)
            lines += [f"{sub}) {_sentence(chance, ';')}" for sub in subs]
    return "\n".join(lines) + "\n"


def _sentence(chance: random.Random, end: str) -> str:
    return " ".join(chance.choices(WORDS, k=SENTENCE)).capitalize() + end
