"""The figures of the whole: `python benchmarks/whole.py DIR [--json]`.

DIR holds polls.csv, ballots.csv and mandates.csv. The limit of the replay is what the same client
gets from `/healthz` of the same server, which stores nothing: measured in the same run.
"""

import asyncio
import json
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from kurultai.client import IDENTITY, Client
from kurultai.replay import replay_all
from kurultai.replay.files import read
from kurultai.up import Choices, up
from shared.service import run

STARTS = 3
ASKED = 3000


def silent(*_: object) -> None:
    """Nobody watches."""


async def second_starts() -> list[float]:
    """Seconds of a start on a folder that has its data, from nothing to ready."""
    with tempfile.TemporaryDirectory(prefix="kurultai-bench-") as folder:
        return [await _start(Path(folder)) for _ in range(STARTS + 1)][1:]


async def _start(folder: Path) -> float:
    began = time.perf_counter()
    async with up(Choices(folder), silent):
        return time.perf_counter() - began


async def replayed(folder: Path) -> tuple[float, float]:
    """Ballots a second end to end, and answers a second where nothing is stored."""
    with tempfile.TemporaryDirectory(prefix="kurultai-bench-") as data:
        async with (
            up(Choices(Path(data), "bundestag-2017"), silent) as running,
            Client.at(running.base_url) as client,
        ):
            result = await replay_all(client, read(folder), silent)
            return result.ballots_per_second, await _limit(client)


async def _limit(client: Client) -> float:
    began = time.perf_counter()
    await asyncio.gather(*(client.get(f"{IDENTITY}/healthz") for _ in range(ASKED)))
    return ASKED / (time.perf_counter() - began)


async def measure(folder: Path) -> dict[str, dict[str, Any]]:
    starts = await second_starts()
    ballots, limit = await replayed(folder)
    return {
        "second_start": {"median": round(statistics.median(starts), 2), "unit": "s"},
        "replay": {
            "median": round(ballots, 1),
            "unit": "ballots/s",
            "limit": round(limit, 1),
            "ratio": round(ballots / limit, 3),
        },
    }


def main() -> None:
    figures = run(measure(Path(sys.argv[1])))
    if "--json" in sys.argv:
        print(json.dumps(figures))
        return
    for name, figure in figures.items():
        print(name, figure)


if __name__ == "__main__":
    main()
