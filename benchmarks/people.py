"""The figures of people: `python benchmarks/people.py [--json]`.

Who could vote at a moment of the last twenty years; a deputy's day after five years of sittings;
and a hundred clerks who add an item each to one agenda at once. The services as they run, over one
connection for the first two. Each figure is beside the limit that was set for it, and beside what
the same connection gets from a bare route in the same run; the clerks beside one clerk alone.
"""

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit
from uuid import uuid4

from people_editing import edited
from people_filling import SEATS, VOTES_A_SITTING, fill_register, fill_sittings

from kurultai import chamber
from kurultai.client import COMMITTEES, VOTING, Client, Person
from kurultai.plan import Plan
from kurultai.servers import DataFolder
from kurultai.up import Choices, up
from kurultai.wire import Origin, Wire
from shared.service import run

type Figure = dict[str, Any]
VOTERS_MS, DAY_MS = 10.0, 50.0
ROUNDS, GOOD = 60, 200
PAGES = ("/me/agenda", "/me/votes", "/me/absences")
YEARS = (1, 4, 9, 14, 19)


def figure(values: Sequence[float], limit: float, bare: Sequence[float]) -> Figure:
    """The ratio is of the 95th percentile to the limit."""
    median, p95 = statistics.median(values), statistics.quantiles(values, n=20)[-1]
    told = {
        "median": round(median, 2),
        "unit": "ms",
        "limit": limit,
        "ratio": round(p95 / limit, 3),
    }
    return told | {"p95": round(p95, 2), "bare": round(statistics.median(bare), 2)}


class Reader:
    """One connection, how long its answers take, and the last of them."""

    last: Any = None

    def __init__(self, base_url: str) -> None:
        where = urlsplit(base_url)
        self._origin = Origin(where.hostname or "", where.port or 80)
        self._wire = Wire(self._origin)

    async def took(self, path: str, token: str = "") -> float:
        """Milliseconds. Raises RuntimeError for a refusal."""
        began = time.perf_counter()
        request = self._origin.request("GET", path, token=token)
        status, body = await self._wire.exchange(request)
        if status != GOOD:
            raise RuntimeError(body.decode())
        took = (time.perf_counter() - began) * 1000
        self.last = json.loads(body)
        return took


async def bare(read: Reader, service: str) -> list[float]:
    """Of a route that reads nothing."""
    return [await read.took(f"{service}/healthz") for _ in range(ROUNDS)]


async def voters(read: Reader) -> list[float]:
    """Of moments from one to nineteen years ago, in turn; the first round warms up."""
    moments = [datetime.now(UTC) - timedelta(days=365 * years) for years in YEARS]
    paths = [f"{COMMITTEES}/voters?at={quote(at.isoformat())}" for at in moments]
    waits = []
    for path in paths * (ROUNDS // len(paths) + 1):
        waits.append(await read.took(path))
        _expect(len(read.last), SEATS, path)
    return waits[len(paths) :]


def _expect(there: int, wanted: int, what: str) -> None:
    """A page with nothing on it is quickly read, and no figure of anything."""
    if there != wanted:
        raise RuntimeError(f"{there} instead of {wanted}: {what}")


async def day(read: Reader, deputy: Person) -> dict[str, list[float]]:
    """Each page of a deputy's day, one after the other; the first round warms up."""
    waits: dict[str, list[float]] = {page: [] for page in PAGES}
    for number in range(ROUNDS + 1):
        for page in PAGES:
            took = await read.took(f"{VOTING}{page}", deputy.token)
            if number:
                waits[page].append(took)
            else:
                _expect_full(page, read.last)
    return waits


def _expect_full(page: str, shown: Any) -> None:
    if page == "/me/absences":
        _expect(min(1, len(shown["absences"])), 1, page)
        return
    votes = shown if page == "/me/votes" else shown["sittings"][0]["votes"]
    _expect(len(votes), VOTES_A_SITTING, page)


async def measure(tell: Callable[[str, Figure], None]) -> None:
    with tempfile.TemporaryDirectory(prefix="kurultai-bench-") as made:
        folder = DataFolder(Path(made))
        async with (
            up(Choices(Path(made)), lambda *_: None) as running,
            Client.at(running.base_url) as client,
        ):
            formed = await chamber.form(client, [], [chamber.deputy(1, None)])
            await chamber.wait_for_mandates(client, 1)
            plan = Plan.model_validate_json((folder.path / "plan.json").read_bytes())
            read = Reader(running.base_url)
            await fill_register(plan.settings["committees"]["owner_database_url"])
            idle = await bare(read, COMMITTEES)
            tell("who_could_vote_20_years", figure(await voters(read), VOTERS_MS, idle))
            tell("agenda_100_clerks", await edited(running.base_url, client, formed.clerk))
            await fill_sittings(plan.settings["voting"]["owner_database_url"], str(uuid4()))
            await client.sign_in(formed.chair)
            idle = await bare(read, VOTING)
            for page, waits in (await day(read, formed.chair)).items():
                tell(f"day{page.replace('/', '_')}_5_years", figure(waits, DAY_MS, idle))


def main() -> None:
    figures: dict[str, Figure] = {}

    def tell(name: str, found: Figure) -> None:
        figures[name] = found
        print(name, found, file=sys.stderr)

    run(measure(tell))
    if "--json" in sys.argv:
        print(json.dumps(figures))


if __name__ == "__main__":
    main()
