"""A service's connection to NATS. It comes back by itself, and says truly whether it is there."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

import nats
import structlog
from nats.aio.client import Client
from nats.aio.msg import Msg
from nats.errors import Error as NatsError

log = structlog.get_logger()

RECONNECT_WAIT_S = 0.25
FOR_EVER = -1
PING_S, UNANSWERED_PINGS = 2, 2
"""A broker that vanished says nothing: after so many questions without an answer it is away."""


class Broker:
    """One connection; requests are answered in an inbox of the service's own."""

    def __init__(self, connection: Client) -> None:
        self.connection = connection

    @classmethod
    @asynccontextmanager
    async def at(cls, url: str, name: str) -> AsyncIterator["Broker"]:
        """Connected as the service; waits for a broker that is not there yet."""
        connection = await nats.connect(
            url,
            name=name,
            inbox_prefix=f"_INBOX_{name}",
            max_reconnect_attempts=FOR_EVER,
            reconnect_time_wait=RECONNECT_WAIT_S,
            ping_interval=PING_S,
            max_outstanding_pings=UNANSWERED_PINGS,
            error_cb=_complain,
            disconnected_cb=_gone,
            reconnected_cb=_back,
        )
        try:
            yield cls(connection)
        finally:
            await connection.close()

    @asynccontextmanager
    async def overhear(
        self, subject: str, told: Callable[[str, bytes], None]
    ) -> AsyncIterator[None]:
        """Hear what is published, for as long as the block runs; what is missed is missed.

        Args:
            subject: with NATS's wildcards; the broker lets a service hear its own facts so.
            told: called with the subject and the data of each message.
        """

        async def heard(message: Msg) -> None:
            told(message.subject, message.data)

        subscription = await self.connection.subscribe(subject, cb=heard)
        try:
            yield
        finally:
            # A connection that is away forgets its subscriptions with itself.
            with suppress(NatsError):
                await subscription.unsubscribe()

    def connected(self) -> bool:
        return self.connection.is_connected


async def _complain(error: Exception) -> None:
    log.warning("broker error", error=type(error).__name__)


async def _gone() -> None:
    log.warning("broker away")


async def _back() -> None:
    log.info("broker back")
