"""A service listens to another: each message is taken in, put off, or parked, and answered."""

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

# Not the fact's fault: the database was away, or somebody else changed the case meanwhile.
NOBODYS_FAULT = (OperationalError, InterfaceError, StaleDataError, ConnectionError, TimeoutError)

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
        self._failing: dict[str, int] = {}

    async def run(self) -> None:
        """Listen for ever, whatever happens to the database or the broker."""
        await persist(f"{self._consumers.service} hears {self._teller}", self._run_once)

    async def _run_once(self) -> None:
        service = self._consumers.service
        async for delivery in deliveries(self._connection, stream_of(self._teller), service):
            await self._answer(delivery)

    async def _answer(self, delivery: Delivery) -> None:
        try:
            envelope = self._believed(delivery)
        except NoEnvelope:
            # The broker lets nobody else write here, but for its own answers sent astray.
            log.exception("no fact", teller=self._teller)
            await delivery.drop()
        except NotSigned as reason:
            await self._refusals.keep(delivery, self._teller, reason)
            await delivery.ack()
        else:
            await self._take_in(envelope, delivery)

    def _believed(self, delivery: Delivery) -> Envelope:
        """Who told it is asked first, and of every attribute."""
        document = opened(delivery.data)
        self._keyring.check(document, delivery.told_at)
        return Envelope.read(document, teller=self._teller)

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
        if self._failing.pop(str(envelope.id), None):
            await self._parking.forget(envelope)
        HEARD.labels(self._consumers.service).inc()
        await delivery.ack()

    async def _failed(self, envelope: Envelope, error: Exception, delivery: Delivery) -> None:
        if await self._parking.failed(envelope, error):
            self._failing.pop(str(envelope.id), None)
            await delivery.ack()
            return
        tries = self._failing[str(envelope.id)] = self._failing.get(str(envelope.id), 0) + 1
        await delivery.later(FIRST_RETRY_S * 2**tries)
