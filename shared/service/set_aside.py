"""What a service has set aside: facts that it could not take in, and forgeries."""

import sys

from sqlalchemy.ext.asyncio import async_sessionmaker

from shared.messaging.keys import keyring_of
from shared.messaging.parking import ParkedFact, Parking
from shared.messaging.refusals import Refusals, RefusedFact
from shared.service.assembly import Service
from shared.service.running import engine_for
from shared.settings import Settings
from shared.store.unit_of_work import Desk


async def list_set_aside(service: Service, settings: Settings, *, replay: bool) -> int:
    """Print it, after taking up again what can be; how much of it is left."""
    async with engine_for(settings) as engine:
        desk = Desk(async_sessionmaker(engine), service.kept)
        refusals, parking = Refusals(desk, service.name), Parking(desk, service.name)
        if replay:
            keyring = keyring_of(settings, service.name, service.consumers.hears)
            refused = await refusals.replay(service.consumers, keyring)
            parked = await parking.replay(service.consumers, keyring)
        else:
            refused, parked = await refusals.all(), await parking.all()
    lines = [*map(_refused_line, refused), *map(_parked_line, parked)]
    sys.stdout.writelines(lines)
    return len(lines)


def _refused_line(fact: RefusedFact) -> str:
    return (
        f"{fact.digest.hex()}  not believed  {fact.subject}  {fact.told_at.isoformat()}  "
        f"{fact.times} times  {fact.reason}\n"
    )


def _parked_line(fact: ParkedFact) -> str:
    envelope = fact.envelope
    return (
        f"{envelope.id}  {envelope.fact_type}  {envelope.subject}  #{envelope.sequence}  "
        f"{fact.attempts} tries  {fact.error}\n"
    )
