"""Envelopes that are not signed by their source: never acted on, kept for a person to look at."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

import sqlalchemy as sa
import structlog
from sqlalchemy.dialects.postgresql import insert

from shared.messaging.consumers import Consumers, Heard
from shared.messaging.envelope import Envelope, NoEnvelope, opened
from shared.messaging.pull import Delivery
from shared.messaging.signatures import Keyring, NotSigned
from shared.messaging.watching import REFUSED
from shared.store.unit_of_work import Desk

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class RefusedFact:
    """A message as it came, and why it is not believed.

    Args:
        digest: SHA-256 of the message, by which it is known again.
        teller: in whose stream it was, at `subject`, since `told_at`.
        times: how often it came.
    """

    digest: bytes
    teller: str
    subject: str
    message: bytes
    reason: str
    told_at: datetime
    times: int


class Refusals:
    """Where one service keeps what it does not believe.

    It is no parking: nothing waits behind a forgery, least of all the true facts of the case that
    it names.
    """

    def __init__(self, desk: Desk, service: str) -> None:
        self._desk = desk
        self._service = service
        self._refused = desk.kept.refused

    async def keep(self, delivery: Delivery, teller: str, reason: NotSigned) -> None:
        """Write the message down, once however often it comes, and say so."""
        digest = sha256(delivery.data).digest()
        log.error(
            "forged fact refused",
            teller=teller,
            subject=delivery.subject,
            digest=digest.hex(),
            reason=str(reason),
        )
        row = insert(self._refused).values(
            digest=digest,
            teller=teller,
            subject=delivery.subject,
            message=delivery.data,
            reason=str(reason),
            told_at=delivery.told_at,
        )
        again = row.on_conflict_do_update(
            index_elements=["digest"], set_={"times": self._refused.c.times + 1}
        )
        async with self._desk.sessions.begin() as session:
            await session.execute(again)
        REFUSED.labels(self._service).inc()

    async def all(self) -> list[RefusedFact]:
        """Every refused message, in the order in which the streams took them in."""
        table = self._refused
        columns = [table.c[name] for name in RefusedFact.__dataclass_fields__]
        query = sa.select(*columns).order_by(table.c.told_at, table.c.digest)
        async with self._desk.sessions() as session:
            return [RefusedFact(*row) for row in await session.execute(query)]

    async def replay(self, consumers: Consumers, keyring: Keyring) -> Sequence[RefusedFact]:
        """Take in those that are believed by now, as after a key that was missing is given.

        Returns: those that are not.
        """
        for refused in await self.all():
            envelope = _believed(refused, keyring)
            if envelope and await self._taken_in(envelope, consumers):
                await self._forget(refused)
        return await self.all()

    async def _taken_in(self, envelope: Envelope, consumers: Consumers) -> bool:
        try:
            return await consumers.deliver(envelope, self._desk) is not Heard.EARLY
        except Exception:  # whatever a function raises keeps its fact here
            log.exception("fact failed", event_id=str(envelope.id), type=envelope.fact_type)
            return False

    async def _forget(self, refused: RefusedFact) -> None:
        gone = self._refused.delete().where(self._refused.c.digest == refused.digest)
        async with self._desk.sessions.begin() as session:
            await session.execute(gone)


def _believed(refused: RefusedFact, keyring: Keyring) -> Envelope | None:
    try:
        document = opened(refused.message)
        keyring.check(document, refused.told_at)
        return Envelope.read(document, teller=refused.teller)
    except (NoEnvelope, NotSigned):
        return None
