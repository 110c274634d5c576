"""What this service has beside its desk: the ballot box, and the watchers of votes."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from services.voting.api.watching import Watchers
from services.voting.store.ballot_box import BallotBox
from shared.settings import Settings


@asynccontextmanager
async def equip(app: FastAPI, settings: Settings) -> AsyncIterator[None]:
    """Put both in the app's state."""
    app.state.watchers = Watchers(app.state.hub, app.state.desk)
    async with BallotBox.opened(settings.database_url) as box:
        app.state.ballot_box = box
        try:
            yield
        finally:
            await app.state.watchers.close()
