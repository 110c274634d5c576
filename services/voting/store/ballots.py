"""Ballots on record, read and counted; they are written by the ballot box alone."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from services.voting.domain.ballot import Ballot
from services.voting.domain.refusals import BallotNotFound
from services.voting.domain.stages import (
    Choice,
    DeclarationKind,
    Standing,
)
from services.voting.domain.vote import Mark
from services.voting.store.calls import CALLED, IN_ORDER
from services.voting.store.progress import PROGRESS, SAID, Progress
from services.voting.store.tables import ballots, calls, declarations, roll, votes
from services.voting.store.tables import standing_ballots as standing
from shared.contracts.words import Tally
from shared.store.unit_of_work import UnitOfWork

ON_THE_ROLL = sa.outerjoin(
    roll,
    standing,
    sa.and_(standing.c.vote_id == roll.c.vote_id, standing.c.person_id == roll.c.person_id),
)
"""Everyone on the roll, with the ballot that stands if there is one."""


def _declared(kind: DeclarationKind) -> sa.ColumnElement[bool]:
    return sa.exists().where(
        declarations.c.vote_id == roll.c.vote_id,
        declarations.c.person_id == roll.c.person_id,
        declarations.c.kind == kind,
    )


state = sa.case(
    (SAID.in_([choice.value for choice in Choice]), SAID),
    (standing.c.choice.is_not(None), Standing.VOTED.value),
    (_declared(DeclarationKind.RECUSAL), Standing.RECUSED.value),
    (roll.c.excused, Standing.ABSENT_EXCUSED.value),
    (~roll.c.registered, Standing.ABSENT.value),
    (_declared(DeclarationKind.DEVICE_FAULT), Standing.DEVICE_FAULT.value),
    else_=Standing.PRESENT_NOT_VOTED.value,
)
"""The one state of a deputy on the roll: what the ballot says, or why there is none."""

MARKS = sa.text("""
    SELECT item, option, count(*) AS ballots FROM (
        SELECT marked.key AS item, marked.value AS option
            FROM standing_ballots, jsonb_each_text(
                CASE jsonb_typeof(choice) WHEN 'object' THEN choice ELSE '{}' END
            ) AS marked
            WHERE vote_id = :vote_id
        UNION ALL
        SELECT choice #>> '{}', 'for'
            FROM standing_ballots WHERE vote_id = :vote_id AND jsonb_typeof(choice) = 'string'
    ) AS marks GROUP BY item, option ORDER BY item, option
""")

COUNTED_AS = {one: one.value for one in Standing} | {Standing.FOR: "votes_for"}
COUNT = sa.select(
    *(sa.func.count().filter(state == one).label(name) for one, name in COUNTED_AS.items())
).select_from(ON_THE_ROLL)


async def tally_of(work: UnitOfWork, vote_id: UUID) -> Tally:
    """Everyone on the roll, counted in exactly one state."""
    row = (await work.session.execute(COUNT.where(roll.c.vote_id == vote_id))).one()
    return Tally.model_validate(row, from_attributes=True)


async def marks_of(work: UnitOfWork, vote_id: UUID) -> tuple[Mark, ...]:
    """How many ballots say what of each item; of a vote for one of several, which they name."""
    rows = (await work.session.execute(MARKS, {"vote_id": vote_id})).all()
    return tuple(Mark(row.item, row.option, row.ballots) for row in rows)


async def own_ballot(work: UnitOfWork, vote_id: UUID, person_id: UUID | None) -> Ballot:
    """The person's ballot in the vote. Raises BallotNotFound."""
    query = (
        sa.select(standing, votes.c.rule_digest, votes.c.round)
        .join_from(standing, votes, votes.c.id == standing.c.vote_id)
        .where(standing.c.vote_id == vote_id)
        .where(standing.c.person_id == person_id)
    )
    row = (await work.session.execute(query)).one_or_none()
    if row is None:
        raise BallotNotFound
    return ballot_of(row, row.rule_digest)


async def ballots_of(work: UnitOfWork, vote_id: UUID) -> list[Ballot]:
    """Every ballot that was taken in a vote, in the order of the roll.

    Of a deputy who changed it all are there, the one that stands last.
    """
    query = (
        sa.select(ballots, votes.c.rule_digest, votes.c.round)
        .join_from(ballots, votes, votes.c.id == ballots.c.vote_id)
        .join(roll, sa.and_(roll.c.vote_id == vote_id, roll.c.person_id == ballots.c.person_id))
        .outerjoin(calls, CALLED)
        .where(ballots.c.vote_id == vote_id)
        .order_by(*IN_ORDER, ballots.c.turn)
    )
    rows = (await work.session.execute(query)).all()
    return [ballot_of(row, row.rule_digest) for row in rows]


def ballot_of(row: Any, rules: str) -> Ballot:
    return Ballot(
        id=row.id,
        vote_id=row.vote_id,
        person_id=row.person_id,
        choice=row.choice,
        request_id=row.request_id,
        recorded_at=row.recorded_at,
        rules=rules,
        round=row.round,
        source=row.source,
    )


async def by_name(work: UnitOfWork, vote_id: UUID) -> Sequence[sa.Row[*tuple[Any, ...]]]:
    """The roll with each deputy's ballot if any, in the order of calling or else of numbers."""
    query = (
        sa.select(
            roll,
            calls.c.place.label("call"),
            standing.c.id,
            standing.c.choice,
            standing.c.request_id,
            standing.c.recorded_at,
            standing.c.source,
            votes.c.round,
            votes.c.rule_digest,
            state.label("standing"),
        )
        .select_from(ON_THE_ROLL.join(votes, votes.c.id == roll.c.vote_id).outerjoin(calls, CALLED))
        .where(roll.c.vote_id == vote_id)
        .order_by(*IN_ORDER)
    )
    return (await work.session.execute(query)).all()


async def progress_of(session: AsyncSession, vote_id: UUID) -> Progress:
    """How far the vote is, as far as its frozen rule lets that be told; in one small read."""
    row = (await session.execute(PROGRESS, {"vote_id": vote_id})).one()
    return Progress(**row._mapping)  # noqa: SLF001  SQLAlchemy's public name for a row as a mapping
