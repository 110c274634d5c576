"""In which order a roll is called, and who is to be called next."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB, insert

from services.voting.domain.calling import Called, Callee, Calling, fits, in_order
from services.voting.domain.stages import DeclarationKind
from services.voting.store.tables import ballots, calls, declarations, roll
from shared.store.unit_of_work import UnitOfWork

CALLED = sa.and_(calls.c.vote_id == roll.c.vote_id, calls.c.person_id == roll.c.person_id)
"""A deputy's place in the order of calling; where no roll is called, nobody has any."""

IN_ORDER = (calls.c.place, roll.c.number, roll.c.person_id)


async def freeze_calls(work: UnitOfWork, vote_id: UUID, calling: Calling) -> frozenset[UUID]:
    """Write down who of the frozen roll is called when, if the calling fits it; who is on it.

    Of a vote that is not waiting to be opened, the order stays as it is.
    """
    query = sa.select(roll.c.person_id, roll.c.number, roll.c.name).where(roll.c.vote_id == vote_id)
    callees = [Callee(*row) for row in (await work.session.execute(query)).all()]
    on_the_roll = frozenset(callee.person_id for callee in callees)
    if callees and fits(calling, on_the_roll):
        rows = [
            {"vote_id": vote_id, "person_id": one.person_id, "place": one.place}
            for one in in_order(calling, callees)
        ]
        await work.session.execute(insert(calls).values(rows).on_conflict_do_nothing())
    return on_the_roll


async def roll_in_order(work: UnitOfWork, vote_id: UUID) -> Sequence[Any]:
    """The frozen roll without its ballots, in the order of calling or of numbers."""
    query = (
        sa.select(roll, calls.c.place.label("call"))
        .select_from(roll.outerjoin(calls, CALLED))
        .where(roll.c.vote_id == vote_id)
        .order_by(*IN_ORDER)
    )
    return (await work.session.execute(query)).all()


async def next_called(work: UnitOfWork, vote_id: UUID) -> Called | None:
    """The first in the order who is there and has neither voted nor recused themself."""
    query = _next_of(vote_id, calls.c.place, calls.c.person_id, roll.c.number, roll.c.name)
    row = (await work.session.execute(query)).one_or_none()
    return Called(*row) if row else None


def next_in_json(vote_id: sa.BindParameter[UUID]) -> sa.ScalarSelect[Any]:
    """The same as a value within another query."""
    fields = {
        "place": calls.c.place,
        "person_id": calls.c.person_id,
        "number": roll.c.number,
        "name": roll.c.name,
    }
    named = [part for name, column in fields.items() for part in (sa.literal(name), column)]
    return _next_of(vote_id, sa.func.jsonb_build_object(*named, type_=JSONB)).scalar_subquery()


def _next_of(
    vote_id: UUID | sa.BindParameter[UUID], *columns: sa.ColumnElement[Any]
) -> sa.Select[Any]:
    voted = sa.exists().where(
        ballots.c.vote_id == calls.c.vote_id, ballots.c.person_id == calls.c.person_id
    )
    recused = sa.exists().where(
        declarations.c.vote_id == calls.c.vote_id,
        declarations.c.person_id == calls.c.person_id,
        declarations.c.kind == DeclarationKind.RECUSAL,
    )
    return (
        sa.select(*columns)
        .select_from(calls.join(roll, CALLED))
        .where(calls.c.vote_id == vote_id, roll.c.registered, ~voted, ~recused)
        .order_by(calls.c.place)
        .limit(1)
    )
