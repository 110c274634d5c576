"""What opens with the service: the vault, the keys and, if told so, a door without a lock."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import structlog
from fastapi import FastAPI

from services.identity.actions.begin import begin
from services.identity.api import development
from services.identity.store.reception import Reception
from shared.settings import Settings

log = structlog.get_logger()


@asynccontextmanager
async def open_reception(app: FastAPI, settings: Settings) -> AsyncIterator[None]:
    """Put the reception in the app's state; the development sign-in exists only if it is set."""
    app.state.reception = Reception.of(settings)
    await begin(app.state.desk, app.state.profile, settings, app.state.reception)
    if settings.development_sign_in:
        log.warning("DEVELOPMENT SIGN-IN IS ON: whoever names an IIN is signed in as that person")
        app.include_router(development.router)
    yield
