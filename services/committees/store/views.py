"""Read models: the chamber as a whole, and lists of every kind of case."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from services.committees.domain.composition import Composition
from services.committees.domain.convocation import Convocation
from services.committees.domain.faction import Faction
from services.committees.domain.office import Office
from services.committees.store.composition import composition_of, whole_composition
from services.committees.store.convocations import Convocations
from services.committees.store.known import names_of
from services.committees.store.tables import factions, mandates, offices
from shared.contracts.words import Bilingual
from shared.kernel.rules import Rules
from shared.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Chamber:
    """The newest convocation, its factions, and the offices held."""

    convocation: Convocation | None
    seats: int
    composition: Composition
    factions: list[Faction]
    offices: list[Office]
    names: Mapping[UUID, Bilingual]

    def size_of(self, faction: Faction | None) -> int:
        """How many deputies are of the faction; of None, how many are of no faction."""
        faction_id = faction.id if faction else None
        return sum(seat.faction_id == faction_id for seat in self.composition.seats)


async def chamber_now(work: UnitOfWork, rules: Rules) -> Chamber:
    """The chamber at this moment; before the first convocation, its seats by the rules."""
    convocation = await Convocations(work).newest()
    held = await _held(work)
    return Chamber(
        convocation=convocation,
        seats=convocation.seats if convocation else rules.seats,
        composition=await composition_now(work),
        factions=await _factions_of(work, convocation),
        offices=held,
        names=await names_of(work, (office.person_id for office in held)),
    )


async def composition_now(work: UnitOfWork) -> Composition:
    """The composition of the newest convocation; before the first one, the offices alone."""
    convocation = await Convocations(work).newest()
    if convocation is None:
        return await whole_composition(work)
    return await composition_of(work, convocation.id)


def listed[C](kind: type[C], table: sa.Table, **asked: object) -> sa.Select[C]:
    """The cases whose columns have the values asked for; None stands for any."""
    given = (table.c[name] == value for name, value in asked.items() if value is not None)
    return sa.select(kind).where(*given)


def sized_factions(convocation_id: UUID | None) -> sa.Select[Any]:
    """Factions with the number of their deputies."""
    size = (
        sa.select(sa.func.count())
        .where(mandates.c.faction_id == factions.c.id)
        .where(mandates.c.until.is_(None))
        .label("deputies")
    )
    return listed(Faction, factions, convocation_id=convocation_id).add_columns(size)


async def _held(work: UnitOfWork) -> list[Office]:
    query = (
        sa.select(Office).where(offices.c.until.is_(None)).order_by(offices.c.since, offices.c.id)
    )
    return list(await work.session.scalars(query))


async def _factions_of(work: UnitOfWork, convocation: Convocation | None) -> list[Faction]:
    convocation_id = convocation.id if convocation else None
    query = listed(Faction, factions, convocation_id=convocation_id).order_by(factions.c.id)
    return list(await work.session.scalars(query))
