"""A deputy asks for a link to their calendar, or ends it."""

import secrets
from datetime import datetime
from uuid import UUID

from services.voting.domain.calendar_link import SECRET_BYTES
from services.voting.store.calendar_links import end_link, keep_link
from shared.store.unit_of_work import UnitOfWork


async def link_calendar(work: UnitOfWork, person_id: UUID, at: datetime) -> str:
    """A new secret, told this once and never again; the link of before ends."""
    secret = secrets.token_urlsafe(SECRET_BYTES)
    await keep_link(work, person_id, secret, at)
    return secret


async def unlink_calendar(work: UnitOfWork, person_id: UUID) -> None:
    """No calendar program reads any more."""
    await end_link(work, person_id)
