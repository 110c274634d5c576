"""The register of composition, kept in step with what committees tells."""

from sqlalchemy.dialects.postgresql import insert

from shared.contracts.bodies import DeputyChangedFaction
from shared.contracts.committees import (
    FactionChangedSides,
    FactionFormed,
    MandateBegan,
    MandateEnded,
    OfficeLeft,
    OfficeTaken,
)
from shared.messaging.consumers import Consumers
from shared.store.register import Register
from shared.store.unit_of_work import UnitOfWork


def hear_register(consumers: Consumers, register: Register) -> None:
    """Have the service hear offices, mandates and factions."""
    _hear_offices(consumers, register)
    _hear_mandates(consumers, register)
    _hear_factions(consumers, register)


def _hear_offices(consumers: Consumers, register: Register) -> None:
    offices = register.offices

    @consumers.on(OfficeTaken)
    async def taken(fact: OfficeTaken, work: UnitOfWork) -> None:
        row = fact.model_dump(include={"office_id", "person_id", "role", "body_id", "since"})
        await work.session.execute(insert(offices).values(row).on_conflict_do_nothing())

    @consumers.on(OfficeLeft)
    async def left(fact: OfficeLeft, work: UnitOfWork) -> None:
        ended = offices.update().where(offices.c.office_id == fact.office_id)
        await work.session.execute(ended.values(until=fact.until))


def _hear_mandates(consumers: Consumers, register: Register) -> None:
    mandates = register.mandates

    @consumers.on(MandateBegan)
    async def began(fact: MandateBegan, work: UnitOfWork) -> None:
        row = fact.model_dump(include=set(mandates.c.keys()) - {"name"}) | {"name": fact.name}
        await work.session.execute(insert(mandates).values(row).on_conflict_do_nothing())

    @consumers.on(MandateEnded)
    async def ended(fact: MandateEnded, work: UnitOfWork) -> None:
        ending = mandates.update().where(mandates.c.mandate_id == fact.mandate_id)
        await work.session.execute(ending.values(until=fact.until))

    @consumers.on(DeputyChangedFaction)
    async def changed(fact: DeputyChangedFaction, work: UnitOfWork) -> None:
        change = mandates.update().where(mandates.c.mandate_id == fact.mandate_id)
        await work.session.execute(change.values(faction_id=fact.faction_id))


def _hear_factions(consumers: Consumers, register: Register) -> None:
    factions = register.factions

    @consumers.on(FactionFormed)
    async def formed(fact: FactionFormed, work: UnitOfWork) -> None:
        row = {
            "faction_id": fact.faction_id,
            "name": fact.name,
            "opposition": fact.opposition,
        }
        await work.session.execute(insert(factions).values(row).on_conflict_do_nothing())

    @consumers.on(FactionChangedSides)
    async def changed(fact: FactionChangedSides, work: UnitOfWork) -> None:
        side = factions.update().where(factions.c.faction_id == fact.faction_id)
        await work.session.execute(side.values(opposition=fact.opposition))
