"""From the outbox to the stream: in order, at least once, and marked only when acknowledged."""

import asyncio
import json
from collections.abc import Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa
import structlog
from nats.aio.client import Client
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from shared.messaging.envelope import Envelope
from shared.messaging.signatures import Keyring
from shared.messaging.watching import TOLD, persist
from shared.store.ids import new_id
from shared.store.kept import Kept

log = structlog.get_logger()

BATCH = 200
POLL_S = 0.5
MANY, LINGER_S = 4, 0.03
ACK_TIMEOUT_S = 5.0
STANDBY_S = 1.0
# One relay at a time for a database; the number is ours alone.
RELAY_LOCK = 7_203_145


class NotAcknowledged(Exception):
    """The stream did not take a batch; its words are the message."""


class Relay:
    """Tells what a service has recorded. Only one of several replicas does at a time.

    It signs what it tells: the same row gives the same bytes, however often it is told.
    """

    def __init__(
        self, engine: AsyncEngine, kept: Kept, connection: Client, keyring: Keyring
    ) -> None:
        self._engine = engine
        self._outbox = kept.outbox
        self._connection = connection
        self._keyring = keyring
        self._nudged = asyncio.Event()

    def nudge(self) -> None:
        """Something was committed: look now and not at the next poll."""
        self._nudged.set()

    async def run(self) -> None:
        """Relay for ever, whatever happens to the database or the broker."""
        await persist("relay", self._run_once)

    async def _run_once(self) -> None:
        async with self._engine.connect() as connection:
            await connection.execution_options(isolation_level="AUTOCOMMIT")
            try:
                await self._relay_over(connection)
            finally:
                # The lock lives as long as the session: back in the pool it would keep us out.
                await connection.invalidate()

    async def _relay_over(self, connection: AsyncConnection) -> None:
        while not await self._is_ours(connection):  # noqa: ASYNC110 the lock is in the database
            await asyncio.sleep(STANDBY_S)
        while True:
            told = await self._tell_some(connection)
            if not told:
                await self._wait()
            elif told >= MANY or self._nudged.is_set():
                # Under load a short wait makes one batch of many, and costs less than it delays.
                await asyncio.sleep(LINGER_S)

    async def _is_ours(self, connection: AsyncConnection) -> bool:
        """The lock is the session's: it is free again when this connection is gone."""
        lock = sa.select(sa.func.pg_try_advisory_lock(RELAY_LOCK))
        return bool(await connection.scalar(lock))

    async def _wait(self) -> None:
        try:
            async with asyncio.timeout(POLL_S):
                await self._nudged.wait()
        except TimeoutError:
            pass

    async def _tell_some(self, connection: AsyncConnection) -> int:
        """Tell the oldest facts not yet told; how many there were."""
        self._nudged.clear()
        waiting = (
            sa.select(self._outbox)
            .where(self._outbox.c.published_at.is_(None))
            .order_by(self._outbox.c.place)
            .limit(BATCH)
        )
        rows = (await connection.execute(waiting)).mappings().all()
        if rows:
            await self._publish([self._keyring.signed(Envelope.of_row(dict(row))) for row in rows])
            await self._mark(connection, [row["event_id"] for row in rows])
        return len(rows)

    async def _mark(self, connection: AsyncConnection, event_ids: Sequence[UUID]) -> None:
        told = self._outbox.update().where(self._outbox.c.event_id.in_(event_ids))
        await connection.execute(told.values(published_at=sa.func.now()))
        TOLD.inc(len(event_ids))

    async def _publish(self, envelopes: Sequence[Envelope]) -> None:
        """All at once; or, where some are in the stream already, one after the other."""
        try:
            await publish_batch(self._connection, envelopes)
        except NotAcknowledged as refusal:
            log.info("batch refused, telling one by one", why=str(refusal))
            for envelope in envelopes:
                await publish_one(self._connection, envelope)


async def publish_batch(connection: Client, envelopes: Sequence[Envelope]) -> None:
    """An atomic batch: all are in the stream, in this order, or none. Raises NotAcknowledged."""
    batch = str(new_id())
    *earlier, last = enumerate(envelopes, start=1)
    for place, envelope in earlier:
        headers = _headers(envelope) | _in_batch(batch, place)
        await connection.publish(envelope.address, envelope.as_bytes(), headers=headers)
    place, envelope = last
    headers = _headers(envelope) | _in_batch(batch, place) | {"Nats-Batch-Commit": "1"}
    await _acknowledged(connection, envelope, headers)


async def publish_one(connection: Client, envelope: Envelope) -> None:
    """One fact; in the stream already is as good. Raises NotAcknowledged."""
    await _acknowledged(connection, envelope, _headers(envelope))


async def _acknowledged(connection: Client, envelope: Envelope, headers: dict[str, str]) -> None:
    answer = await connection.request(
        envelope.address, envelope.as_bytes(), timeout=ACK_TIMEOUT_S, headers=headers
    )
    told: dict[str, Any] = json.loads(answer.data)
    if error := told.get("error"):
        raise NotAcknowledged(f"{error.get('description')} ({error.get('err_code')})")


def _headers(envelope: Envelope) -> dict[str, str]:
    return {"Nats-Msg-Id": str(envelope.id)}


def _in_batch(batch: str, place: int) -> dict[str, str]:
    return {"Nats-Batch-Id": batch, "Nats-Batch-Sequence": str(place)}
