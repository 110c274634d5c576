"""An event loop whose clock stands still while there is work, and jumps when there is none."""

import asyncio
import selectors
from collections.abc import Coroutine
from typing import Any, override


class NobodyGoesOn(Exception):
    """Everybody waits for somebody else."""


class VirtualTime(asyncio.SelectorEventLoop):
    """Seconds pass only as callbacks ask for them; the same program takes the same steps."""

    def __init__(self) -> None:
        self.now = 0.0
        super().__init__(_Clock(self))
        self._clock_resolution = 1e-9

    @override
    def time(self) -> float:
        return self.now


class _Clock(selectors.SelectSelector):
    def __init__(self, loop: VirtualTime) -> None:
        super().__init__()
        self._loop = loop

    @override
    def select(self, timeout: float | None = None) -> list[Any]:
        if timeout is None:
            raise NobodyGoesOn
        self._loop.now += max(0.0, timeout)
        return []


def in_virtual_time[A](work: Coroutine[Any, Any, A]) -> A:
    loop = VirtualTime()
    try:
        return loop.run_until_complete(work)
    finally:
        loop.close()
