"""A service's worker: its relay, and its ear for each service it hears."""

import asyncio

from sqlalchemy.ext.asyncio import AsyncEngine

from shared.messaging.broker import Broker
from shared.messaging.consumers import Consumers
from shared.messaging.hearing import Hearing
from shared.messaging.relay import Relay
from shared.store.unit_of_work import Desk


def relay_for(engine: AsyncEngine, desk: Desk, broker: Broker) -> Relay:
    return Relay(engine, desk.kept, broker.connection)


async def tell_and_hear(relay: Relay, consumers: Consumers, desk: Desk, broker: Broker) -> None:
    """Tell and hear, until cancelled."""
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(relay.run())
        for teller in consumers.hears:
            hearing = Hearing(consumers, desk, broker.connection, teller)
            tasks.create_task(hearing.run())
