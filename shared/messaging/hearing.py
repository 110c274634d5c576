"""A service listens to another: each message is taken in, put off, or parked, and answered."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from uuid import UUID

import structlog
from nats.aio.client import Client
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.orm.exc import StaleDataError

from shared.messaging.consumers import Consumers, Heard
from shared.messaging.envelope import Envelope, NoEnvelope, opened
from shared.messaging.parking import Parking
from shared.messaging.pull import Delivery, deliveries
from shared.messaging.refusals import Refusals
from shared.messaging.signatures import Keyring, NotSigned
from shared.messaging.topology import stream_of
from shared.messaging.watching import HEARD, persist
from shared.store.unit_of_work import Desk

log = structlog.get_logger()

type Told = tuple[Envelope, Delivery]

# The database is away: it is away for every fact.
AWAY = (OperationalError, InterfaceError, ConnectionError)
# Not the fact's fault: the database was away, or somebody else changed the case meanwhile.
NOBODYS_FAULT = (*AWAY, StaleDataError, TimeoutError)

AT_LEAST = 2
"""Facts that are taken in together."""
SOON_S = 0.1
FIRST_RETRY_S = 0.2


class Hearing:
    """One service hears one other."""

    def __init__(
        self,
        consumers: Consumers,
        desk: Desk,
        connection: Client,
        *,
        teller: str,
        keyring: Keyring,
    ) -> None:
        self._consumers = consumers
        self._desk = desk
        self._connection = connection
        self._teller = teller
        self._keyring = keyring
        self._parking = Parking(desk, consumers.service)
        self._refusals = Refusals(desk, consumers.service)
        self._failing = Counter[UUID]()

    async def run(self) -> None:
        """Listen for ever, whatever happens to the database or the broker."""
        await persist(f"{self._consumers.service} hears {self._teller}", self._run_once)

    async def _run_once(self) -> None:
        service = self._consumers.service
        async for together in deliveries(self._connection, stream_of(self._teller), service):
            told = [fact for delivery in together if (fact := await self._read(delivery))]
            # What failed before is tried alone: it would fail those that came with it.
            alone = [fact for fact in told if fact[0].id in self._failing]
            await self._take_in_together([fact for fact in told if fact[0].id not in self._failing])
            await self._take_in_one_by_one(alone)

    async def _read(self, delivery: Delivery) -> Told | None:
        """The fact, if it is one; if it is none, it is answered."""
        # Signatures are asked for between whatever else there is to do, not in front of it.
        await asyncio.sleep(0)
        try:
            return self._believed(delivery), delivery
        except NoEnvelope:
            # The broker lets nobody else write here, but for its own answers sent astray.
            log.exception("no fact", teller=self._teller)
            await delivery.drop()
        except NotSigned as reason:
            await self._refusals.keep(delivery, self._teller, reason)
            await delivery.ack()
        return None

    def _believed(self, delivery: Delivery) -> Envelope:
        """Who told it is asked first, and of every attribute."""
        document = opened(delivery.data)
        self._keyring.check(document, delivery.told_at)
        return Envelope.read(document, teller=self._teller)

    async def _take_in_together(self, told: Sequence[Told]) -> None:
        """In one transaction; where that fails one by one, so that only the one at fault waits."""
        if len(told) < AT_LEAST:
            await self._take_in_one_by_one(told)
            return
        try:
            heard = await self._consumers.deliver_together([e for e, _ in told], self._desk)
        except AWAY as error:
            log.info("facts put off", number=len(told), error=type(error).__name__)
            for _, delivery in told:
                await delivery.later(FIRST_RETRY_S)
        except Exception as error:  # noqa: BLE001 whatever it is, it is met again one by one
            log.info("facts taken one by one", number=len(told), error=type(error).__name__)
            await self._take_in_one_by_one(told)
        else:
            for (envelope, delivery), came in zip(told, heard, strict=True):
                await self._heard(envelope, came, delivery)

    async def _take_in_one_by_one(self, told: Sequence[Told]) -> None:
        for envelope, delivery in told:
            await self._take_in(envelope, delivery)

    async def _take_in(self, envelope: Envelope, delivery: Delivery) -> None:
        try:
            heard = await self._consumers.deliver(envelope, self._desk)
        except NOBODYS_FAULT as error:
            log.info("fact put off", event_id=str(envelope.id), error=type(error).__name__)
            await delivery.later(FIRST_RETRY_S)
        except Exception as error:  # noqa: BLE001 a function may raise anything; the fact is kept
            await self._failed(envelope, error, delivery)
        else:
            await self._heard(envelope, heard, delivery)

    async def _heard(self, envelope: Envelope, heard: Heard, delivery: Delivery) -> None:
        if heard is Heard.EARLY and not await self._parking.behind(envelope):
            await delivery.later(SOON_S)
            return
        if self._failing.pop(envelope.id, None):
            await self._parking.forget(envelope)
        HEARD.labels(self._consumers.service).inc()
        await delivery.ack()

    async def _failed(self, envelope: Envelope, error: Exception, delivery: Delivery) -> None:
        if await self._parking.failed(envelope, error):
            self._failing.pop(envelope.id, None)
            await delivery.ack()
            return
        self._failing[envelope.id] += 1
        await delivery.later(FIRST_RETRY_S * 2 ** self._failing[envelope.id])
