"""The worker tells of terms that near their end or have passed, for as long as it runs."""

import asyncio

import structlog
from sqlalchemy.exc import SQLAlchemyError

from services.bills.actions.catch_up import catch_up
from services.bills.actions.tell_deadline import tell_deadline
from services.bills.store.clock import database_now
from services.bills.store.deadlines import due
from shared.kernel.errors import DomainError
from shared.kernel.rules import Profile
from shared.service import Running
from shared.store.unit_of_work import Desk

PAUSE_SECONDS = 1.0
"""Between two looks: a term that has passed is told within this time."""

CANNOT_BE_TOLD = (DomainError, SQLAlchemyError, LookupError, ValueError)
"""One bill of which nothing can be told must not keep the others waiting."""

log = structlog.get_logger()


async def watch_terms(running: Running) -> None:
    """Several workers may do this at once, and any of them may die: each thing is told once."""
    await catch_up(running.desk, running.profile)
    while True:
        await tell_what_is_due(running.desk, running.profile)
        await asyncio.sleep(PAUSE_SECONDS)


async def tell_what_is_due(desk: Desk, profile: Profile) -> None:
    """Tell all that is due by the database's clock, each in a transaction of its own."""
    async with desk.sessions() as session:
        now = await database_now(session)
        found = await due(session, now)
    for each in found:
        try:
            async with desk.work() as work:
                await tell_deadline(work, profile, each, now)
        except CANNOT_BE_TOLD:
            log.exception("deadline cannot be told", deadline_id=str(each.id))
