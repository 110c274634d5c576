"""One change of an open vote, shown to many who watch it by Server-Sent Events."""

import asyncio
import statistics
import time
from dataclasses import dataclass, field
from typing import Any

from chamber import Floor

from kurultai.client import VOTING
from kurultai.wire import Wire

CHANGES, TOGETHER = 7, 200
PAGE_KB = 4


@dataclass(slots=True)
class Viewers:
    """How many there are, and when the first and the last of them saw the latest change."""

    of: int
    waits_for: bytes = b'"cast":0,'
    seen: int = 0
    first: float = 0.0
    last: float = 0.0
    all_saw: asyncio.Event = field(default_factory=asyncio.Event)

    def expect(self, what: bytes) -> None:
        self.waits_for, self.seen = what, 0
        self.all_saw.clear()

    def saw(self) -> None:
        self.last = time.perf_counter()
        self.first = self.first if self.seen else self.last
        self.seen += 1
        if self.seen == self.of:
            self.all_saw.set()


class Viewer(asyncio.Protocol):
    def __init__(self, among: Viewers, request: bytes) -> None:
        self._among, self._request = among, request
        self._told = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport
        transport.write(self._request)  # type: ignore[attr-defined]

    def data_received(self, data: bytes) -> None:
        if self._among.waits_for in data and self._told != self._among.waits_for:
            self._told = self._among.waits_for
            self._among.saw()


async def viewers(at: Floor, count: int) -> dict[str, Any]:
    """Milliseconds from the first viewer who saw a change to the last; KB of the server each."""
    vote_id, among = await at.open_vote(), Viewers(count)
    before = sum(map(_kilobytes, at.pids))
    watching = await _connected(at, vote_id, among)
    await asyncio.wait_for(among.all_saw.wait(), 60)
    kilobytes = (sum(map(_kilobytes, at.pids)) - before) / count
    spreads, lags = await _changes(at, vote_id, among)
    for transport in watching:
        transport.abort()
    return {
        "median": round(statistics.median(spreads), 1),
        "unit": "ms",
        "limit": 40 if count == TOGETHER * 5 else 200,
        "ratio": None,
        "tally_lag_ms": round(statistics.median(lags), 1),
        "kb_a_viewer": round(kilobytes, 1),
    }


async def _connected(at: Floor, vote_id: str, among: Viewers) -> list[Any]:
    request = at.origin.request("GET", f"{VOTING}/votes/{vote_id}/live")
    loop, transports = asyncio.get_running_loop(), []
    for _ in range(0, among.of, TOGETHER):
        made = await asyncio.gather(
            *(
                loop.create_connection(
                    lambda: Viewer(among, request), at.origin.host, at.origin.port
                )
                for _ in range(TOGETHER)
            )
        )
        transports += [transport for transport, _ in made]
    return transports


async def _changes(at: Floor, vote_id: str, among: Viewers) -> tuple[list[float], list[float]]:
    spreads, lags = [], []
    requests, wire = await at.requests([vote_id]), Wire(at.origin)
    for number in range(1, CHANGES + 1):
        among.expect(f'"cast":{number},'.encode())
        await wire.exchange(requests[number])
        acknowledged = time.perf_counter()
        await asyncio.wait_for(among.all_saw.wait(), 60)
        spreads.append((among.last - among.first) * 1000)
        lags.append(max(0.0, among.first - acknowledged) * 1000)
    return spreads, lags


def _kilobytes(pid: int) -> int:
    with open(f"/proc/{pid}/statm", encoding="ascii") as statm:  # noqa: PTH123 not a file
        return int(statm.read().split()[1]) * PAGE_KB
