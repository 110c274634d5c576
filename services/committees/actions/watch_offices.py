"""The worker ends offices whose term is over, for as long as it runs."""

import asyncio
from datetime import UTC, datetime
from uuid import UUID

from services.committees.actions.recall import drop_recalls
from services.committees.domain.acts.offices import expire
from services.committees.store.offices import Offices, past_their_term
from services.committees.store.turns import Turn, wait_for_turn
from shared.kernel.actor import Actor, Role
from shared.kernel.occasion import Occasion
from shared.kernel.rules import Profile
from shared.service import Running
from shared.store.unit_of_work import Desk

PAUSE_SECONDS = 5.0
"""Between two looks: a term ends with a day, and the office within this time after it."""


async def watch_offices(running: Running) -> None:
    """Several workers may do this at once, and any of them may die: each office ends once."""
    while True:
        await end_offices(running.desk, running.profile, datetime.now(UTC))
        await asyncio.sleep(PAUSE_SECONDS)


async def end_offices(desk: Desk, profile: Profile, now: datetime) -> None:
    """End each whose term is over, in a transaction of its own."""
    clock = Occasion.under(profile, Actor.body(Role.CLOCK), now)
    async with desk.sessions() as session:
        due = (await session.scalars(past_their_term(clock.day))).all()
    for office_id in due:
        await _end_one(desk, clock, office_id)


async def _end_one(desk: Desk, clock: Occasion, office_id: UUID) -> None:
    """Nothing, if another is at it, or it has just been left."""
    async with desk.work() as work:
        await wait_for_turn(work, Turn.OFFICES)
        office = await Offices(work).locked(office_id)
        if office is not None:
            expire(office, clock)
            await drop_recalls(work, office, clock)
