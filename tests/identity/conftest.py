"""The identity service on a real PostgreSQL, its tables made by its own migrations."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
import pytest_asyncio
import sqlalchemy as sa
from fastapi import FastAPI
from pydantic import SecretStr
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from services.identity.actions.turn_keys import turn_keys
from services.identity.api.opening import open_reception
from services.identity.service import SERVICE
from services.identity.store.tables import register
from shared.kernel.actor import Role
from shared.kernel.text import Language
from shared.settings import Settings
from shared.store.unit_of_work import Desk
from shared.web.app import Backing, build_app, close
from shared.web.keys import Keys
from shared.web.tokens import Verifier
from tests import a_service
from tests.identity.builders import CLOCK, FOUNDER_IIN, NAME, NOON, PROFILE, an_occasion

ORIGIN = "http://identity"
SECRET = "0123456789abcdef" * 4


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def urls(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Mapping[str, str]]:
    """The database of the service, by role: `service` and `owner`."""
    async with a_service.database_of("identity", tmp_path_factory.mktemp("identity")) as urls:
        yield urls


@pytest.fixture
async def owner(urls: Mapping[str, str]) -> AsyncIterator[AsyncEngine]:
    """The database as the role of its migrations sees it."""
    engine = create_async_engine(urls["owner"])
    yield engine
    await engine.dispose()


@pytest.fixture
async def desk(urls: Mapping[str, str]) -> AsyncIterator[Desk]:
    async with a_service.desk_of(SERVICE, urls, PROFILE) as desk:
        yield desk


@pytest.fixture
def settings() -> Settings:
    """As in development: with a founder, and the development sign-in."""
    return Settings(
        database_url="postgresql+asyncpg://unused",
        nats_url="nats://unused",
        language=Language.EN,
        secret=SecretStr(SECRET),
        jwks_url=f"{ORIGIN}/.well-known/jwks.json",
        development_sign_in=True,
        founder_iin=SecretStr(FOUNDER_IIN),
        founder_name="Құрам тізілімі",
    )


def an_app(desk: Desk, settings: Settings) -> FastAPI:
    """An app of the service that checks tokens with the keys that it publishes itself."""

    async def itself(scope: Any, receive: Any, send: Any) -> None:
        await app(scope, receive, send)

    inside = httpx.AsyncClient(transport=httpx.ASGITransport(itself))
    verifier = Verifier(
        Keys(settings.jwks_url, client=inside), issuer=settings.issuer, audience=settings.audience
    )
    app = build_app(
        SERVICE.name,
        SERVICE.description,
        SERVICE.routers,
        backing=Backing(desk, SERVICE.standings, PROFILE, verifier),
        settings=settings,
    )
    return app


@asynccontextmanager
async def opened(app: FastAPI, settings: Settings) -> AsyncIterator[httpx.AsyncClient]:
    """A client of an app that has started."""
    transport = httpx.ASGITransport(app)
    async with (
        open_reception(app, settings),
        httpx.AsyncClient(transport=transport, base_url=ORIGIN) as http,
    ):
        yield http
    await close(app)


@pytest.fixture
def app(desk: Desk, settings: Settings) -> FastAPI:
    return an_app(desk, settings)


@pytest.fixture
async def http(app: FastAPI, settings: Settings) -> AsyncIterator[httpx.AsyncClient]:
    async with opened(app, settings) as http:
        yield http


type Signs = Callable[[str], Awaitable[dict[str, str]]]


@pytest.fixture
def signs_in(http: httpx.AsyncClient) -> Signs:
    """Signs in with an IIN, and returns the headers of the requests that follow."""

    async def signed(iin: str) -> dict[str, str]:
        answer = await http.post("/development/sign-in", json={"iin": iin})
        assert answer.status_code == 200, answer.text
        return {"Authorization": f"Bearer {answer.json()['access_token']}"}

    return signed


@pytest.fixture
async def registrar(http: httpx.AsyncClient, desk: Desk, signs_in: Signs) -> dict[str, str]:
    """The headers of the founder, whom the register calls its registrar."""
    headers = await signs_in(FOUNDER_IIN)
    me = (await http.get("/me", headers=headers)).json()
    await take_office(desk, UUID(me["person_id"]), Role.REGISTRAR)
    return headers


@pytest.fixture
def registers(http: httpx.AsyncClient, registrar: dict[str, str]) -> Callable[..., Any]:
    """Registers a person, and returns what was answered."""

    async def registered(iin: str, **but: Any) -> dict[str, Any]:
        body = {"iin": iin, "name": NAME.model_dump()} | but
        answer = await http.post("/persons", json=body, headers=registrar)
        assert answer.status_code == 201, answer.text
        shown: dict[str, Any] = answer.json()
        return shown

    return registered


@pytest.fixture
def time_passes(desk, app):
    """The clock turns the keys so long after now."""

    async def passes(term: timedelta) -> None:
        async with desk.work() as work:
            now = an_occasion(CLOCK, datetime.now(UTC) + term)
            await turn_keys(work, now, app.state.reception.keyring)
        app.state.reception.keyring.forget()

    return passes


async def take_office(desk: Desk, person_id: UUID, role: Role) -> None:
    """As committees would tell it."""
    office = {"office_id": uuid4(), "role": role, "person_id": person_id, "since": NOON}
    async with desk.work() as work:
        await work.session.execute(sa.insert(register.offices).values(office))
