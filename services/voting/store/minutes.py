"""Where the minutes are kept, and what they are drawn up from."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from services.voting.domain.conditions import quorum_of
from services.voting.domain.minutes import (
    Attendant,
    Minutes,
    MinutesContent,
    PresidedBy,
    SpeechHeld,
    VoteHeld,
)
from services.voting.domain.refusals import MinutesNotFound
from services.voting.domain.sitting import Sitting
from services.voting.domain.stages import ExcuseStage, SittingAct
from services.voting.store.composition import chamber_then, those_who_sat
from services.voting.store.tables import (
    agendas,
    bodies,
    debates,
    excuses,
    kept,
    minutes,
    register,
    registrations,
    speeches,
    votes,
)
from shared.contracts.words import Bilingual
from shared.kernel.rules import Rules
from shared.kernel.text import Text
from shared.store.cases import Cases
from shared.store.unit_of_work import UnitOfWork

MANDATES = register.mandates
UNNAMED = Bilingual(kk="–", ru="–")
NO_MINUTES = Text(
    kk="Бұл отырыстың хаттамасы әлі жасалмаған.",
    ru="Протокол этого заседания ещё не составлен.",
    en="The minutes of this sitting are not drawn up yet.",
)


class MinutesOnFile(Cases[Minutes]):
    kind = Minutes
    missing = MinutesNotFound
    no_such = Text(kk="{id} хаттамасы жоқ.", ru="Протокола {id} нет.", en="No minutes {id}.")

    async def known_of(self, sitting_id: UUID) -> Minutes | None:
        query = sa.select(Minutes).where(minutes.c.sitting_id == sitting_id)
        return next(iter(await self.all_of(query)), None)

    async def of(self, sitting_id: UUID) -> Minutes:
        """The minutes of a sitting. Raises MinutesNotFound."""
        found = await self.known_of(sitting_id)
        if found is None:
            raise MinutesNotFound(NO_MINUTES)
        return found


async def content_of(work: UnitOfWork, sitting: Sitting, rules: Rules) -> MinutesContent:
    """What the record has of a sitting that is over."""
    sat = await those_who_sat(work, sitting)
    present = await _ids(work, registrations, sitting.id)
    excused = await _ids(work, excuses, sitting.id) - present
    chamber = chamber_then(sitting, rules.seats, len(sat), len(present))
    return MinutesContent(
        sitting_id=sitting.id,
        bodies=await _bodies(work, sitting),
        form=sitting.form,
        place=sitting.place,
        starts_at=sitting.starts_at,
        opened_at=sitting.opened_at,
        closed_at=sitting.closed_at or sitting.starts_at,
        ended_early=sitting.ended_early,
        breaks=sitting.breaks,
        closed_parts=sitting.closed_parts,
        presided=await _presided(work, sitting),
        quorum=quorum_of(chamber, rules, in_committee=sitting.in_committee),
        present=_attendants(sat, present),
        excused=_attendants(sat, excused),
        absent=_attendants(sat, {row.person_id for row in sat} - present - excused),
        agenda=await _agenda(work, sitting.id),
        speeches=await _speeches(work, sitting),
        votes=await _votes(work, sitting.id),
    )


def _attendants(sat: Sequence[Any], people: Iterable[UUID]) -> tuple[Attendant, ...]:
    wanted = set(people)
    return tuple(
        Attendant(person_id=row.person_id, number=row.number, name=row.name)
        for row in sat
        if row.person_id in wanted
    )


async def _ids(work: UnitOfWork, table: sa.Table, sitting_id: UUID) -> set[UUID]:
    query = sa.select(table.c.person_id).where(table.c.sitting_id == sitting_id)
    if table is excuses:
        query = query.where(excuses.c.stage == ExcuseStage.RECORDED)
    return set(await work.session.scalars(query))


async def _bodies(work: UnitOfWork, sitting: Sitting) -> tuple[Bilingual, ...]:
    of = bodies.bodies
    query = sa.select(of.c.name).where(of.c.body_id.in_(sitting.bodies)).order_by(of.c.since)
    return tuple(await work.session.scalars(query))


async def _presided(work: UnitOfWork, sitting: Sitting) -> tuple[PresidedBy, ...]:
    """As it is on record; else whoever opened the sitting."""
    recorded = [(one.person_id, one.since) for one in sitting.presided]
    took = recorded or await _opener(work, sitting.id)
    names = await _names(work, [person_id for person_id, _ in took])
    return tuple(
        PresidedBy(name=names.get(person_id, UNNAMED), since=since) for person_id, since in took
    )


async def _opener(work: UnitOfWork, sitting_id: UUID) -> list[Any]:
    acts = kept.acts.c
    query = sa.select(acts.person_id, acts.at).where(
        acts.about == "sitting", acts.case_id == sitting_id, acts.act == SittingAct.OPEN
    )
    return [tuple(row) for row in (await work.session.execute(query)).all()]


async def _names(work: UnitOfWork, people: Iterable[UUID]) -> Mapping[UUID, Bilingual]:
    query = sa.select(MANDATES.c.person_id, MANDATES.c.name).where(
        MANDATES.c.person_id.in_(set(people))
    )
    rows = await work.session.execute(query.order_by(MANDATES.c.since))
    return {row.person_id: row.name for row in rows}


async def _agenda(work: UnitOfWork, sitting_id: UUID) -> Any:
    there = agendas.agendas
    query = sa.select(there.c["items"]).where(there.c.about_id == sitting_id)
    return await work.session.scalar(query) or ()


async def _speeches(work: UnitOfWork, sitting: Sitting) -> tuple[SpeechHeld, ...]:
    from_ = speeches.join(debates, debates.c.id == speeches.c.debate_id)
    query = (
        sa.select(speeches, debates.c.item_id)
        .select_from(from_)
        .where(speeches.c.sitting_id == sitting.id, speeches.c.given_at.is_not(None))
        .order_by(speeches.c.given_at, speeches.c.id)
    )
    rows = (await work.session.execute(query)).all()
    names = await _names(work, [row.person_id for row in rows if row.person_id])
    return tuple(
        SpeechHeld(
            item_id=row.item_id,
            kind=row.kind,
            name=row.guest or names.get(row.person_id, UNNAMED),
            given_at=row.given_at,
            ended_at=row.ended_at,
        )
        for row in rows
        if not sitting.was_private(row.given_at)
    )


async def _votes(work: UnitOfWork, sitting_id: UUID) -> tuple[VoteHeld, ...]:
    wanted = ("question", "round", "stage", "outcome", "tally", "needed", "closed_at")
    query = (
        sa.select(votes.c.id, *(votes.c[name] for name in wanted))
        .where(votes.c.sitting_id == sitting_id, votes.c.outcome.is_not(None))
        .order_by(votes.c.closed_at, votes.c.id)
    )
    rows = (await work.session.execute(query)).all()
    plain = ("round", "stage", "outcome", "tally", "needed", "closed_at")
    return tuple(
        VoteHeld(
            vote_id=row.id,
            title=row.question.title,
            **{name: getattr(row, name) for name in plain},
        )
        for row in rows
    )
