"""One request, or one message, is one transaction."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from shared.kernel.aggregate import Aggregate, Recorded, Taken
from shared.kernel.errors import Stale
from shared.kernel.text import Text
from shared.store.ids import new_id
from shared.store.kept import Kept

CHANGED_SINCE = Text(
    kk="Сіз {expected}-нұсқаға сүйендіңіз, қазір {actual}-нұсқа қолданыста. Қайта оқып шығыңыз.",
    ru="Вы исходили из версии {expected}, действует версия {actual}. Прочитайте заново.",
    en="You acted on version {expected}; version {actual} stands now. Read it again.",
)


@dataclass(frozen=True, slots=True)
class Expected:
    """The version of a case that the caller has seen (If-Match)."""

    case_id: UUID
    version: int


class UnitOfWork:
    """The session, and the cases whose acts and facts must be written when it commits.

    Code in services never commits. The edge does: `shared.web` once for a request,
    `shared.messaging` once for messages that came together. All of it is stored, facts
    included, or none.
    """

    def __init__(
        self,
        session: AsyncSession,
        kept: Kept,
        *,
        trace: str | None = None,
        expected: Expected | None = None,
    ) -> None:
        self.session = session
        self.kept = kept
        self.trace = trace
        self._expected = expected
        # Kept by us: the session's identity map lets go of an object once it is flushed,
        # and its recorded facts would go with it.
        self._touched: list[Aggregate] = []

    def touch[A: Aggregate](self, case: A) -> A:
        """Follow a case that was loaded or added; repositories call this, nobody else.

        Raises:
            Stale: the caller has seen another version of it.
        """
        expected = self._expected
        if expected and expected.case_id == case.id and expected.version != case.version:
            raise Stale(CHANGED_SINCE.filled(expected=expected.version, actual=case.version))
        if case not in self._touched:
            self._touched.append(case)
        return case

    def version_of(self, case_id: UUID) -> int | None:
        """The version of a case this work has touched, with what was just recorded."""
        return next((case.version for case in self._touched if case.id == case_id), None)

    def seen_of(self, case_id: UUID) -> int | None:
        """The version of the case that the caller has seen, if they said which."""
        expected = self._expected
        return expected.version if expected and expected.case_id == case_id else None

    async def commit(self) -> None:
        """Write cases, acts and facts, and commit them together."""
        await self.write()
        await self.session.commit()

    async def write(self) -> None:
        """Write cases, acts and facts; whoever opened the transaction commits them."""
        await self.session.flush()
        while acted_on := self._acted_on():
            await self._write_acts(acted_on)
            # Followers act on cases too, as when an act breaks what another promised.
            await self.session.flush()
        await self._write_facts()

    def _acted_on(self) -> list[tuple[Aggregate, list[Taken]]]:
        taken = [(case, case.take_acts()) for case in self._touched]
        return [(case, acts) for case, acts in taken if acts]

    async def _write_acts(self, acted_on: list[tuple[Aggregate, list[Taken]]]) -> None:
        rows = [self._act_row(case, act) for case, acts in acted_on for act in acts]
        await self.session.execute(sa.insert(self.kept.acts), rows)
        for case, acts in acted_on:
            for follow in self.kept.followers:
                await follow(self, case, acts)

    def _act_row(self, case: Aggregate, act: Taken) -> dict[str, object]:
        beside = {"about": _kind(case), "case_id": case.id, "trace": self.trace}
        return asdict(act) | beside

    async def _write_facts(self) -> None:
        rows = [
            outbox_row(recorded, self.trace)
            for case in self._touched
            for recorded in case.take_recorded()
        ]
        if rows:
            await self.session.execute(sa.insert(self.kept.outbox), rows)


def _kind(case: Aggregate) -> str:
    return type(case).__name__.lower()


def outbox_row(recorded: Recorded, trace: str | None) -> dict[str, object]:
    fact = recorded.fact
    return {
        "event_id": new_id(),
        "type": fact.type,
        "about": fact.about,
        "case_id": fact.case_id,
        "sequence": recorded.sequence,
        "body": fact.model_dump(mode="json"),
        "at": fact.at,
        "trace": trace,
    }


def nobody_waits() -> None:
    """The nudge of a desk whose facts nobody is waiting for in this process."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Where a service's work is done: its database, its tables, and whom to nudge afterwards."""

    sessions: async_sessionmaker[AsyncSession]
    kept: Kept
    nudge: Callable[[], None] = nobody_waits

    @asynccontextmanager
    async def work(
        self, *, trace: str | None = None, expected: Expected | None = None
    ) -> AsyncIterator[UnitOfWork]:
        """One transaction: committed when the block ends, rolled back when it raises."""
        async with self.sessions() as session:
            work = UnitOfWork(session, self.kept, trace=trace, expected=expected)
            yield work
            await work.commit()
        self.nudge()

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[AsyncSession]:
        """One transaction for several works, each of which is written before the next begins."""
        async with self.sessions.begin() as session:
            yield session
        self.nudge()
