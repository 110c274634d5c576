"""Votes that are watched: one reader for all who watch a vote, for as long as anyone does."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
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

LOOK_SECONDS = 0.1
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
    """How many watch a vote, and the task that reads it for them."""

    viewers: int = 0
    reader: asyncio.Task[None] | None = None


class Watchers:
    """The votes that are watched in this process."""

    def __init__(self, hub: Hub, desk: Desk) -> None:
        self._hub = hub
        self._desk = desk
        self._watched: dict[UUID, Watched] = {}
        self._closed = False

    def answer(self, vote: Vote, cast: int, rules: Rules, request: Request) -> Response:
        """The stream, or nothing more for who has seen the end; `cast` is how many have voted."""
        if _has_seen_the_end(vote, cast, request.headers.get("last-event-id")):
            return Response(status_code=NOTHING_MORE)
        return _Watching(self, vote.id, rules, self._hub.stream(_topic(vote.id), request))

    @contextmanager
    def watching(self, vote_id: UUID, rules: Rules) -> Iterator[None]:
        """Someone watches; the vote is read until nobody does."""
        watched = self._watched.setdefault(vote_id, Watched())
        watched.viewers += 1
        if watched.reader is None or watched.reader.done():
            watched.reader = asyncio.create_task(self._read(vote_id, watched, rules))
        try:
            yield
        finally:
            watched.viewers -= 1

    async def close(self) -> None:
        self._closed = True
        readers = [watched.reader for watched in self._watched.values() if watched.reader]
        await asyncio.gather(*readers, return_exceptions=True)

    async def _read(self, vote_id: UUID, watched: Watched, rules: Rules) -> None:
        """Look as long as anyone watches; who watches a vote that is over is shown out."""
        while watched.viewers and not self._closed:
            ended = False
            with suppress(*DATABASE_ERRORS):
                ended = await self._look(vote_id, rules)
            await asyncio.sleep(FAREWELL_SECONDS if ended else LOOK_SECONDS)
            if ended:
                self._hub.forget(_topic(vote_id))
        # Nothing is awaited from the last look at `viewers` to here: nobody can have come.
        del self._watched[vote_id]
        self._hub.forget(_topic(vote_id))

    async def _look(self, vote_id: UUID, rules: Rules) -> bool:
        """Tell what is new of the vote, and whether that was its end."""
        async with self._desk.sessions() as session:
            progress = await progress_of(session, vote_id)
            if progress.stage in TOLD_AS:
                vote = await session.get_one(Vote, vote_id)
                number = _number_of(vote.version, progress.cast)
                self._tell(vote_id, TOLD_AS[progress.stage], VoteShown.of(vote, rules), number)
        if progress.stage in UNDER_WAY:
            number = _number_of(progress.version, progress.cast)
            self._tell(vote_id, "progress", ProgressShown.of(progress), number)
        return progress.stage in AT_THE_END

    def _tell(
        self, vote_id: UUID, name: str, shown: ProgressShown | VoteShown, number: int
    ) -> None:
        self._hub.publish(_topic(vote_id), name, shown.model_dump_json().encode(), number)


class _Watching(Response):
    """A stream that is counted among those of its vote."""

    def __init__(self, watchers: Watchers, vote_id: UUID, rules: Rules, stream: Response) -> None:
        super().__init__()
        self._watchers, self._vote_id, self._rules, self._stream = watchers, vote_id, rules, stream

    @override
    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        with self._watchers.watching(self._vote_id, self._rules):
            await self._stream(scope, receive, send)


def _topic(vote_id: UUID) -> str:
    return f"vote {vote_id}"


def _number_of(version: int, cast: int) -> int:
    """The same in every process, so that a viewer can go on in another one; it only grows."""
    return version * MORE_THAN_CAN_BE_CAST + cast


def _has_seen_the_end(vote: Vote, cast: int, last_seen: str | None) -> bool:
    return vote.stage in AT_THE_END and last_seen == str(_number_of(vote.version, cast))
