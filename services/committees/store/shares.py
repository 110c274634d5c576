"""What factions of the opposition used of what they are guaranteed in a session."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from services.committees.domain.session import Session
from services.committees.store.breach_tables import opposition_uses
from services.committees.store.register_tables import faction_sides, sessions
from shared.store.bodies import holds_at
from shared.store.unit_of_work import UnitOfWork


async def note_use(
    work: UnitOfWork, key: str, *, subject_id: UUID, body_id: UUID | None, at: datetime
) -> None:
    """Count it, if the faction was of the opposition at that moment; without one it is said so."""
    if body_id is not None and not await _in_opposition(work, body_id, at):
        return
    row = {"subject_id": subject_id, "key": key, "body_id": body_id, "at": at}
    await work.session.execute(insert(opposition_uses).values(row).on_conflict_do_nothing())


async def give_up(work: UnitOfWork, subject_id: UUID, at: datetime) -> None:
    """It did not come about: it counts no longer."""
    mine = opposition_uses.c.subject_id == subject_id
    await work.session.execute(sa.update(opposition_uses).where(mine).values(given_up_at=at))


async def session_at(work: UnitOfWork, at: datetime) -> Session | None:
    """The session in course at that moment."""
    found = await work.session.scalars(sa.select(Session).where(holds_at(sessions, at)))
    return found.first()


async def used_in(work: UnitOfWork, session: Session) -> dict[str, int]:
    """By guarantee, how many stand of those that fall into the session."""
    query = (
        sa.select(opposition_uses.c.key, sa.func.count())
        .where(opposition_uses.c.at >= session.since, opposition_uses.c.given_up_at.is_(None))
        .group_by(opposition_uses.c.key)
    )
    if session.until is not None:
        query = query.where(opposition_uses.c.at < session.until)
    rows = (await work.session.execute(query)).all()
    return {row[0]: row[1] for row in rows}


async def _in_opposition(work: UnitOfWork, faction_id: UUID, at: datetime) -> bool:
    query = sa.select(
        sa.exists().where(
            faction_sides.c.faction_id == faction_id,
            faction_sides.c.opposition,
            holds_at(faction_sides, at),
        )
    )
    return bool(await work.session.scalar(query))
