"""The worker tells what nobody answered in time, for as long as it runs."""

import asyncio
from datetime import datetime
from uuid import UUID

from services.committees.domain.acts.conclusion_requests import tell_late
from services.committees.domain.acts.requests import tell_overdue
from services.committees.store.clock import database_now
from services.committees.store.conclusion_requests import ConclusionRequests, conclusions_overdue
from services.committees.store.requests import DeputyRequests, requests_overdue
from shared.kernel.actor import Actor, Role
from shared.kernel.occasion import Occasion
from shared.kernel.rules import Profile
from shared.service import Running
from shared.store.unit_of_work import Desk

PAUSE_SECONDS = 5.0
"""Between two looks: a term ends with a day, and that it passed is told within this time."""


async def watch_requests(running: Running) -> None:
    """Several workers may do this at once, and any of them may die: each is told once."""
    while True:
        async with running.desk.sessions() as session:
            now = await database_now(session)
        await tell_overdue_requests(running.desk, running.profile, now)
        await tell_overdue_conclusions(running.desk, running.profile, now)
        await asyncio.sleep(PAUSE_SECONDS)


async def tell_overdue_requests(desk: Desk, profile: Profile, now: datetime) -> None:
    """Tell of each deputy's request whose term is over by then, in a transaction of its own."""
    clock = _clock(profile, now)
    async with desk.sessions() as session:
        found = await requests_overdue(session, now)
    for request_id in found:
        await _tell_request(desk, clock, request_id)


async def tell_overdue_conclusions(desk: Desk, profile: Profile, now: datetime) -> None:
    """Tell of each conclusion whose term is over by then, in a transaction of its own."""
    clock = _clock(profile, now)
    async with desk.sessions() as session:
        found = await conclusions_overdue(session, now)
    for request_id in found:
        await _tell_conclusion(desk, clock, request_id)


def _clock(profile: Profile, now: datetime) -> Occasion:
    return Occasion.under(profile, Actor.body(Role.CLOCK), now)


async def _tell_request(desk: Desk, clock: Occasion, request_id: UUID) -> None:
    """Nothing, if another is at it, or has just entered the answer."""
    async with desk.work() as work:
        request = await DeputyRequests(work).overdue(request_id, clock.at)
        if request:
            tell_overdue(request, clock)


async def _tell_conclusion(desk: Desk, clock: Occasion, request_id: UUID) -> None:
    """As of a deputy's request."""
    async with desk.work() as work:
        request = await ConclusionRequests(work).overdue(request_id, clock.at)
        if request:
            tell_late(request, clock)
