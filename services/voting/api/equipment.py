"""What this service has beside its desk: its keys, the ballot box, and what is watched live."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from fastapi import FastAPI
from starlette.middleware import Middleware

from services.voting.api.calendar_feed import calendars_pace
from services.voting.api.short_way import ShortWay
from services.voting.api.sittings_live import SittingReaders
from services.voting.api.waking import woken, woken_of_sittings
from services.voting.api.watching import Watchers
from services.voting.domain.seal import Seal
from services.voting.store.ballot_box import BallotBox
from shared.settings import Settings, SettingsMissing


@asynccontextmanager
async def equip(app: FastAPI, settings: Settings) -> AsyncIterator[None]:
    """Put them in the app's state. Raises SettingsMissing: there is no secret for the keys."""
    app.state.seal = _seal(settings)
    app.state.calendars_pace = calendars_pace()
    # The last is the innermost: the edge is around it, and the routes are in it.
    app.user_middleware.append(Middleware(ShortWay))
    app.state.watchers = Watchers(app.state.hub, app.state.desk)
    app.state.sitting_readers = SittingReaders(app.state.hub, app.state.desk)
    async with AsyncExitStack() as opened:
        app.state.ballot_box = await opened.enter_async_context(
            BallotBox.opened(settings.database_url)
        )
        for readers in (app.state.watchers, app.state.sitting_readers):
            opened.push_async_callback(readers.close)
        await opened.enter_async_context(woken(app.state.watchers, app.state.overhear))
        sittings = woken_of_sittings(app.state.sitting_readers, app.state.overhear)
        await opened.enter_async_context(sittings)
        yield


def _seal(settings: Settings) -> Seal:
    if settings.secret is None:
        message = "KURULTAI_SECRET: receipts and the log are signed with keys derived from it"
        raise SettingsMissing(message)
    return Seal.of(settings.secret.get_secret_value(), settings.log_origin)
