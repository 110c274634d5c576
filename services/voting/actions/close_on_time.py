"""The worker closes votes whose window is over, for as long as it runs."""

import asyncio
from datetime import UTC, datetime
from uuid import UUID

import structlog

from services.voting.actions.close_vote import time_out_vote
from services.voting.domain.certify import CannotCertify
from services.voting.store.votes import overdue
from shared.kernel.actor import Actor, Role
from shared.kernel.errors import NotNow
from shared.kernel.occasion import Occasion
from shared.service import Running

PAUSE_SECONDS = 0.2
"""Between two looks: a result is known within this time of its window's end."""

log = structlog.get_logger()


async def close_on_time(running: Running) -> None:
    """Several workers may do this at once: of each vote one of them gets the lock first."""
    while True:
        async with running.desk.sessions() as session:
            due = await overdue(session)
        for vote_id in due:
            await close_overdue(running, vote_id)
        await asyncio.sleep(PAUSE_SECONDS)


async def close_overdue(running: Running, vote_id: UUID) -> None:
    """Close one vote in a transaction of its own; a vote that cannot be certified stays open."""
    clock = Occasion.under(running.profile, Actor.body(Role.CLOCK), datetime.now(UTC))
    try:
        async with running.desk.work() as work:
            await time_out_vote(work, clock, vote_id=vote_id)
    except CannotCertify:
        log.exception("vote cannot be certified", vote_id=str(vote_id))
    except NotNow:
        log.debug("vote closed by another", vote_id=str(vote_id))
