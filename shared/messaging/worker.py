"""A service's worker: its relay, and its ear for each service it hears."""

import asyncio

from shared.messaging.broker import Broker
from shared.messaging.consumers import Consumers
from shared.messaging.hearing import Hearing
from shared.messaging.relay import Relay
from shared.messaging.signatures import Keyring
from shared.store.unit_of_work import Desk


async def tell_and_hear(
    relay: Relay, consumers: Consumers, desk: Desk, *, broker: Broker, keyring: Keyring
) -> None:
    """Tell and hear, until cancelled."""
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(relay.run())
        for teller in consumers.hears:
            hearing = Hearing(consumers, desk, broker.connection, teller=teller, keyring=keyring)
            tasks.create_task(hearing.run())
