"""The voting service on a real PostgreSQL, its tables made by its own migrations."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from typing import Any
from uuid import uuid4

import asyncpg
import httpx
import pytest
import pytest_asyncio
import sqlalchemy as sa
from fastapi import FastAPI
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncEngine, async_sessionmaker

from kurultai.servers import create_databases, owner_role, role_url, service_role
from kurultai.servers.folder import DataFolder
from kurultai.servers.postgres import Postgres
from services.voting.api.equipment import equip
from services.voting.service import SERVICE
from services.voting.store.ballot_box import BallotBox
from shared.kernel.event import Fact
from shared.kernel.rules import Profile
from shared.kernel.text import Language
from shared.messaging.consumers import Heard
from shared.messaging.envelope import wrapped
from shared.service import Running, migrate_to_head
from shared.settings import Settings
from shared.store.unit_of_work import Desk, UnitOfWork
from shared.web.app import Backing, close
from tests.a_service import backed, engine_at
from tests.voting import signing
from tests.voting.builders import PROFILE
from tests.voting.floor import Floor

NAME = "kurultai_voting"
PASSWORDS = {"kurultai_voting": "service", "kurultai_voting_owner": "owner"}
ORIGIN = "http://voting"
SECRET = "a secret of the tests, and of nothing else"  # noqa: S105 no secret


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def urls(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Mapping[str, str]]:
    """The database of the service, by role: `service`, `owner` and `admin`."""
    with DataFolder(tmp_path_factory.mktemp("voting")) as folder:
        server = Postgres(folder, "chamber")
        await server.create()
        await server.start()
        yield await _migrated(server.admin_url)
        await server.stop()


async def _migrated(admin_url: str) -> Mapping[str, str]:
    await create_databases(admin_url, {"voting": NAME}, PASSWORDS)
    roles = {"service": service_role("voting"), "owner": owner_role("voting")}
    urls = {k: role_url(admin_url, role, PASSWORDS[role], NAME) for k, role in roles.items()}
    await asyncio.to_thread(migrate_to_head, "voting", urls["owner"])
    there = make_url(admin_url).set(database=NAME)
    return urls | {"admin": there.render_as_string(hide_password=False)}


@pytest.fixture
async def admin(urls: Mapping[str, str]) -> AsyncIterator[asyncpg.Connection]:
    """The database as its superuser, whom no trigger stops; emptied afterwards."""
    connection = await asyncpg.connect(urls["admin"])
    await connection.execute("SET session_replication_role = replica")
    yield connection
    tables = SERVICE.metadata.sorted_tables
    await connection.execute("; ".join(str(sa.delete(table)) for table in tables))
    await connection.close()


@pytest.fixture
async def engine(urls: Mapping[str, str]) -> AsyncIterator[AsyncEngine]:
    engine = engine_at(urls["service"])
    yield engine
    await engine.dispose()


@pytest.fixture
def profile() -> Profile:
    """The rules of the chamber; a file of tests may have others."""
    return PROFILE


@pytest.fixture
async def desk(engine: AsyncEngine, admin: asyncpg.Connection, profile: Profile) -> Desk:  # noqa: ARG001 it empties the tables
    SERVICE.consumers.profile = profile
    return Desk(async_sessionmaker(engine, expire_on_commit=False), SERVICE.kept)


@pytest.fixture
async def work(desk: Desk) -> AsyncIterator[UnitOfWork]:
    """Work that is never committed."""
    async with desk.sessions() as session:
        yield UnitOfWork(session, desk.kept)


@pytest.fixture
def settings(urls: Mapping[str, str]) -> Settings:
    return Settings(
        database_url=urls["service"],
        nats_url="nats://unused",
        language=Language.EN,
        pool_size=16,
        secret=SECRET,
    )


@pytest.fixture
async def app(desk: Desk, settings: Settings, profile: Profile) -> AsyncIterator[FastAPI]:
    backing = Backing(desk, SERVICE.standings, profile, signing.verifier(settings))
    app = backed(SERVICE, settings, backing)
    async with equip(app, settings):
        yield app
    await close(app)


@pytest.fixture
async def http(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url=ORIGIN) as client:
        yield client


@pytest.fixture
async def box(urls: Mapping[str, str]) -> AsyncIterator[BallotBox]:
    async with BallotBox.opened(urls["service"]) as box:
        yield box


@pytest.fixture
async def floor(
    admin: asyncpg.Connection, http: httpx.AsyncClient, app: FastAPI, settings: Settings
) -> Floor:
    """145 deputies with their mandates, a Chair among them, a clerk and the Government."""
    floor = Floor(admin, http, app.state.ballot_box, settings)
    await floor.be_seated()
    return floor


@pytest.fixture
def running(
    desk: Desk, settings: Settings, engine: AsyncEngine, app: FastAPI, profile: Profile
) -> Running:
    return Running(SERVICE, settings, profile, engine, desk, app)


type Hear = Callable[..., Any]


@pytest.fixture
def hear(desk: Desk) -> Hear:
    """Deliver a fact as the broker would; `sequence` is its place among those of its case."""

    async def heard(fact: Fact, *, sequence: int = 1, event_id: Any = None) -> Heard:
        envelope = wrapped(fact, event_id=event_id or uuid4(), sequence=sequence)
        return await SERVICE.consumers.deliver(envelope, desk)

    return heard
