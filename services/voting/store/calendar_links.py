"""Where the links to calendars of deputies are kept, one of each deputy."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from services.voting.domain.calendar_link import NO_SUCH_CALENDAR, CalendarNotFound, digest_of
from services.voting.store.personal import as_seen_by, concerning
from services.voting.store.tables import (
    calendar_links,
    excuses,
    register,
    registrations,
    sittings,
)
from shared.store.unit_of_work import UnitOfWork

MANDATES = register.mandates
BACK = timedelta(days=92)
"""How far back a calendar goes; what is older is in the record."""


async def keep_link(work: UnitOfWork, person_id: UUID, secret: str, at: datetime) -> None:
    """The deputy's link from now on; the one before opens nothing any more."""
    new = insert(calendar_links).values(person_id=person_id, digest=digest_of(secret), made_at=at)
    changed = {"digest": new.excluded.digest, "made_at": new.excluded.made_at}
    await work.session.execute(
        new.on_conflict_do_update(index_elements=["person_id"], set_=changed)
    )


async def end_link(work: UnitOfWork, person_id: UUID) -> None:
    """The deputy has no link from now on; without one nothing changes."""
    theirs = calendar_links.c.person_id == person_id
    await work.session.execute(sa.delete(calendar_links).where(theirs))


async def deputy_of(work: UnitOfWork, secret: str, at: datetime) -> UUID:
    """Whose link it is. Raises CalendarNotFound: nobody's, or of a deputy of before."""
    query = (
        sa.select(calendar_links.c.person_id)
        .join(MANDATES, MANDATES.c.person_id == calendar_links.c.person_id)
        .where(calendar_links.c.digest == digest_of(secret))
        .where(MANDATES.c.since <= at)
        .where(sa.or_(MANDATES.c.until.is_(None), MANDATES.c.until > at))
    )
    person_id: UUID | None = await work.session.scalar(query.limit(1))
    if person_id is None:
        raise CalendarNotFound(NO_SUCH_CALENDAR)
    return person_id


async def sittings_around(
    work: UnitOfWork, person_id: UUID, at: datetime
) -> Sequence[sa.Row[*tuple[Any, ...]]]:
    """The sittings of the last months and all that are called, with how the deputy stands."""
    query = (
        sa.select(sittings, registrations.c.registered_at)
        .add_columns(excuses.c.id.is_not(None).label("excused"))
        .select_from(as_seen_by(person_id))
        .where(sittings.c.starts_at > at - BACK, concerning(person_id))
        .order_by(sittings.c.starts_at, sittings.c.id)
    )
    return (await work.session.execute(query)).all()
