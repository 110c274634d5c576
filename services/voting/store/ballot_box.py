"""The ballot box: the one way in for a ballot.

Ballots that arrive while others are being recorded are recorded together next: one statement, one
commit, one flush of the disk for them all. A ballot that finds the box idle waits for nobody.
"""

import json
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any, NamedTuple, Self
from uuid import UUID

import asyncpg  # type: ignore[import-untyped]  # it ships no types

from services.voting.domain.ballot import Ballot, Cast, Paper, Verdict
from services.voting.domain.stages import Source
from services.voting.store.line import Line
from services.voting.store.together import Together
from shared.store.ids import new_id

CAST = "SELECT * FROM cast_ballots($1, $2, $3, $4, $5, 'electronic', $6, $7)"
MOST_TOGETHER = 64
"""While one group is recorded, the next is read and the last is answered."""
ROOM = 20_000
"""Ballots that may wait: a hundred votes' worth. Beyond it they are refused at once."""
MOST_OF_ONE = 64
"""Ballots of one deputy that may wait: more than there are votes open at a time. A device that
sends more is at fault, and the others need not wait behind it."""
PATIENCE_SECONDS = 5.0
"""How long a ballot waits before the deputy is asked to send it again."""


class TooManyOfOne(Exception):
    """More ballots of one deputy would wait than one can have to cast; nothing was done."""


class Sent(NamedTuple):
    """A paper, and the trace of the request that brought it."""

    paper: Paper
    trace: str | None


class BallotBox:
    """Takes ballots; what comes of each is decided by the function `cast_ballots`."""

    def __init__(self, url: str) -> None:
        self._lines = [Line(url, patience_s=PATIENCE_SECONDS) for _ in range(2)]
        bounds = {"most": MOST_TOGETHER, "room": ROOM}
        self._open = Together(self._cast, **bounds, patience_s=PATIENCE_SECONDS)
        self._closing = Together(self._cast_when_closed, **bounds, patience_s=PATIENCE_SECONDS)
        self._waiting = Counter[UUID]()

    @classmethod
    @asynccontextmanager
    async def opened(cls, url: str) -> AsyncIterator[Self]:
        """A box in the database at `url`, as SQLAlchemy writes it; it may be away at first."""
        box = cls(url)
        try:
            yield box
        finally:
            await box.emptied()

    async def cast(self, paper: Paper, *, trace: str | None = None) -> Cast:
        """Cast a person's own ballot; the same paper again gets the same ballot back.

        Raises:
            TooManyWait, TooManyOfOne: nothing was recorded.
            TimeoutError and what else `Line.fetch` raises: the database is away; it is not known
                whether the ballot was recorded.
        """
        waiting, person_id = self._waiting, paper.person_id
        if waiting[person_id] >= MOST_OF_ONE:
            raise TooManyOfOne
        waiting[person_id] += 1
        try:
            return await self._told(Sent(paper, trace))
        finally:
            waiting[person_id] -= 1
            if not waiting[person_id]:
                del waiting[person_id]

    async def _told(self, sent: Sent) -> Cast:
        cast = await self._open.ask(sent)
        return await self._closing.ask(sent) if cast.verdict is Verdict.BEING_CLOSED else cast

    async def emptied(self) -> None:
        """Let the ballots under way come to their end, and let go of the database."""
        await self._open.finished()
        await self._closing.finished()
        for line in self._lines:
            line.drop()

    async def _cast(self, sent: Sequence[Sent]) -> Sequence[Cast | Exception]:
        return await _recorded(self._lines[0], sent, wait=False)

    async def _cast_when_closed(self, sent: Sequence[Sent]) -> Sequence[Cast | Exception]:
        """Wait for whoever closes their votes; ballots in other votes do not wait with them."""
        return await _recorded(self._lines[1], sent, wait=True)


async def _recorded(line: Line, sent: Sequence[Sent], *, wait: bool) -> Sequence[Cast | Exception]:
    """What became of each. One that the database chokes on does not fail its neighbours."""
    papers = [one.paper for one in sent]
    try:
        rows = await line.fetch(CAST, *_columns(papers), sent[0].trace, wait)
    except asyncpg.PostgresConnectionError:
        raise
    except asyncpg.PostgresError as error:
        if len(sent) == 1:
            return [error]
        return [(await _recorded(line, [one], wait=wait))[0] for one in sent]
    return [_cast_of(paper, row) for paper, row in zip(papers, rows, strict=True)]


def _columns(papers: Sequence[Paper]) -> tuple[list[object], ...]:
    return (
        [paper.vote_id for paper in papers],
        [paper.person_id for paper in papers],
        [json.dumps(paper.choice) for paper in papers],
        [paper.request_id for paper in papers],
        [new_id() for _ in papers],
    )


def _cast_of(paper: Paper, row: Any) -> Cast:
    verdict = Verdict(row["verdict"])
    return Cast(verdict, _standing(paper, row), row["ended_at"], row["late_ms"])


def _standing(paper: Paper, row: Any) -> Ballot | None:
    """The ballot that stands; only a paper that was taken, now or before, has one."""
    if row["ballot_id"] is None:
        return None
    return Ballot(
        id=row["ballot_id"],
        vote_id=paper.vote_id,
        person_id=paper.person_id,
        choice=paper.choice,
        request_id=paper.request_id,
        recorded_at=row["recorded_at"],
        rules=row["rules"],
        round=row["round"],
        source=Source(row["source"]),
    )
