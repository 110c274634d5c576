"""Many connections to the service, for what comes all at once: a hundred and more ballots."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from typing import Self

from kurultai.wire import Origin, Wire

TRIES = 8
TIMEOUT_S = 30


class Wires:
    """Connections that are taken in turn; the last that came back goes out first."""

    def __init__(self, origin: Origin, connections: int) -> None:
        self._origin = origin
        self._all = [Wire(origin) for _ in range(connections)]
        self._free: asyncio.LifoQueue[Wire] = asyncio.LifoQueue()
        for wire in self._all:
            self._free.put_nowait(wire)

    @classmethod
    @contextmanager
    def to(cls, origin: Origin, connections: int) -> Iterator[Self]:
        """Connections to the service, cut at the end."""
        wires = cls(origin, connections)
        try:
            yield wires
        finally:
            for wire in wires._all:
                wire.cut()

    async def post(self, path: str, token: str, body: bytes) -> tuple[int, bytes]:
        """Send until there is an answer: what was lost on the way is sent again as it was.

        Raises:
            ConnectionError, TimeoutError: there was none, time and again.
        """
        request = self._origin.request("POST", path, token=token, body=body)
        wire = await self._free.get()
        try:
            for attempt in range(TRIES - 1):
                try:
                    answer = await _once(wire, request)
                except (ConnectionError, TimeoutError):
                    answer = None
                if answer and answer[0] != HTTPStatus.SERVICE_UNAVAILABLE:
                    return answer
                await asyncio.sleep(min(0.05 * 2**attempt, 1))
            return await _once(wire, request)
        finally:
            self._free.put_nowait(wire)


async def _once(wire: Wire, request: bytes) -> tuple[int, bytes]:
    async with asyncio.timeout(TIMEOUT_S):
        return await wire.exchange(request)
