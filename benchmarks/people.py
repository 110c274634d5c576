"""The figures of people: `python benchmarks/people.py [--json]`.

Who could vote at a moment of the last twenty years; a deputy's day after five years of sittings;
and a hundred clerks who add an item each to one agenda at once. The services as they run, over one
connection for the first two; each figure is beside the limit that was set for it.
"""

import asyncio
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

import httpx
from people_filling import fill_register, fill_sittings

from kurultai import chamber
from kurultai.client import COMMITTEES, VOTING, Client, Person
from kurultai.plan import Plan
from kurultai.servers import DataFolder
from kurultai.up import Choices, up
from kurultai.wire import Origin, Wire
from shared.service import run

type Figure = dict[str, Any]
VOTERS_MS, DAY_MS = 10.0, 50.0
ROUNDS, CLERKS, GOOD, STALE = 60, 100, 200, 412
PAGES = ("/me/agenda", "/me/votes", "/me/absences")
YEARS = (1, 4, 9, 14, 19)


def figure(values: Sequence[float], limit: float | None) -> Figure:
    median, p95 = statistics.median(values), statistics.quantiles(values, n=20)[-1]
    ratio = round(p95 / limit, 3) if limit else None
    told = {"median": round(median, 2), "unit": "ms", "limit": limit, "ratio": ratio}
    return told | {"p95": round(p95, 2)}


class Reader:
    """One connection, and how long its answers take."""

    def __init__(self, base_url: str) -> None:
        where = urlsplit(base_url)
        self._origin = Origin(where.hostname or "", where.port or 80)
        self._wire = Wire(self._origin)

    async def took(self, path: str, token: str | None = None) -> float:
        """Milliseconds. Raises RuntimeError for a refusal."""
        began = time.perf_counter()
        request = self._origin.request("GET", path, token=token)
        status, body = await self._wire.exchange(request)
        if status != GOOD:
            raise RuntimeError(body.decode())
        return (time.perf_counter() - began) * 1000


async def voters(read: Reader) -> list[float]:
    """Of moments from one to nineteen years ago, in turn; the first round warms up."""
    moments = [datetime.now(UTC) - timedelta(days=365 * years) for years in YEARS]
    paths = [f"{COMMITTEES}/voters?at={quote(at.isoformat())}" for at in moments]
    waits = [await read.took(path) for _ in range(ROUNDS // len(paths) + 1) for path in paths]
    return waits[len(paths) :]


async def day(read: Reader, deputy: Person) -> dict[str, list[float]]:
    """Each page of a deputy's day, one after the other; the first round warms up."""
    waits: dict[str, list[float]] = {page: [] for page in PAGES}
    for number in range(ROUNDS + 1):
        for page in PAGES:
            took = await read.took(f"{VOTING}{page}", deputy.token)
            if number:
                waits[page].append(took)
    return waits


async def edited(base_url: str, client: Client, clerk: Person) -> tuple[float, int]:
    """Milliseconds until each of a hundred clerks has added an item, and how many are there."""
    soon = (datetime.now(UTC) + timedelta(days=9)).isoformat()
    sitting = await client.post(f"{VOTING}/sittings", {"starts_at": soon}, by=clerk)
    agenda = await client.post(f"{VOTING}/sittings/{sitting['id']}/agenda", by=clerk)
    path = f"{VOTING}/agendas/{agenda['id']}"
    headers = {"Authorization": f"Bearer {clerk.token}"}
    async with httpx.AsyncClient(base_url=base_url, headers=headers, timeout=60) as http:
        began = time.perf_counter()
        await asyncio.gather(*(_add(http, path, number) for number in range(CLERKS)))
        took = (time.perf_counter() - began) * 1000
        items = (await http.get(path)).json()["items"]
    return took, len({item["title"]["ru"] for item in items})


async def _add(http: httpx.AsyncClient, path: str, number: int) -> None:
    """Until it is taken: who is overtaken reads what the others changed, and tries again."""
    title = {"kk": f"№ {number} мәселе", "ru": f"Вопрос № {number}"}
    version = 1
    while True:
        answer = await http.post(
            f"{path}/items",
            json={"kind": "information", "title": title},
            headers={"If-Match": f'"{version}"'},
        )
        if answer.status_code != STALE:
            answer.raise_for_status()
            return
        version = max(change["version"] for change in answer.json()["changes"])


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
            tell("who_could_vote_20_years", figure(await voters(read), VOTERS_MS))
            took, there = await edited(running.base_url, client, formed.clerk)
            if there != CLERKS:
                raise RuntimeError(f"{there} of {CLERKS} items are on the agenda")
            tell("agenda_100_clerks", {"median": round(took), "unit": "ms", "lost": 0})
            await fill_sittings(plan.settings["voting"]["owner_database_url"], str(uuid4()))
            await client.sign_in(formed.chair)
            for page, waits in (await day(read, formed.chair)).items():
                tell(f"day{page.replace('/', '_')}_5_years", figure(waits, DAY_MS))


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
