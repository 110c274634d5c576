"""The worker looks after the keys for as long as it runs."""

import asyncio
from datetime import UTC, datetime

from services.identity.actions.turn_keys import turn_keys
from shared.kernel.actor import Actor, Role
from shared.kernel.occasion import Occasion
from shared.service import Running

PAUSE_SECONDS = 60
"""Between two looks; the terms of keys are minutes and days."""


async def keep_keys(running: Running) -> None:
    while True:
        now = datetime.now(UTC)
        clock = Occasion.under(running.profile, Actor.body(Role.CLOCK), now)
        async with running.desk.work() as work:
            await turn_keys(work, clock, running.app.state.reception.keyring)
        await asyncio.sleep(PAUSE_SECONDS)
