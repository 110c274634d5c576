"""A database of one vote that is slow, refuses a ballot, loses its answers or its work.

It keeps the promises that PostgreSQL makes, unless a bug is asked for.
"""

import asyncio
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum, auto
from random import Random
from typing import Any
from uuid import UUID

import asyncpg

from services.voting.domain import entries
from services.voting.domain.ballot import Ballot, Paper, Verdict
from services.voting.domain.stages import VoteStage
from services.voting.domain.vote import Vote
from services.voting.store.ballot_box import PATIENCE_SECONDS
from shared.contracts.words import Tally
from shared.kernel.canonical import canonical
from tests.voting.builders import NOON

SLOW_S = 7.0
"""Longer than anybody is patient."""


class Bug(Enum):
    """What may be wrong with the database, so that the checker is seen to find it."""

    ACKNOWLEDGES_FIRST = auto()
    COUNTS_BEFORE_THE_LOCK = auto()
    LAST_BALLOT_STANDS = auto()


class Choked(asyncpg.DataError):
    """The database refuses a statement, and all that was in it."""


@dataclass
class Database:
    """One vote, its ballots and the log, as committed; and who holds the lock of the vote."""

    random: Random
    vote: Vote
    bug: Bug | None = None
    ballots: dict[UUID, Ballot] = field(default_factory=dict)
    log: list[bytes] = field(default_factory=list)
    trace: list[tuple[Any, ...]] = field(default_factory=list)
    casting: int = 0
    closing: bool = False
    changed: asyncio.Condition = field(default_factory=asyncio.Condition)
    at_work: set[asyncio.Task[Any]] = field(default_factory=set)

    @property
    def now(self) -> datetime:
        return NOON + timedelta(seconds=round(asyncio.get_running_loop().time(), 6))

    def note(self, *what: Any) -> None:
        self.trace.append((self.now.timestamp(), *what))

    async def delay(self) -> None:
        """A moment, or now and then longer than anybody waits."""
        slow = self.random.random() < 0.01
        await asyncio.sleep(SLOW_S if slow else self.random.expovariate(50))

    def happens(self, probability: float) -> bool:
        return self.random.random() < probability

    async def cast(self, papers: Sequence[Paper], *, wait: bool) -> list[dict[str, Any]]:
        """What `cast_ballots` does: one transaction, whose answer may not arrive."""
        await self.delay()
        self._may_be_lost("before")
        if self.closing and not wait:
            return [_row(Verdict.BEING_CLOSED) for _ in papers]
        await self._until(lambda: not self.closing)
        self.casting += 1
        try:
            rows = await self._recorded(papers)
        finally:
            self.casting -= 1
            await self._tell_others()
        await self.delay()
        self._may_be_lost("after")
        return rows

    async def _recorded(self, papers: Sequence[Paper]) -> list[dict[str, Any]]:
        """Judged and recorded under the lock, all of them or none."""
        arrived = self.now
        await self.delay()
        before = dict(self.ballots)
        judged = [(paper, self._judged(paper, arrived)) for paper in papers]
        if self.bug is Bug.ACKNOWLEDGES_FIRST and self.happens(0.05):
            self.ballots = before
            return [row for _, row in judged]
        if any(paper.choice == "choke" for paper in papers):
            self.ballots = before
            self.note("choked", len(papers))
            raise Choked("a statement that the database refuses")
        self.note("committed", len(papers))
        return [row for _, row in judged]

    def _judged(self, paper: Paper, arrived: datetime) -> dict[str, Any]:
        kept = self.ballots.get(paper.person_id)
        if kept and (kept.request_id, kept.choice) == (paper.request_id, paper.choice):
            return _row(Verdict.REPEATED, kept)
        if self.vote.stage is VoteStage.SUSPENDED:
            return _row(Verdict.VOTE_SUSPENDED)
        closes_at = self.vote.closes_at or arrived
        if self.vote.stage is not VoteStage.OPEN or arrived >= closes_at:
            return _row(Verdict.VOTE_CLOSED) | {"ended_at": closes_at, "late_ms": 1}
        if kept and self.bug is not Bug.LAST_BALLOT_STANDS:
            return _row(Verdict.ALREADY_VOTED)
        ballot = self._ballot(paper, arrived)
        self.ballots[paper.person_id] = ballot
        return _row(Verdict.ACCEPTED, ballot)

    def _ballot(self, paper: Paper, arrived: datetime) -> Ballot:
        return Ballot(
            id=UUID(int=self.random.getrandbits(128)),
            vote_id=paper.vote_id,
            person_id=paper.person_id,
            choice=paper.choice,
            request_id=paper.request_id,
            recorded_at=arrived,
            rules=self.vote.rule_digest or "",
        )

    async def alone(self, act: Callable[[], None], counted: Callable[[], Tally]) -> None:
        """An act on the vote under its lock; killed now and then before it is committed."""
        while self.happens(0.1):
            await self.delay()
            self.note("killed before the commit")
        early = counted() if self.bug is Bug.COUNTS_BEFORE_THE_LOCK else None
        await self._until(lambda: not self.closing)
        self.closing = True
        await self._until(lambda: self.casting == 0)
        await self.delay()
        try:
            self.vote.counted = early or counted()
            act()
        finally:
            self.closing = False
            await self._tell_others()

    def write_down(self, *written: entries.Entry) -> None:
        self.log += [canonical(entry) for entry in written]

    def _may_be_lost(self, when: str) -> None:
        if self.happens(0.05):
            self.note("connection lost", when)
            raise asyncpg.ConnectionDoesNotExistError("the connection was closed")

    async def _until(self, so: Callable[[], bool]) -> None:
        async with self.changed:
            await self.changed.wait_for(so)

    async def _tell_others(self) -> None:
        async with self.changed:
            self.changed.notify_all()


class SimulatedLine:
    """In the place of a connection: gives up waiting, while the database goes on."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def fetch(self, _: str, *given: Any) -> list[dict[str, Any]]:
        votes, persons, choices, requests, _, _, wait = given
        papers = [
            Paper(vote, person, json.loads(choice), request)
            for vote, person, choice, request in zip(votes, persons, choices, requests, strict=True)
        ]
        work = asyncio.create_task(self._database.cast(papers, wait=wait))
        self._database.at_work.add(work)
        async with asyncio.timeout(PATIENCE_SECONDS):
            return await asyncio.shield(work)

    def drop(self) -> None:
        """There is nothing to let go of."""


def _row(verdict: Verdict, ballot: Ballot | None = None) -> dict[str, Any]:
    return {
        "verdict": verdict,
        "ballot_id": ballot and ballot.id,
        "recorded_at": ballot and ballot.recorded_at,
        "source": ballot and ballot.source.value,
        "round": 1,
        "rules": ballot and ballot.rules,
        "ended_at": None,
        "late_ms": None,
    }
