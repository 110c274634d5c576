"""The figures of bills: `python benchmarks/bills.py [--json] [--quick]`.

The service as it runs, on this machine, with a register of invented bills that grows between the
measurements. Times of single requests come over one connection; each is beside the limit that was
set for it, and growth beside the square root of how many times more bills there are.
"""

import asyncio
import json
import math
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any
from urllib.parse import quote, urlencode

import bill_texts
from bill_filling import fill, with_many_acts
from register import Register, opened

from kurultai.client import BILLS
from shared.service import run

type Figure = dict[str, Any]
LIST_MS, SEARCH_MS, TIMELINE_MS = 50.0, 100.0, 200.0
CLERKS, EACH = 8, 12
FEW, MANY = 10, 10_000
SIZES = (1_000, 10_000, 100_000)
ACTS = 10_000
ROUNDS = 12
PAGES: Sequence[dict[str, Any]] = (
    {},
    {"stage": "registered"},
    {"stage": ["scheduled", "in_committee"]},
    {"kind": "constitutional_law", "sort": "oldest"},
    {"sort": "changed"},
    {"sort": "changed", "stage": "scheduled"},
    {"committee": "00000000-0000-0000-0000-000000000003"},
    {"initiator": "deputy", "stage": "published"},
)
QUESTIONS: Sequence[dict[str, Any]] = (
    {"q": "метрология"},
    {"q": "туралы"},
    {"q": "закон"},
    {"q": "водных ресурсов Иртыша"},
    {"q": "су қорғау Балқаш"},
    {"q": "мангыстау салык"},
    {"q": "777"},
    {"q": '"республиканского бюджета"'},
    {"q": "бюджет -отчёт"},
    {"q": "метралогия"},
    {"q": "бюджет", "sort": "newest"},
    {"q": "министерство", "stage": "scheduled"},
)


def figure(values: Sequence[float], unit: str, limit: float | None = None, **more: float) -> Figure:
    median = statistics.median(values)
    ratio = round(median / limit, 3) if limit else None
    rounded = {name: round(value, 2) for name, value in more.items()}
    return {"median": round(median, 2), "unit": unit, "limit": limit, "ratio": ratio} | rounded


def p95(values: Sequence[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]


async def took(at: Register, asked: Sequence[dict[str, Any]], rounds: int) -> list[float]:
    """Milliseconds of every request, one after the other; the first round warms up."""
    waits = []
    for number in range(rounds + 1):
        for query in asked:
            path = f"{BILLS}/bills?{urlencode(query, doseq=True, quote_via=quote)}"
            began = time.perf_counter()
            await at.read(path)
            if number:
                waits.append((time.perf_counter() - began) * 1000)
    return waits


async def registered(at: Register, stored: int) -> list[float]:
    """As `_registered`, after a round that is not counted: tables just filled are seen to."""
    await _registered(at, stored)
    return await _registered(at, stored)


async def _registered(at: Register, stored: int) -> list[float]:
    """Milliseconds of every registration by eight clerks at once; their numbers have no gaps."""
    bills = [[await at.introduced() for _ in range(EACH)] for _ in range(CLERKS)]
    waits: list[float] = []
    numbers: list[int] = []

    async def clerk(mine: Sequence[str]) -> None:
        for bill_id in mine:
            began = time.perf_counter()
            told = await at.register(bill_id)
            waits.append((time.perf_counter() - began) * 1000)
            numbers.append(int(told["number"].split("-")[1]))

    await asyncio.gather(*map(clerk, bills))
    first = min(numbers)
    if sorted(numbers) != list(range(first, first + CLERKS * EACH)):
        raise RuntimeError(f"gaps among the numbers with {stored} bills: {sorted(numbers)}")
    return waits


async def timeline(at: Register) -> list[float]:
    """Milliseconds of a page of the timeline of a bill with as many acts as there may be."""
    bill_id = await with_many_acts(at.owner_url, ACTS)
    waits = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        await at.read(f"{BILLS}/bills/{bill_id}/timeline")
        waits.append((time.perf_counter() - began) * 1000)
    return waits


def growth(per_size: dict[int, float]) -> Figure:
    """How many times dearer from size to size, beside the square root of how many times more."""
    sizes = sorted(per_size)
    steps = [(per_size[b] / per_size[a], math.sqrt(b / a)) for a, b in pairwise(sizes)]
    worst, allowed = max(steps, key=lambda step: step[0] / step[1])
    medians = {f"ms_{size}": value for size, value in per_size.items()}
    return figure([worst], "times", allowed, **medians)


async def measure(tell: Callable[[str, Figure], None], sizes: Sequence[int]) -> None:
    async with opened() as at:
        lists, searches = {}, {}
        few = await registered(at, FEW)
        filled = 0
        for size in sizes:
            await fill(at.owner_url, filled + 1, size)
            filled = size
            if size == MANY:
                many = await registered(at, MANY)
                more = {"p95": p95(many), "refused": 0}
                limit = statistics.median(few)
                tell("registering_8_clerks", figure(many, "ms", limit, **more))
            pages, answers = await took(at, PAGES, ROUNDS), await took(at, QUESTIONS, ROUNDS)
            lists[size], searches[size] = statistics.median(pages), statistics.median(answers)
            tell(f"page_of_50_p95_{size}", figure([p95(pages)], "ms", LIST_MS, p50=lists[size]))
            tell(f"search_p95_{size}", figure([p95(answers)], "ms", SEARCH_MS, p50=searches[size]))
        tell("list_growth", growth(lists))
        tell("search_growth", growth(searches))
        tell(f"timeline_{ACTS}", figure(await timeline(at), "ms", TIMELINE_MS))


def main() -> None:
    figures: dict[str, Figure] = {}

    def tell(name: str, found: Figure) -> None:
        figures[name] = found
        print(name, found, file=sys.stderr)

    sizes = SIZES[:2] if "--quick" in sys.argv else SIZES
    for name, found in bill_texts.figures().items():
        tell(name, found)
    run(measure(tell, sizes))
    if "--json" in sys.argv:
        print(json.dumps(figures))


if __name__ == "__main__":
    main()
