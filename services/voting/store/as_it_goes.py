"""A sitting as it goes: who speaks on what, which vote is open, and how much has happened."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from services.voting.domain.sitting import Sitting
from services.voting.domain.speaking import SpeechStage
from services.voting.domain.stages import UNDER_WAY
from services.voting.store.tables import (
    agendas,
    debates,
    register,
    registrations,
    sittings,
    speeches,
    votes,
)
from services.voting.store.views import sitting_as_it_is
from shared.agenda.items import AgendaItem, ItemState
from shared.contracts.words import Bilingual
from shared.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class OnTheFloor:
    """Who has the floor, since when, and how long the rules give it; None: no limit."""

    speech_id: UUID
    person_id: UUID | None
    name: Bilingual | None
    since: datetime
    limit_seconds: int | None


@dataclass(frozen=True, slots=True)
class AsItGoes:
    """`happened` only grows, and is the same in every process: the number of the event."""

    sitting: Sitting
    item: AgendaItem | None
    speaker: OnTheFloor | None
    vote_id: UUID | None
    happened: int


async def as_it_goes(work: UnitOfWork, sitting_id: UUID, seats: int) -> AsItGoes:
    """Raises SittingNotFound. What happened is counted first: it is never more than is shown."""
    happened = await happened_in(work, sitting_id)
    return AsItGoes(
        sitting=await sitting_as_it_is(work, sitting_id, seats),
        item=await _item(work, sitting_id),
        speaker=await _speaker(work, sitting_id),
        vote_id=await work.session.scalar(
            sa.select(votes.c.id).where(
                votes.c.sitting_id == sitting_id, votes.c.stage.in_(UNDER_WAY)
            )
        ),
        happened=happened,
    )


async def happened_in(work: UnitOfWork, sitting_id: UUID) -> int:
    """Acts on the sitting and on all that is of it, registrations, and mandates that ended."""
    versions = (
        sa.select(sa.func.coalesce(sa.func.sum(table.c.version), 0))
        .where(column == sitting_id)
        .scalar_subquery()
        for table, column in (
            (sittings, sittings.c.id),
            (agendas.agendas, agendas.agendas.c.about_id),
            (debates, debates.c.sitting_id),
            (speeches, speeches.c.sitting_id),
            (votes, votes.c.sitting_id),
            (registrations, registrations.c.sitting_id),
        )
    )
    ended = sa.select(sa.func.count()).where(register.mandates.c.until.is_not(None))
    total = sum(versions, start=ended.scalar_subquery())
    return int((await work.session.execute(sa.select(total))).scalar_one())


async def _item(work: UnitOfWork, sitting_id: UUID) -> AgendaItem | None:
    of_it = agendas.agendas.c
    items = await work.session.scalar(sa.select(of_it["items"]).where(of_it.about_id == sitting_id))
    return next((one for one in items or () if one.state is ItemState.IN_COURSE), None)


async def _speaker(work: UnitOfWork, sitting_id: UUID) -> OnTheFloor | None:
    mandates = register.mandates
    name = (
        sa.select(mandates.c.name)
        .where(mandates.c.person_id == speeches.c.person_id)
        .order_by(mandates.c.since.desc())
        .limit(1)
        .scalar_subquery()
    )
    said = speeches.c
    query = sa.select(
        *(said.id, said.person_id, said.guest), name, *(said.given_at, said.limit_seconds)
    ).where(said.sitting_id == sitting_id, said.stage == SpeechStage.SPEAKING)
    found = (await work.session.execute(query)).one_or_none()
    if found is None:
        return None
    speech_id, person_id, guest, own, since, limit = found
    return OnTheFloor(speech_id, person_id, guest or own, since, limit)
