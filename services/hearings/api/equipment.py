"""What this service has beside its desk: the watchers of hearings, and a secret it shares."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from fastapi import FastAPI

from services.hearings.api.watching import Watchers, woken
from shared.settings import Settings


@asynccontextmanager
async def equip(app: FastAPI, settings: Settings) -> AsyncIterator[None]:
    """Put them in the app's state; without the secret no other system is believed."""
    app.state.e_otinish_secret = settings.e_otinish_secret
    app.state.watchers = Watchers(app.state.hub, app.state.desk)
    async with AsyncExitStack() as opened:
        opened.push_async_callback(app.state.watchers.close)
        await opened.enter_async_context(woken(app.state.watchers, app.state.overhear))
        yield
