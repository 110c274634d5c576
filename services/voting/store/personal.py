"""What concerns one deputy: the sittings of a day, votes to take part in, absences.

A sitting of the Kurultai concerns every deputy, one of committees the members of these.
"""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from services.voting.domain.stages import UNDER_WAY, ExcuseStage, SittingStage
from services.voting.store.tables import (
    agendas,
    ballots,
    bodies,
    excuses,
    register,
    registrations,
    roll,
    sittings,
    votes,
)
from shared.contracts.bodies import Capacity
from shared.kernel.occasion import ALMATY
from shared.store.bodies import holds_at
from shared.store.unit_of_work import UnitOfWork

MANDATES = register.mandates
MEMBERSHIPS = bodies.memberships
AGENDAS = agendas.agendas
HELD = sa.func.coalesce(sittings.c.opened_at, sittings.c.starts_at)
"""The moment that says whose a sitting was."""
JUST = timedelta(hours=24)
"""For how long a vote that is over is shown beside those that are open."""
GOES_ON = (SittingStage.OPEN, SittingStage.ON_BREAK)
OF_A_VOTE = (
    "id",
    "version",
    "stage",
    "sitting_id",
    "question",
    "options",
    "items",
    "round",
    "opened_at",
    "closes_at",
    "remaining_ms",
    "closed_at",
    "outcome",
)
LINE = tuple(votes.c[name] for name in OF_A_VOTE)
"""A vote as a page shows it: not its rule and count, which take longer to read."""


async def sittings_on(
    work: UnitOfWork, person_id: UUID, day: date, now: datetime
) -> Sequence[sa.Row[*tuple[Any, ...]]]:
    """The sittings of a day in Astana in their order, with how the deputy stands in each.

    One that began earlier and goes on is of today too.
    """
    query = (
        sa.select(
            sittings,
            registrations.c.registered_at,
            excuses.c.id.is_not(None).label("excused"),
            AGENDAS.c["items"].label("agenda"),
        )
        .select_from(as_seen_by(person_id).outerjoin(AGENDAS, AGENDAS.c.about_id == sittings.c.id))
        .where(_of_day(day, now), concerning(person_id))
        .order_by(sittings.c.starts_at, sittings.c.id)
    )
    return (await work.session.execute(query)).all()


async def votes_on(
    work: UnitOfWork, person_id: UUID, day: date, now: datetime
) -> Sequence[sa.Row[*tuple[Any, ...]]]:
    """The votes of those sittings as they were prepared, and in which the deputy has voted."""
    voted = sa.exists().where(ballots.c.vote_id == votes.c.id, ballots.c.person_id == person_id)
    query = (
        sa.select(*LINE, voted.label("voted"))
        .join_from(votes, sittings, sittings.c.id == votes.c.sitting_id)
        .where(_of_day(day, now), concerning(person_id))
        .order_by(votes.c.prepared_at, votes.c.id)
    )
    return (await work.session.execute(query)).all()


async def votes_of(
    work: UnitOfWork, person_id: UUID, now: datetime
) -> Sequence[sa.Row[*tuple[Any, ...]]]:
    """Votes under way on whose roll the deputy is, what ends first first; then those just over.

    Each with the deputy's own ballot that stands, if there is one.
    """
    mine = _last_ballot(person_id)
    query = (
        sa.select(*LINE, roll.c.registered, roll.c.excused)
        .add_columns(mine.c.choice, mine.c.recorded_at, mine.c.source)
        .select_from(sa.join(votes, roll, roll.c.vote_id == votes.c.id).outerjoin(mine, sa.true()))
        .where(roll.c.person_id == person_id)
        .where(sa.or_(votes.c.stage.in_(UNDER_WAY), votes.c.closed_at > now - JUST))
        .order_by(votes.c.stage.not_in(UNDER_WAY), votes.c.closes_at, votes.c.id)
    )
    return (await work.session.execute(query)).all()


async def absences_of(
    work: UnitOfWork, person_id: UUID, since: date | None
) -> Sequence[sa.Row[*tuple[Any, ...]]]:
    """Sittings that are over and for which the deputy did not register, the newest first.

    Only those for which a mandate of theirs was in force; each with whether it was excused.
    """
    query = (
        sa.select(sittings.c.id, sittings.c.starts_at, sittings.c.opened_at, sittings.c.closed_at)
        .add_columns(excuses.c.id.is_not(None).label("excused"), excuses.c.ground)
        .select_from(as_seen_by(person_id))
        .where(sittings.c.stage == SittingStage.CLOSED, registrations.c.id.is_(None))
        .where(_holding_a_mandate(person_id), concerning(person_id))
        .order_by(sittings.c.starts_at.desc(), sittings.c.id)
    )
    if since:
        query = query.where(sittings.c.starts_at >= dawn_of(since))
    return (await work.session.execute(query)).all()


def dawn_of(day: date) -> datetime:
    """The instant at which the day begins where the Kurultai sits."""
    return datetime.combine(day, time(), ALMATY)


def as_seen_by(person_id: UUID) -> sa.Join:
    """All sittings, with the deputy's registration and the excuse that stands, if there are any."""
    registered = sa.and_(
        registrations.c.sitting_id == sittings.c.id, registrations.c.person_id == person_id
    )
    excused = sa.and_(
        excuses.c.sitting_id == sittings.c.id,
        excuses.c.person_id == person_id,
        excuses.c.stage == ExcuseStage.RECORDED,
    )
    return sittings.outerjoin(registrations, registered).outerjoin(excuses, excused)


def _of_day(day: date, now: datetime) -> sa.ColumnElement[bool]:
    begins, ends = dawn_of(day), dawn_of(day + timedelta(days=1))
    on_the_day = sa.and_(sittings.c.starts_at >= begins, sittings.c.starts_at < ends)
    if not begins <= now < ends:
        return on_the_day
    goes_on = sa.and_(sittings.c.stage.in_(GOES_ON), sittings.c.starts_at < begins)
    return sa.or_(on_the_day, goes_on)


def concerning(person_id: UUID) -> sa.ColumnElement[bool]:
    """It is of the whole Kurultai, or of a body to which the deputy belonged when it was held."""
    member = sa.exists().where(
        MEMBERSHIPS.c.person_id == person_id,
        MEMBERSHIPS.c.capacity == Capacity.MEMBER,
        MEMBERSHIPS.c.body_id == sa.any_(sittings.c.bodies),
        holds_at(MEMBERSHIPS, HELD),
    )
    return sa.or_(sa.func.cardinality(sittings.c.bodies) == 0, member)


def _holding_a_mandate(person_id: UUID) -> sa.ColumnElement[bool]:
    """The deputy's mandate was in force when the sitting was held."""
    return sa.exists().where(MANDATES.c.person_id == person_id, holds_at(MANDATES, HELD))


def _last_ballot(person_id: UUID) -> sa.FromClause:
    """The deputy's ballot that stands in a vote: of each vote it is looked up by its key."""
    return (
        sa.select(ballots.c.choice, ballots.c.recorded_at, ballots.c.source)
        .where(ballots.c.vote_id == votes.c.id, ballots.c.person_id == person_id)
        .order_by(ballots.c.turn.desc())
        .limit(1)
        .lateral("mine")
    )
