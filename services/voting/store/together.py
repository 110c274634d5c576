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


class Together[A, B]:
    """Does things in groups, one group at a time; what comes when nothing is under way is a group.

    Args:
        do: does a group, and says of each what came of it: an answer, or an exception. What it
            raises is told to the whole group.
        most: in one group; the others wait for the next.
        room: how many may wait.
    """

    def __init__(
        self,
        do: Callable[[Sequence[A]], Awaitable[Sequence[B | Exception]]],
        *,
        most: int,
        room: int,
    ) -> None:
        self._do = do
        self._most, self._room = most, room
        self._waiting: deque[Waiting[A, B]] = deque()
        self._working: asyncio.Task[None] | None = None

    async def ask(self, asked: A) -> B:
        """Have it done with the next group. Raises TooManyWait: nothing was done."""
        if len(self._waiting) >= self._room:
            raise TooManyWait
        one = Waiting[A, B](asked, asyncio.get_running_loop().create_future())
        self._waiting.append(one)
        if self._working is None:
            self._working = asyncio.create_task(self._work())
        return await one.told

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


def _tell[B](told: asyncio.Future[B], answer: B | Exception) -> None:
    """Nobody is told who has stopped waiting."""
    if told.done():
        return
    if isinstance(answer, Exception):
        told.set_exception(answer)
    else:
        told.set_result(answer)
