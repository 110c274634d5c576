"""The bills service with a real broker, in which its documents are kept."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import httpx
import pytest
import pytest_asyncio
from fastapi import FastAPI

from kurultai.servers.folder import DataFolder
from kurultai.servers.nats import ADMIN, Nats
from services.bills.api.equipment import equip
from services.bills.service import SERVICE
from services.bills.store.bills import Bills
from shared.kernel.rules import Profile
from shared.messaging.topology import make_topology
from shared.settings import Settings
from shared.store.unit_of_work import Desk
from shared.web.app import Backing, build_app, close
from tests import a_service
from tests.bills.builders import PROFILE, a_bill
from tests.bills.conftest import desk, signed, urls

__all__ = ["desk", "signed", "urls"]

MOST = 2 * 1024 * 1024


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def broker(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Nats]:
    with DataFolder(tmp_path_factory.mktemp("broker") / "data") as folder:
        nats = Nats(folder, {ADMIN: "admin", "bills": "bills"}, {}, keep_files=["bills"])
        await nats.start()
        await make_topology(nats.url(ADMIN), {"bills": {}}, buckets=["bills"])
        yield nats
        await nats.stop()


@pytest.fixture
def settings(broker: Nats) -> Settings:
    return a_service.SETTINGS.model_copy(
        update={"nats_url": broker.url("bills"), "max_document_bytes": MOST}
    )


@asynccontextmanager
async def equipped(
    desk: Desk, settings: Settings, profile: Profile = PROFILE
) -> AsyncIterator[FastAPI]:
    """The service's app with all that it has beside its desk."""
    backing = Backing(desk, SERVICE.standings, profile, a_service._verifier())  # noqa: SLF001
    app = build_app("bills", "", SERVICE.routers, backing=backing, settings=settings)
    async with equip(app, settings):
        yield app
    await close(app)


@asynccontextmanager
async def client_of(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://bills", timeout=30) as http:
        yield http


@pytest.fixture
async def app(desk: Desk, settings: Settings) -> AsyncIterator[FastAPI]:
    async with equipped(desk, settings) as app:
        yield app


@pytest.fixture
async def http(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    async with client_of(app) as http:
        yield http


@pytest.fixture
def on_file(desk: Desk) -> Callable:
    """Puts a bill on file."""

    async def put(**but):
        async with desk.work() as work:
            return Bills(work).add(a_bill(**but))

    return put
