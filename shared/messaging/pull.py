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


async def deliveries(
    connection: Client, stream: str, durable: str
) -> AsyncIterator[list[Delivery]]:
    """The consumer's messages, for ever: as many together as are there, one if it is alone.

    Raises:
        TimeoutError: the broker has been silent for longer than its heartbeat.
    """
    inbox = connection.new_inbox()
    subscription = await connection.subscribe(inbox)
    try:
        while True:
            await _ask(connection, stream, durable, inbox)
            async for messages in _answers(subscription):
                yield [Delivery(message) for message in messages]
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


async def _answers(subscription: Subscription) -> AsyncIterator[list[Msg]]:
    """The messages of one request: it ends with its last message, or with a status that ends it."""
    left = BATCH
    while left:
        waiting = [await _next(subscription)]
        while subscription.pending_msgs and len(waiting) < left:
            waiting.append(await _next(subscription))
        if messages := [message for message in waiting if _status(message) is None]:
            left -= len(messages)
            yield messages
        if any(_status(message) not in {None, HEARTBEAT} for message in waiting):
            return


async def _next(subscription: Subscription) -> Msg:
    async with asyncio.timeout(SILENCE_S):
        return await subscription.next_msg(timeout=SILENCE_S)


def _status(message: Msg) -> str | None:
    return (message.headers or {}).get(STATUS)
