"""A process that only answers requests tells the one that relays that there is something to tell.

A nudge that is lost costs half a second and nothing else: the relay looks by itself.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from nats.errors import Error as NatsError

from shared.messaging.broker import Broker
from shared.messaging.watching import persist

SELDOM_S = 0.03


def nudges(service: str) -> str:
    """The subject on which the processes of a service nudge each other; no stream keeps it."""
    return f"nudges.{service}"


class Nudger:
    """Passes nudges on over the broker, many at a time."""

    def __init__(self, broker: Broker, service: str) -> None:
        self._connection = broker.connection
        self._subject = nudges(service)
        self._nudged = asyncio.Event()

    @classmethod
    @asynccontextmanager
    async def over(cls, broker: Broker, service: str) -> AsyncIterator["Nudger"]:
        nudger = cls(broker, service)
        passing = asyncio.create_task(persist(f"{service} nudges", nudger.pass_on))
        try:
            yield nudger
        finally:
            passing.cancel()
            with suppress(asyncio.CancelledError):
                await passing

    def nudge(self) -> None:
        """Something was committed here."""
        self._nudged.set()

    async def pass_on(self) -> None:
        """For ever; while the broker is away there is nobody to nudge."""
        while True:
            await self._nudged.wait()
            self._nudged.clear()
            with suppress(NatsError):
                await self._connection.publish(self._subject, b"")
                await self._connection.flush()
            await asyncio.sleep(SELDOM_S)
