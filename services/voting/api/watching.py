"""Votes that are watched: one reader for all who watch a vote, for as long as anyone does."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import override
from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from services.voting.api.ballots_shown import ProgressShown
from services.voting.api.shown import VoteShown
from services.voting.domain.stages import UNDER_WAY, VoteStage
from services.voting.domain.vote import Vote
from services.voting.store.ballots import progress_of
from shared.kernel.rules import Rules
from shared.store.unit_of_work import Desk
from shared.web.events import Hub
from shared.web.faults import DATABASE_ERRORS

LOOK_SECONDS = 1.0
"""Without being woken: the broker may be away, and the window ends by the clock."""
BETWEEN_LOOKS_SECONDS = 0.05
FAREWELL_SECONDS = 1.0
"""How long the end has to reach everyone before their streams are ended."""

TOLD_AS = {
    VoteStage.CLOSED: "result",
    VoteStage.PROCLAIMED: "proclaimed",
    VoteStage.ANNULLED: "annulled",
}
AT_THE_END = (VoteStage.PROCLAIMED, VoteStage.ANNULLED)
MORE_THAN_CAN_BE_CAST = 1_000_000

NOTHING_MORE = 204
"""The one answer after which a browser does not come back to a stream that ended."""


@dataclass(slots=True)
class Watched:
    """How many watch a vote, the task that reads it for them, and what wakes it."""

    viewers: int = 0
    reader: asyncio.Task[None] | None = None
    over: bool = False
    woken: asyncio.Event = field(default_factory=asyncio.Event)

    async def until_woken(self) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(LOOK_SECONDS):
                await self.woken.wait()


class Watchers:
    """The votes that are watched in this process."""

    def __init__(self, hub: Hub, desk: Desk) -> None:
        self._hub = hub
        self._desk = desk
        self._watched: dict[UUID, Watched] = {}
        self._closed = False

    def answer(self, vote: Vote, recorded: int, rules: Rules, request: Request) -> Response:
        """The stream, or nothing more for who has seen the end; `recorded` as in `Progress`."""
        last_seen = request.headers.get("last-event-id")
        if _has_seen_the_end(vote, recorded, last_seen):
            return Response(status_code=NOTHING_MORE)
        return _Watching(self, vote.id, self._hub.stream(_topic(vote.id), last_seen), rules)

    def stream(self, vote_id: UUID, last_seen: str | None) -> Response | None:
        """The stream of a vote that is being read here: one more viewer needs no reading."""
        watched = self._watched.get(vote_id)
        if watched is None or watched.over or watched.reader is None or watched.reader.done():
            return None
        return _Watching(self, vote_id, self._hub.stream(_topic(vote_id), last_seen))

    @property
    def are_there(self) -> bool:
        """Whether any vote is watched here."""
        return bool(self._watched)

    def wake(self, vote_id: UUID) -> None:
        """Something was recorded: whoever reads the vote looks now."""
        if watched := self._watched.get(vote_id):
            watched.woken.set()

    @contextmanager
    def watching(self, vote_id: UUID, rules: Rules | None) -> Iterator[None]:
        """Someone watches; the vote is read, under these rules, until nobody does."""
        watched = self._watched.setdefault(vote_id, Watched())
        watched.viewers += 1
        if rules and (watched.reader is None or watched.reader.done()):
            watched.reader = asyncio.create_task(self._read(vote_id, watched, rules))
        try:
            yield
        finally:
            watched.viewers -= 1
            if not watched.viewers:
                watched.woken.set()

    async def close(self) -> None:
        self._closed = True
        for vote_id in self._watched:
            self.wake(vote_id)
        readers = [watched.reader for watched in self._watched.values() if watched.reader]
        await asyncio.gather(*readers, return_exceptions=True)

    async def _read(self, vote_id: UUID, watched: Watched, rules: Rules) -> None:
        """Look as long as anyone watches; who watches a vote that is over is shown out."""
        while watched.viewers and not self._closed:
            ended = False
            watched.woken.clear()
            with suppress(*DATABASE_ERRORS):
                ended = await self._look(vote_id, rules)
            await asyncio.sleep(FAREWELL_SECONDS if ended else BETWEEN_LOOKS_SECONDS)
            if ended:
                watched.over = True
                self._hub.forget(_topic(vote_id))
            await watched.until_woken()
        # Nothing is awaited from the last look at `viewers` to here: nobody can have come.
        del self._watched[vote_id]
        self._hub.forget(_topic(vote_id))

    async def _look(self, vote_id: UUID, rules: Rules) -> bool:
        """Tell what is new of the vote, and whether that was its end."""
        async with self._desk.sessions() as session:
            progress = await progress_of(session, vote_id)
            if progress.stage in UNDER_WAY:
                number = _number_of(progress.version, progress.recorded)
                self._tell(vote_id, "progress", ProgressShown.of(progress), number)
            if progress.stage not in TOLD_AS:
                return False
            # Read later than its progress, it may have gone on: it is told as what it is by now.
            vote = await session.get_one(Vote, vote_id)
        number = _number_of(vote.version, progress.recorded)
        self._tell(vote_id, TOLD_AS[vote.stage], VoteShown.of(vote, rules), number)
        return vote.stage in AT_THE_END

    def _tell(
        self, vote_id: UUID, name: str, shown: ProgressShown | VoteShown, number: int
    ) -> None:
        self._hub.publish(_topic(vote_id), name, shown.model_dump_json().encode(), number)


class _Watching(Response):
    """A stream that is counted among those of its vote."""

    def __init__(
        self, watchers: Watchers, vote_id: UUID, stream: Response, rules: Rules | None = None
    ) -> None:
        super().__init__()
        self._watchers, self._vote_id, self._stream, self._rules = watchers, vote_id, stream, rules

    @override
    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        with self._watchers.watching(self._vote_id, self._rules):
            await self._stream(scope, receive, send)


def _topic(vote_id: UUID) -> str:
    return f"vote {vote_id}"


def _number_of(version: int, recorded: int) -> int:
    """The same in every process, so that a viewer can go on in another one; it only grows."""
    return version * MORE_THAN_CAN_BE_CAST + recorded


def _has_seen_the_end(vote: Vote, recorded: int, last_seen: str | None) -> bool:
    return vote.stage in AT_THE_END and last_seen == str(_number_of(vote.version, recorded))
