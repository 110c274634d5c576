"""The worker tells which recommendations nobody answered in time, for as long as it runs."""

import asyncio
from uuid import UUID

from services.hearings.domain.recommendations.follow_up import pass_term
from services.hearings.domain.recommendations.recommendation import RecStage
from services.hearings.store.clock import database_now
from services.hearings.store.recommendations import Recommendations, past_their_term
from shared.kernel.actor import Actor, Role
from shared.kernel.occasion import Occasion
from shared.kernel.rules import Profile
from shared.service import Running
from shared.store.unit_of_work import Desk

PAUSE_SECONDS = 5.0
"""Between two looks: a term ends with a day, and that it passed is told within this time."""


async def watch_recommendations(running: Running) -> None:
    """Several workers may do this at once, and any of them may die: each is told once."""
    while True:
        await tell_overdue(running.desk, running.profile)
        await asyncio.sleep(PAUSE_SECONDS)


async def tell_overdue(desk: Desk, profile: Profile) -> None:
    """Tell of each that is overdue by the database's clock, in a transaction of its own."""
    async with desk.sessions() as session:
        clock = Occasion.under(profile, Actor.body(Role.CLOCK), await database_now(session))
        due = [row.id for row in await session.execute(past_their_term(clock.day))]
    for recommendation_id in due:
        await _tell_one(desk, clock, recommendation_id)


async def _tell_one(desk: Desk, clock: Occasion, recommendation_id: UUID) -> None:
    """Nothing, if another is at it, or has just answered it."""
    async with desk.work() as work:
        found = await Recommendations(work).locked(recommendation_id)
        if found and found.stage is RecStage.SENT:
            pass_term(found, clock)
