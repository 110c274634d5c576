"""All polls of a schedule and all its kills, and in the end everything compared once more."""

import asyncio
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import httpx

from kurultai.chaos.asking import PATIENCE_S
from kurultai.chaos.conducting import Floor, conduct, proclaim, read
from kurultai.chaos.killing import Killed, Killer
from kurultai.chaos.ledger import Column, Fault, faults_of
from kurultai.chaos.records import Ledger, Record
from kurultai.chaos.schedule import Poll, Schedule
from kurultai.client import Client, Person, Refused
from kurultai.registry import SERVICES

type Say = Callable[[str], None]

LANES = 2
"""Polls held at once."""
SIGN_IN_BEFORE_S = 90.0
SAY_EVERY = 25


@dataclass(slots=True)
class Outcome:
    """What came of it.

    Args:
        unanswered: by what came instead of an answer, how often.
    """

    held: list[tuple[Ledger, Record]] = field(default_factory=list)
    faults: set[Fault] = field(default_factory=set)
    killed: list[Killed] = field(default_factory=list)
    unanswered: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0

    @property
    def acknowledged(self) -> int:
        return sum(len(ledger.ballots) for ledger, _ in self.held)

    def as_json(self) -> dict[str, int]:
        counted = Counter(fault.column for fault in self.faults)
        columns = {str(column): counted[column] for column in Column}
        held = {"polls": len(self.held), "acknowledged": self.acknowledged}
        return held | columns | {"kills": len(self.killed)}


@dataclass(slots=True)
class Campaign:
    """A schedule carried out on a floor.

    Args:
        say: told how it goes.
    """

    client: Client
    floor: Floor
    killer: Killer
    say: Say
    outcome: Outcome = field(default_factory=Outcome)

    async def carry_out(self, schedule: Schedule) -> Outcome:
        """Hold every poll and do every kill.

        Raises:
            NeverHappened: something did not come back, or an answer never came.
            Refused: the presiding officer or the clerk was refused an act.
        """
        began = time.perf_counter()
        try:
            await self._hold_all(schedule)
        except ExceptionGroup as several:
            raise _first_of(several) from several
        await self._everything_is_back()
        await self._compare_again()
        self.outcome.seconds = time.perf_counter() - began
        self.outcome.killed = self.killer.killed
        self.outcome.unanswered = self.floor.line.unanswered
        return self.outcome

    async def _hold_all(self, schedule: Schedule) -> None:
        polls = iter(schedule.polls)
        async with asyncio.TaskGroup() as group:
            for _ in range(LANES):
                group.create_task(self._hold(polls, schedule, group))

    async def _hold(
        self, polls: Iterator[Poll], schedule: Schedule, group: asyncio.TaskGroup
    ) -> None:
        for poll in polls:
            await self._sign_in_again()
            for kill in schedule.kills:
                if kill.poll == poll.number:
                    group.create_task(self.killer.strike(kill))
            ledger = await conduct(self.floor, poll)
            record = await read(self.floor, ledger.vote_id)
            self._compare(ledger, record)
            await proclaim(self.floor, ledger.vote_id)
            self.outcome.held.append((ledger, record))
            if len(self.outcome.held) % SAY_EVERY == 0:
                self.say(f"{len(self.outcome.held)} polls, {self.outcome.acknowledged} ballots")

    def _compare(self, ledger: Ledger, record: Record) -> None:
        self._note(faults_of(ledger, record, self.floor.members))

    def _note(self, found: set[Fault]) -> None:
        for fault in found - self.outcome.faults:
            self.say(f"[red]{fault.column}[/red] in {fault.vote_id}: {fault.why}")
        self.outcome.faults |= found

    async def _compare_again(self) -> None:
        for ledger, record in self.outcome.held:
            now = await read(self.floor, ledger.vote_id)
            self._compare(ledger, now)
            if changed := [f for f in Record.__slots__ if getattr(now, f) != getattr(record, f)]:
                why = f"changed since its close: {', '.join(changed)}"
                self._note({Fault(Column.MISMATCHED, ledger.vote_id, "", why)})

    async def _sign_in_again(self) -> None:
        """Tokens are short-lived: nobody's shall end in the middle of a poll."""
        chamber, soon = self.floor.chamber, time.monotonic() + SIGN_IN_BEFORE_S
        people = [chamber.clerk, *(deputy.person for deputy in chamber.deputies)]
        due = [person for person in people if person.renew_at < soon]
        await asyncio.gather(*(self._signed_in(person) for person in due))

    async def _signed_in(self, person: Person) -> None:
        async def attempt() -> bool | None:
            try:
                await self.client.sign_in(person)
            except (httpx.HTTPError, Refused):
                return None
            return True

        await self.client.until(attempt, f"{person.label} signed in", patience=PATIENCE_S)

    async def _everything_is_back(self) -> None:
        async def ready() -> bool | None:
            try:
                for service in SERVICES:
                    await self.client.get(f"/api/{service}/v1/readyz")
            except (httpx.HTTPError, Refused):
                return None
            return True

        await self.client.until(ready, "every service ready", patience=PATIENCE_S)


def _first_of(error: Exception) -> Exception:
    """What ended the first of several tasks, and so all of them."""
    while isinstance(error, ExceptionGroup):
        error = error.exceptions[0]
    return error
