"""How many hearings were called in a session, and on whose behalf."""

from uuid import UUID

import sqlalchemy as sa

from services.hearings.domain.hearing import Hearing
from services.hearings.domain.session import Session
from services.hearings.domain.stages import Initiator, Stage
from services.hearings.store.tables import hearings
from shared.store.unit_of_work import UnitOfWork

NOT_COUNTED = (Stage.CANCELLED, Stage.DECLINED)
"""What will not be held uses up nothing."""


async def one_call_at_a_time(work: UnitOfWork, initiator: Initiator) -> None:
    """Let two who call at once on the same behalf do it one after the other."""
    key = sa.func.hashtextextended(f"call of a hearing {initiator}", 0)
    await work.session.execute(sa.select(sa.func.pg_advisory_xact_lock(key)))


async def called_before(work: UnitOfWork, hearing: Hearing, session: Session | None) -> int:
    """How many others were called in the session on the same behalf; of a committee, by it."""
    query = sa.select(sa.func.count()).where(
        hearings.c.on_behalf_of == hearing.on_behalf_of,
        hearings.c.id != hearing.id,
        *_in(session),
    )
    if hearing.on_behalf_of is Initiator.COMMITTEE:
        query = query.where(hearings.c.body_id == hearing.body_id)
    return (await work.session.execute(query)).scalar_one()


async def called_in(
    work: UnitOfWork, session: Session | None
) -> list[tuple[Initiator, UUID | None, int]]:
    """By initiator, and by committee or faction where one called, how many were called."""
    query = (
        sa.select(hearings.c.on_behalf_of, hearings.c.body_id, sa.func.count())
        .where(*_in(session))
        .group_by(hearings.c.on_behalf_of, hearings.c.body_id)
        .order_by(hearings.c.on_behalf_of, hearings.c.body_id)
    )
    return [tuple(row) for row in await work.session.execute(query)]


def _in(session: Session | None) -> tuple[sa.ColumnElement[bool], ...]:
    counted = hearings.c.stage.not_in(NOT_COUNTED)
    if session is None:
        return (counted,)
    first, past = session.span
    return (counted, hearings.c.called_at >= first, hearings.c.called_at < past)
