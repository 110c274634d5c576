"""The worker tells which petitions no committee answered in time, for as long as it runs."""

import asyncio
from uuid import UUID

from services.hearings.domain.petition_acts import pass_term
from services.hearings.store.clock import database_now
from services.hearings.store.petitions import Petitions, past_their_term
from shared.kernel.actor import Actor, Role
from shared.kernel.occasion import Occasion
from shared.kernel.rules import Profile
from shared.service import Running
from shared.store.unit_of_work import Desk

PAUSE_SECONDS = 5.0
"""Between two looks: a term ends with a day, and that it passed is told within this time."""


async def watch_petitions(running: Running) -> None:
    """Several workers may do this at once, and any of them may die: each is told once."""
    while True:
        await tell_unanswered(running.desk, running.profile)
        await asyncio.sleep(PAUSE_SECONDS)


async def tell_unanswered(desk: Desk, profile: Profile) -> None:
    """Tell of each that is overdue by the database's clock, in a transaction of its own."""
    async with desk.sessions() as session:
        clock = Occasion.under(profile, Actor.body(Role.CLOCK), await database_now(session))
        due = list(await session.scalars(past_their_term(clock.day)))
    for petition_id in due:
        await _tell_one(desk, clock, petition_id)


async def _tell_one(desk: Desk, clock: Occasion, petition_id: UUID) -> None:
    """Nothing, if another is at it, or it has just been answered."""
    async with desk.work() as work:
        petition = await Petitions(work).locked(petition_id)
        if petition is not None:
            pass_term(petition, clock)
