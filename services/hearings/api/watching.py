"""Hearings that are watched: one reader for all who watch a hearing, for as long as anyone does."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, field
from typing import override
from uuid import UUID

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from services.hearings.api.shapes_of_holding import HappeningShown
from services.hearings.domain.hearing import Hearing
from services.hearings.domain.stages import AHEAD, Stage
from services.hearings.store.happenings import public_since
from shared.store.unit_of_work import Desk
from shared.web.app import Overhear
from shared.web.events import Hub
from shared.web.faults import DATABASE_ERRORS

LOOK_SECONDS = 1.0
"""Without being woken: the broker may be away."""
BETWEEN_LOOKS_SECONDS = 0.05
FAREWELL_SECONDS = 1.0
"""How long the end has to reach everyone before their streams are ended."""
FOLLOWED = (*AHEAD, Stage.OPEN)
TOLD = ("hearing", "entry", "speech")


@dataclass(slots=True)
class Watched:
    """How many watch a hearing, the task that reads it for them, how far, and what wakes it."""

    viewers: int = 0
    place: int = 0
    reader: asyncio.Task[None] | None = None
    woken: asyncio.Event = field(default_factory=asyncio.Event)

    async def until_woken(self) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(LOOK_SECONDS):
                await self.woken.wait()


class Watchers:
    """The hearings that are watched in this process."""

    def __init__(self, hub: Hub, desk: Desk) -> None:
        self._hub = hub
        self._desk = desk
        self._watched: dict[UUID, Watched] = {}
        self._closed = False

    def stream(self, hearing_id: UUID, last_seen: str | None) -> Response:
        """The hearing as it goes, from after the event last seen."""
        return _Watching(self, hearing_id, self._hub.stream(_topic(hearing_id), last_seen))

    def wake(self, hearing_id: UUID) -> None:
        """Something was recorded: whoever reads the hearing looks now."""
        if watched := self._watched.get(hearing_id):
            watched.woken.set()

    @contextmanager
    def watching(self, hearing_id: UUID) -> Iterator[None]:
        """Someone watches; the hearing is read until nobody does."""
        watched = self._watched.setdefault(hearing_id, Watched())
        watched.viewers += 1
        if watched.reader is None or watched.reader.done():
            watched.reader = asyncio.create_task(self._read(hearing_id, watched))
        try:
            yield
        finally:
            watched.viewers -= 1
            watched.woken.set()

    async def close(self) -> None:
        self._closed = True
        readers = [watched.reader for watched in self._watched.values() if watched.reader]
        for hearing_id in self._watched:
            self.wake(hearing_id)
        await asyncio.gather(*readers, return_exceptions=True)

    async def _read(self, hearing_id: UUID, watched: Watched) -> None:
        """Look as long as anyone watches; who watches a hearing that is over is shown out."""
        while watched.viewers and not self._closed:
            ended = False
            watched.woken.clear()
            with suppress(*DATABASE_ERRORS):
                ended = await self._look(hearing_id, watched)
            await asyncio.sleep(FAREWELL_SECONDS if ended else BETWEEN_LOOKS_SECONDS)
            if ended:
                self._hub.forget(_topic(hearing_id))
            await watched.until_woken()
        # Nothing is awaited from the last look at `viewers` to here: nobody can have come.
        del self._watched[hearing_id]
        self._hub.forget(_topic(hearing_id))

    async def _look(self, hearing_id: UUID, watched: Watched) -> bool:
        """Tell what is new, and whether the hearing is over."""
        async with self._desk.sessions() as session:
            hearing = await session.get_one(Hearing, hearing_id)
            new = await public_since(session, hearing, watched.place)
        for each in new:
            data = HappeningShown.of(each).model_dump_json().encode()
            self._hub.publish(_topic(hearing_id), each.act, data, each.place)
            watched.place = each.place
        return not new and hearing.stage not in FOLLOWED


class _Watching(Response):
    """A stream that is counted among those of its hearing."""

    def __init__(self, watchers: Watchers, hearing_id: UUID, stream: Response) -> None:
        super().__init__()
        self._watchers, self._hearing_id, self._stream = watchers, hearing_id, stream

    @override
    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        with self._watchers.watching(self._hearing_id):
            await self._stream(scope, receive, send)


@asynccontextmanager
async def woken(watchers: Watchers, overhear: Overhear) -> AsyncIterator[None]:
    """Wake the readers of hearings of which any process tells, for as long as the block runs.

    Facts only wake. What is shown is read from the database, which is looked into without them too.
    """

    def told(_: str, fact: bytes) -> None:
        watchers.wake(UUID(json.loads(fact)["data"]["hearing_id"]))

    hearing, entry, speech = (f"facts.hearings.{about}.>" for about in TOLD)
    async with overhear(hearing, told), overhear(entry, told), overhear(speech, told):
        yield


def _topic(hearing_id: UUID) -> str:
    return f"hearing {hearing_id}"
