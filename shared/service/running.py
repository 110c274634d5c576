"""A service at work: its database, its broker, its app, and its worker beside it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Self

from sqlalchemy.ext.asyncio import AsyncEngine, async_sessionmaker, create_async_engine

from shared import rules
from shared.messaging.broker import Broker
from shared.messaging.keys import keyring_of
from shared.messaging.relay import Relay
from shared.messaging.signatures import Keyring
from shared.messaging.watching import persist
from shared.messaging.worker import tell_and_hear
from shared.service.assembly import Running, Service
from shared.settings import Settings
from shared.store.unit_of_work import Desk, nobody_waits
from shared.web.app import Backing, build_app, close, verifier_of
from shared.web.repeats import forget_answers

POOL_WAIT_S = 5
SILENCE_S = 5
"""Without an answer from the database; what came of a commit is then not known, and the request is
repeated with its Idempotency-Key."""
ANSWERS_KEPT_FOR = timedelta(days=7)
FORGET_EVERY_S = 3600


@asynccontextmanager
async def serving(
    service: Service, settings: Settings, *, with_worker: bool = True
) -> AsyncIterator[Running]:
    """The service, ready to answer; its worker runs beside it unless it has its own process."""
    async with AsyncExitStack() as opened:
        engine = await opened.enter_async_context(engine_for(settings))
        broker = await opened.enter_async_context(Broker.at(settings.nats_url, service.name))
        worker = Worker.of(service, settings, engine, broker) if with_worker else None
        nudge = worker.relay.nudge if worker else nobody_waits
        desk = Desk(async_sessionmaker(engine, expire_on_commit=False), service.kept, nudge)
        running = assembled(service, settings, engine, desk, broker)
        opened.push_async_callback(close, running.app)
        if service.equip:
            await opened.enter_async_context(service.equip(running.app, settings))
        if worker:
            await opened.enter_async_context(_working(running, worker))
        yield running


@asynccontextmanager
async def engine_for(settings: Settings) -> AsyncIterator[AsyncEngine]:
    """Connections of the service's own role; errors keep parameters, perhaps personal, out."""
    engine = create_async_engine(
        settings.database_url,
        pool_size=settings.pool_size,
        max_overflow=0,
        pool_timeout=POOL_WAIT_S,
        pool_pre_ping=True,
        hide_parameters=True,
        # A peer that vanished says nothing, not even that it is gone: what is asked of it ends.
        connect_args={"timeout": SILENCE_S, "command_timeout": SILENCE_S},
    )
    try:
        yield engine
    finally:
        await engine.dispose()


def assembled(
    service: Service, settings: Settings, engine: AsyncEngine, desk: Desk, broker: Broker
) -> Running:
    """The service's parts put together under its profile."""
    profile = rules.load(settings.profile)
    service.consumers.profile = profile
    backing = Backing(
        desk=desk,
        standings=service.standings,
        profile=profile,
        verifier=verifier_of(settings),
        broker_connected=broker.connected,
        overhear=broker.overhear,
    )
    app = build_app(
        service.name,
        service.description,
        service.routers,
        backing=backing,
        settings=settings,
        largest_body=service.largest_body,
    )
    return Running(service, settings, profile, engine, desk, app)


async def forget_old_answers(running: Running) -> None:
    """Answers kept for repeated requests go after a week: clients repeat within minutes."""
    while True:
        async with running.desk.work() as work:
            await forget_answers(work, before=datetime.now(UTC) - ANSWERS_KEPT_FOR)
        await asyncio.sleep(FORGET_EVERY_S)


@dataclass(frozen=True, slots=True)
class Worker:
    """What tells and hears for a service; an API in a process of its own has none, and no keys."""

    relay: Relay
    broker: Broker
    keyring: Keyring

    @classmethod
    def of(cls, service: Service, settings: Settings, engine: AsyncEngine, broker: Broker) -> Self:
        """Raises SettingsMissing: a key is missing."""
        keyring = keyring_of(settings, service.name, service.consumers.hears)
        return cls(Relay(engine, service.kept, broker.connection, keyring), broker, keyring)


@asynccontextmanager
async def _working(running: Running, worker: Worker) -> AsyncIterator[None]:
    task = asyncio.create_task(_work(running, worker))
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def _work(running: Running, worker: Worker) -> None:
    """Relay, ears and chores, until cancelled."""
    service = running.service
    telling = tell_and_hear(
        worker.relay,
        service.consumers,
        running.desk,
        broker=worker.broker,
        keyring=worker.keyring,
    )
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(telling)
        for chore in (*service.chores, forget_old_answers):
            name = f"{service.name} {getattr(chore, '__name__', 'chore')}"
            tasks.create_task(persist(name, lambda chore=chore: chore(running)))  # type: ignore[misc]
