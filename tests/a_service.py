"""A service for its tests: on a real PostgreSQL, its tables made by its own migrations."""

import asyncio
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path
from uuid import UUID, uuid4

import httpx
import sqlalchemy as sa
from fastapi import FastAPI
from joserfc import jwt
from joserfc.jwk import ECKey, KeySet
from sqlalchemy.ext.asyncio import AsyncEngine, async_sessionmaker, create_async_engine
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from kurultai.servers import create_databases, owner_role, role_url, service_role
from kurultai.servers.folder import DataFolder
from kurultai.servers.postgres import Postgres
from shared.kernel.event import Fact
from shared.kernel.rules import Profile
from shared.kernel.text import Language
from shared.messaging.consumers import Heard
from shared.messaging.envelope import wrapped
from shared.service import Service, migrate_to_head
from shared.settings import Settings
from shared.store.unit_of_work import Desk
from shared.web.app import Backing, back, build_app, close
from shared.web.keys import Keys
from shared.web.tokens import Verifier

SETTINGS = Settings(
    database_url="postgresql+asyncpg://unused", nats_url="nats://unused", language=Language.EN
)
_APPS: dict[str, FastAPI] = {}
KEY = ECKey.generate_key("P-256", {"kid": "first", "use": "sig", "alg": "ES256"})


@asynccontextmanager
async def database_of(service: str, folder: Path) -> AsyncIterator[Mapping[str, str]]:
    """The migrated database of a service: its URL by role, `service` and `owner`."""
    with DataFolder(folder) as data:
        server = Postgres(data, "chamber")
        await server.create()
        await server.start()
        yield await _migrated(service, server.admin_url)
        await server.stop()


async def _migrated(service: str, admin_url: str) -> Mapping[str, str]:
    name = f"kurultai_{service}"
    roles = {"service": service_role(service), "owner": owner_role(service)}
    passwords = {role: place for place, role in roles.items()}
    await create_databases(admin_url, {service: name}, passwords)
    urls = {
        place: role_url(admin_url, role, passwords[role], name) for place, role in roles.items()
    }
    await asyncio.to_thread(migrate_to_head, service, urls["owner"])
    return urls


@asynccontextmanager
async def desk_of(
    service: Service, urls: Mapping[str, str], profile: Profile
) -> AsyncIterator[Desk]:
    """The service's desk over its database, which is emptied afterwards."""
    service.consumers.profile = profile
    engine = engine_at(urls["service"])
    yield Desk(async_sessionmaker(engine, expire_on_commit=False), service.kept)
    await engine.dispose()
    await _empty(service, urls["owner"])


@cache
def engine_at(url: str) -> AsyncEngine:
    """One for all tests of a process, for it remembers how each statement is written out.

    Whoever uses it disposes of it at the end: connections belong to the loop of one test.
    """
    return create_async_engine(url, pool_size=16, max_overflow=0)


async def _empty(service: Service, url: str) -> None:
    tables = reversed(service.metadata.sorted_tables)
    emptied = "; ".join(f"DELETE FROM {table.name}" for table in tables)  # noqa: S608 our own names
    engine = engine_at(url)
    async with engine.begin() as connection:
        await connection.execute(sa.text(f"DO $$ BEGIN {emptied}; END $$"))
    await engine.dispose()


@asynccontextmanager
async def http_of(
    service: Service, desk: Desk, profile: Profile
) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the service's app, which takes the tokens that are signed here."""
    app = app_of(service, desk, profile)
    transport = httpx.ASGITransport(app)
    base_url = f"http://{service.name}"
    async with httpx.AsyncClient(transport=transport, base_url=base_url, timeout=30) as http:
        yield http
    await close(app)


def app_of(service: Service, desk: Desk, profile: Profile) -> FastAPI:
    return backed(service, SETTINGS, Backing(desk, service.standings, profile, _verifier()))


def backed(service: Service, settings: Settings, backing: Backing) -> FastAPI:
    """One app of a service for all tests of a process, with this behind it from now on.

    What a route asks for is looked into once an app, and that takes longer than most tests.
    """
    app = _APPS.get(service.name)
    if app is None:
        app = _APPS[service.name] = build_app(
            service.name,
            service.description,
            service.routers,
            backing=backing,
            settings=settings,
            largest_body=service.largest_body,
        )
    back(app, backing)
    return app


def signed(person_id: UUID) -> dict[str, str]:
    """The headers of a person's requests."""
    now = int(time.time())
    claims = {
        "iss": SETTINGS.issuer,
        "aud": SETTINGS.audience,
        "sub": str(person_id),
        "client_id": "tests",
        "jti": str(uuid4()),
        "iat": now,
        "exp": now + 300,
    }
    token = jwt.encode({"alg": "ES256", "typ": "at+jwt", "kid": "first"}, claims, KEY)
    return {"Authorization": f"Bearer {token}"}


def _verifier() -> Verifier:
    async def jwks(_: Request) -> JSONResponse:
        return JSONResponse(KeySet([KEY]).as_dict(private=False))

    app = Starlette(routes=[Route("/.well-known/jwks.json", jwks)])
    client = httpx.AsyncClient(transport=httpx.ASGITransport(app))
    keys = Keys(SETTINGS.jwks_url, client=client)
    return Verifier(keys, issuer=SETTINGS.issuer, audience=SETTINGS.audience)


async def deliver(
    service: Service, desk: Desk, fact: Fact, *, sequence: int = 1, event_id: UUID | None = None
) -> Heard:
    """Have the service hear a fact, as the broker would bring it."""
    envelope = wrapped(fact, event_id=event_id or uuid4(), sequence=sequence)
    return await service.consumers.deliver(envelope, desk)
