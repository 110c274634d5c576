"""The worker tells which breaches nobody cured in time, for as long as it runs."""

import asyncio
from datetime import UTC, datetime
from uuid import UUID

from services.committees.domain.acts.breaches import pass_term
from services.committees.store.breaches import Breaches, past_their_term
from shared.kernel.actor import Actor, Role
from shared.kernel.occasion import Occasion
from shared.kernel.rules import Profile
from shared.service import Running
from shared.store.unit_of_work import Desk

PAUSE_SECONDS = 5.0
"""Between two looks: a term ends with a day, and that it passed is told within this time."""


async def watch_breaches(running: Running) -> None:
    """Several workers may do this at once, and any of them may die: each is told once."""
    while True:
        now = datetime.now(UTC)
        await tell_overdue_breaches(running.desk, running.profile, now)
        await asyncio.sleep(PAUSE_SECONDS)


async def tell_overdue_breaches(desk: Desk, profile: Profile, now: datetime) -> None:
    """Tell of each that is overdue, in a transaction of its own."""
    clock = Occasion.under(profile, Actor.body(Role.CLOCK), now)
    async with desk.sessions() as session:
        due = (await session.scalars(past_their_term(clock.day))).all()
    for breach_id in due:
        await _tell_one(desk, clock, breach_id)


async def _tell_one(desk: Desk, clock: Occasion, breach_id: UUID) -> None:
    """Nothing, if another is at it, or it has just been cured."""
    async with desk.work() as work:
        breach = await Breaches(work).locked(breach_id)
        if breach is not None:
            pass_term(breach, clock)
