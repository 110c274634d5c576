"""Who sits in the chamber now: mandates in force, and who of them registered for a sitting."""

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import distinct_on, insert

from services.voting.domain.sitting import Sitting
from services.voting.domain.stages import ExcuseStage, VoteStage
from services.voting.store.tables import (
    bodies,
    excuses,
    register,
    registrations,
    roll,
    sittings,
    votes,
)
from shared.contracts.bodies import Capacity
from shared.kernel.rules import Chamber
from shared.store.bodies import holds_at
from shared.store.unit_of_work import UnitOfWork

MEMBERSHIPS = bodies.memberships
MANDATES = register.mandates


async def mandates_in_force(work: UnitOfWork) -> int:
    query = sa.select(sa.func.count(MANDATES.c.person_id.distinct())).where(_in_force())
    return (await work.session.execute(query)).scalar_one()


async def deputies_now(work: UnitOfWork, sitting_id: UUID) -> frozenset[UUID]:
    """Everyone whose mandate is in force, of those who sit."""
    query = sa.select(MANDATES.c.person_id).where(_in_force(), _sits_in(sitting_id))
    return frozenset((await work.session.scalars(query)).all())


async def chamber_at(work: UnitOfWork, sitting_id: UUID, seats: int) -> Chamber:
    """The chamber as it is now: of those with a mandate, who registered for the sitting."""
    query = (
        sa.select(
            sa.func.count(MANDATES.c.person_id.distinct()),
            sa.func.count(registrations.c.person_id.distinct()),
        )
        .select_from(_deputies(sitting_id))
        .where(_in_force(), _sits_in(sitting_id))
    )
    return await _house(work, query, sitting_id, seats)


async def members_now(work: UnitOfWork, body_ids: Collection[UUID]) -> frozenset[UUID]:
    """Everyone whose mandate is in force, of the members of these bodies."""
    query = sa.select(MANDATES.c.person_id).where(
        _in_force(), _belongs(MEMBERSHIPS.c.body_id.in_(body_ids))
    )
    return frozenset((await work.session.scalars(query)).all())


async def those_who_sat(work: UnitOfWork, sitting: Sitting) -> Sequence[sa.Row[*tuple[Any, ...]]]:
    """Who had a mandate when the sitting was held and belonged to it, in the order of numbers."""
    then = sitting.opened_at or sitting.starts_at
    member = sa.exists().where(
        MEMBERSHIPS.c.person_id == MANDATES.c.person_id,
        MEMBERSHIPS.c.capacity == Capacity.MEMBER,
        MEMBERSHIPS.c.body_id.in_(sitting.bodies),
        holds_at(MEMBERSHIPS, then),
    )
    query = (
        sa.select(MANDATES.c.person_id, MANDATES.c.number, MANDATES.c.name)
        .where(holds_at(MANDATES, then), member if sitting.in_committee else sa.true())
        .order_by(MANDATES.c.number, MANDATES.c.person_id)
    )
    return (await work.session.execute(query)).all()


def chamber_then(sitting: Sitting, seats: int, filled: int, registered: int) -> Chamber:
    """The chamber that a sitting had; a committee has as many seats as it had members."""
    whole = filled if sitting.in_committee else seats
    return Chamber(seats=whole, filled=filled, registered=registered)


async def _house(
    work: UnitOfWork, counting: sa.Select[*tuple[Any, ...]], sitting_id: UUID, seats: int
) -> Chamber:
    """What was counted; a committee has as many seats as it has members."""
    plenary = _is_plenary(sitting_id)
    filled, registered, whole = (await work.session.execute(counting.add_columns(plenary))).one()
    return Chamber(seats=seats if whole else filled, filled=filled, registered=registered)


async def freeze_roll(work: UnitOfWork, vote_id: UUID, sitting_id: UUID, seats: int) -> Chamber:
    """Write down who may vote and who of them is there; the chamber is counted from the roll.

    Of a vote that is not waiting to be opened, the roll stays as it is.
    """
    await work.session.execute(
        insert(roll)
        .from_select([column.name for column in roll.c], _roll_of(vote_id, sitting_id))
        .on_conflict_do_nothing()
    )
    query = sa.select(sa.func.count(), sa.func.count().filter(roll.c.registered)).where(
        roll.c.vote_id == vote_id
    )
    return await _house(work, query, sitting_id, seats)


def _roll_of(vote_id: UUID, sitting_id: UUID) -> sa.Select[Any]:
    waiting = sa.and_(votes.c.id == vote_id, votes.c.stage == VoteStage.PREPARED)
    return (
        sa.select(
            votes.c.id,
            MANDATES.c.person_id,
            MANDATES.c.mandate_id,
            MANDATES.c.number,
            MANDATES.c.name,
            MANDATES.c.faction_id,
            registrations.c.id.is_not(None),
            sa.and_(registrations.c.id.is_(None), _is_excused(sitting_id)),
        )
        .ext(distinct_on(MANDATES.c.person_id))
        .select_from(_deputies(sitting_id).join(votes, waiting))
        .where(_in_force(), _sits_in(sitting_id))
        .order_by(MANDATES.c.person_id, MANDATES.c.since)
    )


def _deputies(sitting_id: UUID) -> sa.Join:
    """Everyone who ever had a mandate, with their registration for the sitting if there is one."""
    registered = sa.and_(
        registrations.c.person_id == MANDATES.c.person_id,
        registrations.c.sitting_id == sitting_id,
    )
    return sa.outerjoin(MANDATES, registrations, registered)


def _is_plenary(sitting_id: UUID) -> sa.ScalarSelect[bool]:
    of_nobody = sa.func.cardinality(sittings.c.bodies) == 0
    return sa.select(of_nobody).where(sittings.c.id == sitting_id).scalar_subquery()


def _sits_in(sitting_id: UUID) -> sa.ColumnElement[bool]:
    """All sit in the plenary; in a sitting of committees, their members of this moment."""
    theirs = sa.select(sa.func.unnest(sittings.c.bodies)).where(sittings.c.id == sitting_id)
    return sa.or_(_is_plenary(sitting_id), _belongs(MEMBERSHIPS.c.body_id.in_(theirs)))


def _belongs(to: sa.ColumnElement[bool]) -> sa.ColumnElement[bool]:
    return sa.exists().where(
        MEMBERSHIPS.c.person_id == MANDATES.c.person_id,
        MEMBERSHIPS.c.capacity == Capacity.MEMBER,
        holds_at(MEMBERSHIPS, sa.func.statement_timestamp()),
        to,
    )


def _is_excused(sitting_id: UUID) -> sa.ColumnElement[bool]:
    return sa.exists().where(
        excuses.c.sitting_id == sitting_id,
        excuses.c.person_id == MANDATES.c.person_id,
        excuses.c.stage == ExcuseStage.RECORDED,
    )


def _in_force() -> sa.ColumnElement[bool]:
    """The mandate holds now, by the clock of the database."""
    now = sa.func.statement_timestamp()
    until = MANDATES.c.until
    return sa.and_(MANDATES.c.since <= now, sa.or_(until.is_(None), until > now))
