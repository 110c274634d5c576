"""What is watched live: one reader for all who watch a thing, for as long as anyone does."""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import override
from uuid import UUID

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from shared.kernel.rules import Rules
from shared.store.unit_of_work import Desk
from shared.web.events import Hub
from shared.web.faults import DATABASE_ERRORS

LOOK_SECONDS = 1.0
"""Without being woken: the broker may be away, and some things end by the clock."""
BETWEEN_LOOKS_SECONDS = 0.05
FAREWELL_SECONDS = 1.0
"""How long the end has to reach everyone before their streams are ended."""

NOTHING_MORE = 204
"""The one answer after which a browser does not come back to a stream that ended."""


@dataclass(slots=True)
class Watched:
    """How many watch a thing, the task that reads it for them, and what wakes it."""

    viewers: int = 0
    reader: asyncio.Task[None] | None = None
    over: bool = False
    woken: asyncio.Event = field(default_factory=asyncio.Event)

    async def until_woken(self) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(LOOK_SECONDS):
                await self.woken.wait()


class Readers(ABC):
    """The things of one kind that are watched in this process. Subclasses look at one."""

    kind: str

    def __init__(self, hub: Hub, desk: Desk) -> None:
        self._hub = hub
        self._desk = desk
        self._watched: dict[UUID, Watched] = {}
        self._closed = False

    @abstractmethod
    async def _look(self, case_id: UUID, rules: Rules) -> bool:
        """Tell what is new of it, and whether that was its end."""

    def stream(self, case_id: UUID, last_seen: str | None) -> Response | None:
        """The stream of what is being read here: one more viewer needs no reading."""
        watched = self._watched.get(case_id)
        if watched is None or watched.over or watched.reader is None or watched.reader.done():
            return None
        return _Watching(self, case_id, self._hub.stream(self._topic(case_id), last_seen))

    @property
    def are_there(self) -> bool:
        """Whether anything of the kind is watched here."""
        return bool(self._watched)

    def wake(self, case_id: UUID) -> None:
        """Something was recorded: whoever reads it looks now."""
        if watched := self._watched.get(case_id):
            watched.woken.set()

    @contextmanager
    def watching(self, case_id: UUID, rules: Rules | None) -> Iterator[None]:
        """Someone watches; it is read, under these rules, until nobody does."""
        watched = self._watched.setdefault(case_id, Watched())
        watched.viewers += 1
        if rules and (watched.reader is None or watched.reader.done()):
            watched.reader = asyncio.create_task(self._read(case_id, watched, rules))
        try:
            yield
        finally:
            watched.viewers -= 1
            if not watched.viewers:
                watched.woken.set()

    async def close(self) -> None:
        self._closed = True
        for case_id in self._watched:
            self.wake(case_id)
        readers = [watched.reader for watched in self._watched.values() if watched.reader]
        await asyncio.gather(*readers, return_exceptions=True)

    def _answer(self, case_id: UUID, last_seen: str | None, rules: Rules) -> Response:
        return _Watching(self, case_id, self._hub.stream(self._topic(case_id), last_seen), rules)

    def _topic(self, case_id: UUID) -> str:
        return f"{self.kind} {case_id}"

    def _tell(self, case_id: UUID, name: str, shown: bytes, number: int) -> None:
        self._hub.publish(self._topic(case_id), name, shown, number)

    async def _read(self, case_id: UUID, watched: Watched, rules: Rules) -> None:
        """Look as long as anyone watches; who watches what is over is shown out."""
        while watched.viewers and not self._closed:
            ended = False
            watched.woken.clear()
            with suppress(*DATABASE_ERRORS):
                ended = await self._look(case_id, rules)
            await asyncio.sleep(FAREWELL_SECONDS if ended else BETWEEN_LOOKS_SECONDS)
            if ended:
                watched.over = True
                self._hub.forget(self._topic(case_id))
            await watched.until_woken()
        # Nothing is awaited from the last look at `viewers` to here: nobody can have come.
        del self._watched[case_id]
        self._hub.forget(self._topic(case_id))


class _Watching(Response):
    """A stream that is counted among those of what it shows."""

    def __init__(
        self, readers: Readers, case_id: UUID, stream: Response, rules: Rules | None = None
    ) -> None:
        super().__init__()
        self._readers, self._case_id, self._stream, self._rules = readers, case_id, stream, rules

    @override
    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        with self._readers.watching(self._case_id, self._rules):
            await self._stream(scope, receive, send)
