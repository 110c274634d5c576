"""A service's HTTP side, assembled; the same for all."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass

from fastapi import APIRouter, FastAPI

from shared.kernel.rules import Profile
from shared.settings import Settings
from shared.store.register import Standings
from shared.store.unit_of_work import Desk
from shared.watch.logs import configure_logs
from shared.web import health, problems
from shared.web.documents import describe_problems
from shared.web.edge import Edge
from shared.web.events import Hub
from shared.web.keys import Keys
from shared.web.sizes import wide_routes
from shared.web.tokens import Verifier

type Told = Callable[[str, bytes], None]
"""Called with the subject and the data of what was published."""
type Overhear = Callable[[str, Told], AbstractAsyncContextManager[None]]
"""Listen to a subject for as long as the block runs."""


def always() -> bool:
    """The broker of an app that needs none."""
    return True


@asynccontextmanager
async def nothing(_: str, __: Told) -> AsyncIterator[None]:
    """What is to be heard from the broker of an app that needs none."""
    yield


@dataclass(frozen=True, slots=True)
class Backing:
    """What stands behind the routes; they find it as `request.app.state`."""

    desk: Desk
    standings: Standings
    profile: Profile
    verifier: Verifier
    broker_connected: Callable[[], bool] = always
    overhear: Overhear = nothing


def build_app(  # noqa: PLR0913 as many as it is put together of
    title: str,
    description: str,
    routers: Sequence[APIRouter],
    *,
    backing: Backing,
    settings: Settings,
    largest_body: int = 0,
) -> FastAPI:
    """The app: routes, problems, sign-in, health, live streams and the edge around them all.

    Args:
        title: the service's name, as in `bills`; its metrics carry it.
        description: what the service owns, hears and tells.
        routers: with `route_class=KurultaiRoute`.
        backing: what stands behind the routes.
        settings: of the log, the language and the size of a body.
        largest_body: in bytes, where it is larger than that.
    """
    # Here and not only where a process starts: no app may log in the libraries' own way,
    # which prints the values at hand.
    configure_logs(settings.log_level, settings.log_format)
    app = FastAPI(
        title=title,
        description=description,
        version="1",
        servers=[{"url": f"/api/{title}/v1"}],
        redirect_slashes=False,
        redoc_url=None,
        lifespan=_living,
        # Ours is `shared.watch`; the framework's would write down what was in a refused request.
        telemetry={"tracing": False, "metrics": False, "logs": False},
    )
    back(app, backing)
    problems.install(app)
    describe_problems(app)
    for router in [*routers, health.router]:
        app.include_router(router)
    app.add_middleware(
        Edge,
        service=title,
        language=settings.language,
        max_body_bytes=max(settings.max_body_bytes, largest_body),
        wide=wide_routes(routers, settings),
    )
    return app


def verifier_of(settings: Settings) -> Verifier:
    """Checks the tokens that the identity service of these settings issues."""
    return Verifier(Keys(settings.jwks_url), issuer=settings.issuer, audience=settings.audience)


def back(app: FastAPI, backing: Backing) -> None:
    """Put that behind the routes, in place of what was there; nobody watches anything yet."""
    app.state.desk = backing.desk
    app.state.standings = backing.standings
    app.state.profile = backing.profile
    app.state.verifier = backing.verifier
    app.state.broker_connected = backing.broker_connected
    app.state.overhear = backing.overhear
    app.state.hub = Hub()


async def close(app: FastAPI) -> None:
    """Let the viewers go and the connection to identity; for apps whose own lifespan is not run."""
    app.state.hub.close()
    await app.state.verifier.aclose()


@asynccontextmanager
async def _living(app: FastAPI) -> AsyncIterator[None]:
    yield
    await close(app)
