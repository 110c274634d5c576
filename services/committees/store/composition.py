"""The composition in force, read as the domain asks about it."""

from uuid import UUID

import sqlalchemy as sa

from services.committees.domain.composition import Composition, Post, Seat
from services.committees.domain.stages import CandidacyStage
from services.committees.store.election_tables import candidacies
from services.committees.store.tables import committees, factions, mandates, offices
from shared.store.unit_of_work import UnitOfWork


async def composition_of(work: UnitOfWork, convocation_id: UUID) -> Composition:
    """The seats and committees of one convocation, and every office held."""
    return await _composition(work, convocation_id)


async def whole_composition(work: UnitOfWork) -> Composition:
    """Every seat, committee and office, of whatever convocation."""
    return await _composition(work, None)


async def _composition(work: UnitOfWork, convocation_id: UUID | None) -> Composition:
    return Composition(
        seats=await _seats(work, convocation_id),
        posts=await _posts(work),
        opposition=await _opposition(work),
        committees=await _committees(work, convocation_id),
        candidates=await _candidates(work),
    )


def _within(table: sa.Table, convocation_id: UUID | None) -> sa.ColumnElement[bool]:
    column: sa.ColumnElement[UUID] = table.c.convocation_id
    return sa.true() if convocation_id is None else column == convocation_id


async def _seats(work: UnitOfWork, convocation_id: UUID | None) -> tuple[Seat, ...]:
    query = (
        sa.select(mandates.c.person_id, mandates.c.name, mandates.c.faction_id)
        .where(mandates.c.until.is_(None))
        .where(_within(mandates, convocation_id))
        .order_by(mandates.c.number)
    )
    return tuple(Seat(*row) for row in await work.session.execute(query))


async def _posts(work: UnitOfWork) -> tuple[Post, ...]:
    query = (
        sa.select(offices.c.role, offices.c.person_id, offices.c.body_id)
        .where(offices.c.until.is_(None))
        .order_by(offices.c.since, offices.c.id)
    )
    return tuple(Post(*row) for row in await work.session.execute(query))


async def _opposition(work: UnitOfWork) -> frozenset[UUID]:
    query = sa.select(factions.c.id).where(factions.c.opposition)
    return frozenset(await work.session.scalars(query))


async def _committees(work: UnitOfWork, convocation_id: UUID | None) -> frozenset[UUID]:
    query = sa.select(committees.c.id).where(_within(committees, convocation_id))
    return frozenset(await work.session.scalars(query))


async def _candidates(work: UnitOfWork) -> dict[UUID, frozenset[UUID]]:
    query = sa.select(candidacies.c.committee_id, candidacies.c.person_id).where(
        candidacies.c.stage == CandidacyStage.NOMINATED, candidacies.c.committee_id.is_not(None)
    )
    standing: dict[UUID, frozenset[UUID]] = {}
    for committee_id, person_id in await work.session.execute(query):
        standing[committee_id] = standing.get(committee_id, frozenset()) | {person_id}
    return standing
