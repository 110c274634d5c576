"""Group commit: what arrives while work is under way is done together next."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass


class TooManyWait(Exception):
    """More would wait than there is room for; nothing was done."""


@dataclass(slots=True, eq=False)
class Waiting[A, B]:
    asked: A
    told: asyncio.Future[B]
    until: float


class Together[A, B]:
    """Does things in groups, one group at a time; what comes when nothing is under way is a group.

    Args:
        do: does a group, and says of each what came of it: an answer, or an exception. What it
            raises is told to the whole group.
        most: in one group; the others wait for the next.
        room: how many may wait.
        patience_s: how long one waits to be told.
    """

    def __init__(
        self,
        do: Callable[[Sequence[A]], Awaitable[Sequence[B | Exception]]],
        *,
        most: int,
        room: int,
        patience_s: float,
    ) -> None:
        self._do = do
        self._most, self._room, self._patience_s = most, room, patience_s
        self._waiting: deque[Waiting[A, B]] = deque()
        self._untold: deque[Waiting[A, B]] = deque()
        self._timer: asyncio.TimerHandle | None = None
        self._working: asyncio.Task[None] | None = None

    async def ask(self, asked: A) -> B:
        """Have it done with the next group.

        Raises:
            TooManyWait: nothing was done.
            TimeoutError: patience is at its end; it is not known whether it was done.
        """
        if len(self._waiting) >= self._room:
            raise TooManyWait
        loop = asyncio.get_running_loop()
        one = Waiting[A, B](asked, loop.create_future(), loop.time() + self._patience_s)
        self._waiting.append(one)
        self._untold.append(one)
        if self._working is None:
            self._working = asyncio.create_task(self._work())
        if self._timer is None:
            self._timer = loop.call_at(one.until, self._lose_patience)
        return await one.told

    def _lose_patience(self) -> None:
        """One timer for all: they are as patient as one another, so the first come is the first."""
        loop = asyncio.get_running_loop()
        while self._untold and self._untold[0].until <= loop.time():
            _tell(self._untold.popleft().told, TimeoutError())
        self._timer = None
        if self._untold:
            self._timer = loop.call_at(self._untold[0].until, self._lose_patience)

    async def finished(self) -> None:
        """Wait until nothing is under way."""
        while self._working:
            await asyncio.wait([self._working])

    async def _work(self) -> None:
        try:
            while self._waiting:
                await self._do_group(self._next())
        finally:
            self._working = None

    def _next(self) -> list[Waiting[A, B]]:
        many = min(len(self._waiting), self._most)
        return [self._waiting.popleft() for _ in range(many)]

    async def _do_group(self, group: Sequence[Waiting[A, B]]) -> None:
        told: Sequence[B | Exception]
        try:
            told = await self._do([one.asked for one in group])
        except Exception as error:  # noqa: BLE001 whoever asked is told of it, whatever it is
            told = [error] * len(group)
        for one, answer in zip(group, told, strict=True):
            _tell(one.told, answer)
        while self._untold and self._untold[0].told.done():
            self._untold.popleft()


def _tell[B](told: asyncio.Future[B], answer: B | Exception) -> None:
    """Nobody is told who has stopped waiting."""
    if told.done():
        return
    if isinstance(answer, Exception):
        told.set_exception(answer)
    else:
        told.set_result(answer)
