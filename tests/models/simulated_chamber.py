"""A small chamber whose every accident is drawn from a seed.

The ballot box, the acts on a vote, its rule and the log are the real ones. Simulated are deputies
and officers, the time, and the database.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from random import Random
from typing import Any
from uuid import UUID

import asyncpg

from services.voting.domain import certify, entries, vote_acts
from services.voting.domain.ballot import Ballot, Paper, Verdict
from services.voting.domain.stages import VoteStage
from services.voting.domain.vote import Vote
from services.voting.store.ballot_box import BallotBox
from shared.contracts.words import Tally
from shared.kernel.errors import NotNow
from shared.kernel.rules import Chamber
from tests.models.simulated_database import Bug, Database, SimulatedLine
from tests.models.virtual_time import in_virtual_time
from tests.voting.builders import CHAIR, CLERK, CLOCK, NOON, a_vote, a_wording, an_occasion

SEATS = 7
SENDINGS = 4


@dataclass
class Told:
    """What a deputy was told of a paper: a verdict, or nothing that can be relied on."""

    paper: Paper
    verdict: Verdict | None
    receipt: str | None = None


@dataclass
class Course:
    """What came of a seed."""

    seed: int
    trace: list[tuple[Any, ...]]
    told: list[Told]
    vote: Vote
    ballots: list[Ballot]
    log: list[bytes]
    opened_with: int


class SimulatedChamber:
    """Deputies with a device or two, a clock, and officers who suspend and resume."""

    def __init__(self, seed: int, bug: Bug | None = None) -> None:
        self.seed, self.random = seed, Random(seed)  # noqa: S311 it is to be repeatable
        self.told: list[Told] = []
        self.vote = _a_vote(self.random)
        self.bug = bug

    async def run(self) -> Course:
        """Open the vote, let everybody vote in their time, and count."""
        self.database = Database(self.random, self.vote, self.bug)
        self.box = BallotBox("postgresql+asyncpg://nobody@nowhere/none")
        self.box._lines = [SimulatedLine(self.database) for _ in range(2)]  # type: ignore[misc]  # noqa: SLF001
        window = (self.vote.closes_at or NOON) - NOON
        house = Chamber(seats=SEATS, filled=SEATS, registered=SEATS)
        self.vote.chamber = house
        self.database.write_down(entries.opened(self.vote, []))
        deputies = [self._deputy(n, window.total_seconds()) for n in range(SEATS)]
        await asyncio.gather(*deputies, self._officers(), self._clock())
        await self.box.emptied()
        if self.database.at_work:
            await asyncio.gather(*self.database.at_work, return_exceptions=True)
        return self._course()

    def _course(self) -> Course:
        database = self.database
        ballots = sorted(database.ballots.values(), key=lambda ballot: ballot.person_id)
        outcome = self.vote.outcome and self.vote.outcome.value
        database.trace.append(("end", outcome, *(str(b.choice) for b in ballots)))
        trace, log = database.trace, database.log
        return Course(self.seed, trace, self.told, self.vote, ballots, log, opened_with=1)

    async def _deputy(self, number: int, window_s: float) -> None:
        """Votes once, or from two devices at once; a few send what the database refuses."""
        devices = 2 if self.random.random() < 0.3 else 1
        late = self.random.random() < 0.15
        at = window_s + self.random.expovariate(2) - 0.3 if late else self.random.random()
        papers = [self._paper(number) for _ in range(devices)]
        await asyncio.sleep(max(0.0, at))
        await asyncio.gather(*map(self._send, papers))

    def _paper(self, number: int) -> Paper:
        choice = self.random.choices(["for", "against", "abstained", "choke"], [6, 3, 2, 1])[0]
        request = UUID(int=self.random.getrandbits(128))
        return Paper(self.vote.id, UUID(int=100 + number), choice, request)

    async def _send(self, paper: Paper) -> None:
        """Send it again, unchanged, until it is known what became of it."""
        for _ in range(SENDINGS):
            try:
                cast = await self.box.cast(paper)
            except (TimeoutError, asyncpg.PostgresError) as error:
                self._heard(Told(paper, None), type(error).__name__)
            else:
                receipt = cast.ballot.receipt if cast.ballot else None
                self._heard(Told(paper, cast.verdict, receipt), cast.verdict.value)
                if cast.verdict is not Verdict.VOTE_SUSPENDED:
                    return
            await asyncio.sleep(self.random.expovariate(5))

    def _heard(self, told: Told, word: str) -> None:
        self.told.append(told)
        self.database.note("told", told.paper.person_id.int, word)

    async def _officers(self) -> None:
        if self.random.random() < 0.3:
            await asyncio.sleep(self.random.random() * 2)
            await self._do("suspend", self._suspend)
            await asyncio.sleep(self.random.random())
            await self._do("resume", self._resume)

    async def _clock(self) -> None:
        while self.vote.stage is not VoteStage.CLOSED:
            await asyncio.sleep(0.2)
            if self.database.now >= (self.vote.closes_at or NOON):
                await self._do("close", self._close)

    async def _do(self, name: str, act: Callable[[], None]) -> None:
        try:
            await self.database.alone(act, self._counted)
        except NotNow:
            self.database.note("not now", name)
        else:
            self.database.note(name)

    def _suspend(self) -> None:
        vote_acts.suspend(self.vote, an_occasion(CLERK, self.database.now))
        self.database.write_down(entries.suspended(self.vote, self.database.now))

    def _resume(self) -> None:
        vote_acts.resume(self.vote, an_occasion(CHAIR, self.database.now))
        self.database.write_down(entries.resumed(self.vote, self.database.now))

    def _close(self) -> None:
        certify.time_out(self.vote, an_occasion(CLOCK, self.database.now))
        ballots = [ballot.entry for ballot in self.database.ballots.values()]
        self.database.write_down(*ballots, entries.closed(self.vote))

    def _counted(self) -> Tally:
        said = [ballot.choice for ballot in self.database.ballots.values()]
        return Tally(
            votes_for=said.count("for"),
            against=said.count("against"),
            abstained=said.count("abstained"),
            present_not_voted=SEATS - len(said),
            absent=0,
        )


def course_of(seed: int, bug: Bug | None = None) -> Course:
    return in_virtual_time(SimulatedChamber(seed, bug).run())


def _a_vote(random: Random) -> Vote:
    ids = [UUID(int=random.getrandbits(128)) for _ in range(4)]
    wording = a_wording(id=ids[0], case_id=ids[1])
    closes_at = NOON + timedelta(seconds=random.uniform(0.5, 2.0))
    return a_vote(
        id=ids[2],
        sitting_id=ids[3],
        question=wording,
        question_id=wording.id,
        closes_at=closes_at,
    )
