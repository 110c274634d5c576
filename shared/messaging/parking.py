"""Facts that cannot be taken in: tried five times, then set aside with their error, never lost."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
import structlog
from sqlalchemy.dialects.postgresql import insert

from shared.messaging.consumers import Consumers
from shared.messaging.envelope import Envelope
from shared.messaging.signatures import Keyring
from shared.messaging.watching import PARKED
from shared.store.unit_of_work import Desk

log = structlog.get_logger()

TRIES = 5
BEHIND = "waits behind an earlier fact of its case"


@dataclass(frozen=True, slots=True)
class ParkedFact:
    """A fact set aside, and why."""

    envelope: Envelope
    attempts: int
    error: str
    parked_at: datetime


class Parking:
    """Where one service keeps the facts it could not take in."""

    def __init__(self, desk: Desk, service: str) -> None:
        self._desk = desk
        self._service = service
        self._parked = desk.kept.parked

    async def failed(self, envelope: Envelope, error: Exception) -> bool:
        """Count a failure; True when it was the last try and the fact is parked."""
        attempts = await self._count(envelope, type(error).__name__, attempts=1)
        log.warning(
            "fact failed",
            event_id=str(envelope.id),
            type=envelope.fact_type,
            attempts=attempts,
            error=type(error).__name__,
        )
        if attempts >= TRIES:
            await self._set_aside(envelope)
        return attempts >= TRIES

    async def behind(self, envelope: Envelope) -> bool:
        """Whether an earlier fact of the same case is parked; then this one is parked too."""
        table = self._parked
        earlier = (
            sa.select(sa.literal(1))
            .where(table.c.parked_at.is_not(None))
            .where(table.c.teller == envelope.teller)
            .where(table.c.about == envelope.about)
            .where(table.c.case_id == envelope.case_id)
            .where(table.c.sequence < envelope.sequence)
            .limit(1)
        )
        async with self._desk.sessions() as session:
            if await session.scalar(earlier) is None:
                return False
        await self._count(envelope, BEHIND, attempts=0)
        await self._set_aside(envelope)
        return True

    async def all(self) -> list[ParkedFact]:
        """Every parked fact, those of one case in their order."""
        table = self._parked
        query = (
            sa.select(table)
            .where(table.c.parked_at.is_not(None))
            .order_by(table.c.teller, table.c.about, table.c.case_id, table.c.sequence)
        )
        async with self._desk.sessions() as session:
            rows = (await session.execute(query)).mappings().all()
        return [
            ParkedFact(
                Envelope.model_validate(row["envelope"]),
                row["attempts"],
                row["error"],
                row["parked_at"],
            )
            for row in rows
        ]

    async def replay(self, consumers: Consumers, keyring: Keyring) -> Sequence[ParkedFact]:
        """Take up every parked fact again; those of a case stop at the first that still fails.

        A fact is parked with its signature, which is asked for again.

        Returns: what is still parked.
        """
        stuck = set()
        for parked in await self.all():
            case_id = parked.envelope.case_id
            if case_id not in stuck and not await self._taken_in(parked, consumers, keyring):
                stuck.add(case_id)
        return await self.all()

    async def _taken_in(self, parked: ParkedFact, consumers: Consumers, keyring: Keyring) -> bool:
        envelope = parked.envelope
        try:
            keyring.check(envelope.as_told(), parked.parked_at)
            await consumers.deliver(envelope, self._desk)
        except Exception as error:  # noqa: BLE001 whatever a function raises keeps its fact parked
            await self._count(envelope, type(error).__name__, attempts=1)
            return False
        await self.forget(envelope)
        PARKED.labels(self._service).dec()
        return True

    async def forget(self, envelope: Envelope) -> None:
        """The fact has been taken in after all."""
        gone = self._parked.delete().where(self._parked.c.event_id == envelope.id)
        async with self._desk.sessions.begin() as session:
            await session.execute(gone)

    async def _count(self, envelope: Envelope, error: str, *, attempts: int) -> int:
        row = insert(self._parked).values(
            event_id=envelope.id,
            teller=envelope.teller,
            type=envelope.fact_type,
            about=envelope.about,
            case_id=envelope.case_id,
            sequence=envelope.sequence,
            envelope=envelope.as_told(),
            attempts=attempts,
            error=error,
        )
        again = {"attempts": self._parked.c.attempts + attempts, "error": error}
        counted = row.on_conflict_do_update(index_elements=["event_id"], set_=again)
        async with self._desk.sessions.begin() as session:
            found = await session.execute(counted.returning(self._parked.c.attempts))
            tries: int = found.scalar_one()
            return tries

    async def _set_aside(self, envelope: Envelope) -> None:
        parked = self._parked.update().where(self._parked.c.event_id == envelope.id)
        async with self._desk.sessions.begin() as session:
            await session.execute(parked.values(parked_at=sa.func.now()))
        PARKED.labels(self._service).inc()
        log.error("fact parked", event_id=str(envelope.id), type=envelope.fact_type)
