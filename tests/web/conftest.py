"""A real PostgreSQL, a sample service on it, and an identity that signs real tokens."""

import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
import pytest_asyncio
import sqlalchemy as sa
from fastapi import FastAPI
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncEngine, async_sessionmaker, create_async_engine

from kurultai.servers.folder import DataFolder
from kurultai.servers.postgres import Postgres
from shared import rules
from shared.kernel.actor import Role
from shared.kernel.text import Language
from shared.settings import Settings
from shared.store.unit_of_work import Desk
from shared.web.app import Backing, build_app
from shared.web.keys import Keys
from shared.web.tokens import Verifier
from tests.web.web_identity import AUDIENCE, ISSUER, Identity
from tests.web.web_service import KEPT, METADATA, REGISTER, router

PROFILE = rules.load("kz-kurultai-2026-provisional")


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def postgres(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Postgres]:
    with DataFolder(tmp_path_factory.mktemp("kurultai")) as folder:
        server = Postgres(folder, "chamber")
        await server.create()
        await server.start()
        yield server
        await server.stop()


@pytest.fixture
async def engine(postgres: Postgres) -> AsyncIterator[AsyncEngine]:
    """Its tables are there, and emptied afterwards."""
    url = make_url(postgres.admin_url).set(drivername="postgresql+asyncpg")
    engine = create_async_engine(url, pool_size=16, max_overflow=0, hide_parameters=True)
    async with engine.begin() as connection:
        if not await connection.scalar(sa.text("SELECT to_regclass('petitions')")):
            await connection.run_sync(METADATA.create_all)
    yield engine
    async with engine.begin() as connection:
        for table in METADATA.sorted_tables[::-1]:
            await connection.execute(sa.delete(table))
    await engine.dispose()


@pytest.fixture
def identity() -> Identity:
    identity = Identity()
    identity.new_key("first")
    return identity


@pytest.fixture
def settings() -> Settings:
    return Settings(
        database_url="postgresql+asyncpg://unused",
        nats_url="nats://unused",
        language=Language.EN,
        max_body_bytes=64 * 1024,
    )


@dataclass
class Clock:
    """The seconds since the start, and as many more as a test lets pass."""

    passed: float = 0.0

    def __call__(self) -> float:
        return time.monotonic() + self.passed

    def pass_seconds(self, seconds: float) -> None:
        self.passed += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def verifier(identity: Identity, clock: Clock) -> AsyncIterator[Verifier]:
    keys = Keys(f"{ISSUER}/jwks", client=identity.http(), clock=clock)
    verifier = Verifier(keys, issuer=ISSUER, audience=AUDIENCE)
    yield verifier
    await verifier.aclose()


@pytest.fixture
def app(engine: AsyncEngine, settings: Settings, verifier: Verifier) -> FastAPI:
    sessions = async_sessionmaker(engine, expire_on_commit=False)
    backing = Backing(
        desk=Desk(sessions, KEPT),
        standings=REGISTER.standings,
        profile=PROFILE,
        verifier=verifier,
    )
    return build_app("samples", "Petitions.", [router], backing=backing, settings=settings)


@pytest.fixture
async def http(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://kurultai") as client:
        yield client


@pytest.fixture
async def clerk(engine: AsyncEngine) -> UUID:
    """Someone whom the register calls a clerk."""
    person_id = uuid4()
    office = {
        "office_id": uuid4(),
        "role": Role.CLERK,
        "person_id": person_id,
        "since": datetime.now(UTC) - timedelta(days=1),
    }
    async with engine.begin() as connection:
        await connection.execute(sa.insert(REGISTER.offices).values(office))
    return person_id


@pytest.fixture
def signed(identity: Identity, clerk: UUID) -> dict[str, str]:
    """The headers of the clerk's requests."""
    return {"Authorization": f"Bearer {identity.token(clerk)}"}


type Lodge = Callable[..., Any]


@pytest.fixture
def lodge(http: httpx.AsyncClient, signed: dict[str, str]) -> Lodge:
    """Lodges a petition and returns it."""

    async def lodged(**given: Any) -> dict[str, Any]:
        body = {"title": {"kk": "Өтініш", "ru": "Петиция"}} | given
        answer = await http.post("/petitions", json=body, headers=signed)
        assert answer.status_code == 201, answer.text
        shown: dict[str, Any] = answer.json()
        return shown

    return lodged
