"""The figures of voting: `python benchmarks/voting.py [--json] [processes]`.

145 connections of 145 deputies on the same machine, released at once, to so many processes (two if
not said). Limits are measured in the same run: ballots beside a bare route, in as many processes,
that validates the same body and stores nothing.
"""

import asyncio
import io
import json
import resource
import statistics
import sys
import time
from collections.abc import Callable
from contextlib import asynccontextmanager, redirect_stdout
from pathlib import Path
from typing import Any

from chamber import SEATS, Floor, floor
from database import one_by_one, through_the_box
from filling import fill
from viewers import viewers
from volley import Volley

from kurultai import verify
from kurultai.client import VOTING
from kurultai.servers.ports import Ports
from kurultai.wire import Origin, Wire
from shared.service import run

type Figure = dict[str, Any]
ROUNDS, AT_ONCE_ROUNDS, OPEN_VOTES, CLOSINGS = 20, 20, 20, 7
STORED = 100_000
PROCESSES = 2
SETTLED_S = 0.3
"""Deputies do not press in the millisecond in which others are still told that votes are open."""
FILES = 20_000


def figure(values: list[float], unit: str, limit: float | None = None, **more: float) -> Figure:
    median = statistics.median(values)
    ratio = round(median / limit, 3) if limit else None
    rounded = {name: round(value, 1) for name, value in more.items()}
    return {"median": round(median, 2), "unit": unit, "limit": limit, "ratio": ratio} | rounded


async def ballots_a_second(at: Floor, votes: int, rounds: int) -> tuple[list[float], list[float]]:
    """Of each round, and the milliseconds of every ballot; each round has votes of its own."""
    rates, waits = [], []
    for _ in range(rounds):
        opened = [await at.open_vote() for _ in range(votes)]
        requests = await at.requests(opened)
        await asyncio.sleep(SETTLED_S)
        seconds, took = at.volley.fire(requests)
        rates.append(SEATS / seconds)
        waits += took
    return rates, waits


@asynccontextmanager
async def bare(port: int, processes: int) -> Any:
    """The limit, in as many processes."""
    script = str(Path(__file__).with_name("bare.py"))
    start = asyncio.create_subprocess_exec
    running = [await start(sys.executable, script, str(port)) for _ in range(processes)]
    try:
        yield Origin("127.0.0.1", port)
    finally:
        for process in running:
            process.terminate()
            await process.wait()


async def limit_of_ballots(at: Floor) -> tuple[float, float]:
    """Answers a second of the bare route, and the 95th percentile of its milliseconds."""
    port = Ports(at.folder.path / "bench-ports.json").pick("bare")
    async with bare(port, len(at.pids)) as origin:
        body = json.dumps({"choice": "for", "request_id": "5f0e6a5e-8a4b-4c53-9c7e-0f6a3f1f9b10"})
        request = origin.request("POST", "/votes/1/ballot", token="x" * 700, body=body.encode())
        await _until_it_answers(Wire(origin), request)
        volley = Volley(origin, SEATS)
        rounds = [volley.fire([request] * SEATS) for _ in range(ROUNDS)]
    waits = [wait for _, took in rounds for wait in took]
    rate = statistics.median(SEATS / seconds for seconds, _ in rounds)
    return rate, statistics.quantiles(waits, n=20)[-1]


async def _until_it_answers(wire: Wire, request: bytes) -> None:
    for _ in range(200):
        try:
            await wire.exchange(request)
        except ConnectionError:
            await asyncio.sleep(0.05)
        else:
            return
    raise RuntimeError("the bare route does not start")


async def closings(at: Floor) -> list[float]:
    """Milliseconds from the request to close to the answer with the result; 145 ballots each.

    As many before them warm up, and are not counted.
    """
    took = []
    for _ in range(2 * CLOSINGS):
        vote_id = await at.open_vote()
        at.volley.fire(await at.requests([vote_id]))
        began = time.perf_counter()
        await at.client.post(f"{VOTING}/votes/{vote_id}/closing", by=at.chamber.chair)
        took.append((time.perf_counter() - began) * 1000)
        await at.client.post(f"{VOTING}/votes/{vote_id}/proclamation", by=at.chamber.chair)
    return took[CLOSINGS:]


async def verification(at: Floor) -> list[float]:
    """Milliseconds to check one vote of 145, signatures and proofs and all."""
    vote_id = await at.open_vote()
    at.volley.fire(await at.requests([vote_id]))
    await at.client.post(f"{VOTING}/votes/{vote_id}/closing", by=at.chamber.chair)
    file = at.folder.path / "bundle.json"
    bundle = await at.client.get(f"{VOTING}/votes/{vote_id}/bundle")
    file.write_text(json.dumps(bundle, ensure_ascii=False), encoding="utf-8")
    return [_verified(file) for _ in range(5)]


def _verified(file: Path) -> float:
    began = time.perf_counter()
    with redirect_stdout(io.StringIO()):
        status = verify.main([str(file)])
    if status:
        raise RuntimeError("the bundle does not hold")
    return (time.perf_counter() - began) * 1000


async def measure(processes: int, tell: Callable[[str, Figure], None]) -> None:
    async with floor(processes) as at:
        await ballots_a_second(at, 1, 3)
        limit, limit_p95 = await limit_of_ballots(at)
        rates, waits = await ballots_a_second(at, 1, AT_ONCE_ROUNDS)
        tell("durable_ballots", figure(rates, "ballots/s", limit))
        cuts = statistics.quantiles(waits, n=100)
        p95, p99 = cuts[94], cuts[98]
        tell("all_at_once_p95", figure([p95], "ms", limit_p95, p50=cuts[49], p99=p99))
        many, _ = await ballots_a_second(at, OPEN_VOTES, 5)
        one = statistics.median(rates)
        tell("durable_ballots_20_votes", figure(many, "ballots/s", one))
        usual = await one_by_one(at)
        tell("database_alone", figure([await through_the_box(at)], "ballots/s", usual))
        empty = await closings(at)
        tell("close_few_stored", figure(empty, "ms", 50))
        tell("verification", figure(await verification(at), "ms", 100))
        for count in (1000, 5000):
            tell(f"viewers_{count}", await viewers(at, count))
        await fill(at, STORED)
        tell("close_100000_stored", figure(await closings(at), "ms", statistics.median(empty)))


def main() -> None:
    figures: dict[str, Figure] = {}
    as_json = "--json" in sys.argv
    processes = next((int(one) for one in sys.argv[1:] if one.isdecimal()), PROCESSES)

    def tell(name: str, found: Figure) -> None:
        figures[name] = found
        print(name, found, file=sys.stderr)

    # Thousands watch at once; the processes that are started inherit it.
    resource.setrlimit(resource.RLIMIT_NOFILE, (FILES, FILES))
    run(measure(processes, tell))
    if as_json:
        print(json.dumps(figures))


if __name__ == "__main__":
    main()
