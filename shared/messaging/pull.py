"""Messages of a durable consumer, pulled by the documented protocol of JetStream."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime

from nats.aio.client import Client
from nats.aio.msg import Msg
from nats.aio.subscription import Subscription
from nats.errors import NotJSMessageError

NANOSECONDS = 1_000_000_000
BATCH = 64
EXPIRES_S = 5.0
HEARTBEAT_S = 1.0
SILENCE_S = 2.5 * HEARTBEAT_S

STATUS = "Status"
HEARTBEAT = "100"


@dataclass(frozen=True, slots=True)
class Delivery:
    """One message, which is answered exactly once."""

    message: Msg

    @property
    def data(self) -> bytes:
        return self.message.data

    @property
    def subject(self) -> str:
        return self.message.subject

    @property
    def told_at(self) -> datetime:
        """When the stream took it in, as the broker says; now, where it does not say."""
        try:
            return self.message.metadata.timestamp
        except (NotJSMessageError, ValueError):
            return datetime.now(UTC)

    async def ack(self) -> None:
        """It is taken in, or parked: it need not come again."""
        await self.message.respond(b"+ACK")

    async def drop(self) -> None:
        """It is no fact and never will be."""
        await self.message.respond(b"+TERM")

    async def later(self, delay_s: float) -> None:
        """It could not be taken in yet: it comes again."""
        delay = json.dumps({"delay": int(delay_s * NANOSECONDS)})
        await self.message.respond(f"-NAK {delay}".encode())


async def deliveries(connection: Client, stream: str, durable: str) -> AsyncIterator[Delivery]:
    """The consumer's messages, for ever.

    Raises:
        TimeoutError: the broker has been silent for longer than its heartbeat.
    """
    inbox = connection.new_inbox()
    subscription = await connection.subscribe(inbox)
    try:
        while True:
            await _ask(connection, stream, durable, inbox)
            async for message in _answers(subscription):
                yield Delivery(message)
    finally:
        await subscription.unsubscribe()


async def _ask(connection: Client, stream: str, durable: str, inbox: str) -> None:
    asked = {
        "batch": BATCH,
        "expires": int(EXPIRES_S * NANOSECONDS),
        "idle_heartbeat": int(HEARTBEAT_S * NANOSECONDS),
    }
    subject = f"$JS.API.CONSUMER.MSG.NEXT.{stream}.{durable}"
    await connection.publish(subject, json.dumps(asked).encode(), reply=inbox)


async def _answers(subscription: Subscription) -> AsyncIterator[Msg]:
    """The messages of one request: it ends with its last message, or with a status that ends it."""
    left = BATCH
    while left:
        async with asyncio.timeout(SILENCE_S):
            message = await subscription.next_msg(timeout=SILENCE_S)
        status = (message.headers or {}).get(STATUS)
        if status is None:
            left -= 1
            yield message
        elif status != HEARTBEAT:
            return
