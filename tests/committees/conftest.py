"""The committees service on a real PostgreSQL, and a chamber to act in."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
import pytest_asyncio

from services.committees.service import SERVICE
from shared.contracts.identity import PersonRegistered
from shared.kernel.event import Fact
from shared.messaging.consumers import Heard
from shared.store.unit_of_work import Desk, UnitOfWork
from tests.a_service import database_of, deliver, desk_of, http_of
from tests.committees.at_work import Work
from tests.committees.builders import PROFILE, numbered
from tests.committees.chamber import Chamber
from tests.committees.facts import now

type Hear = Callable[..., Awaitable[Heard]]


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def urls(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Mapping[str, str]]:
    async with database_of("committees", tmp_path_factory.mktemp("committees")) as urls:
        yield urls


@pytest.fixture
async def desk(urls: Mapping[str, str]) -> AsyncIterator[Desk]:
    async with desk_of(SERVICE, urls, PROFILE) as desk:
        yield desk


@pytest.fixture
async def work(desk: Desk) -> AsyncIterator[UnitOfWork]:
    """Work that is never committed."""
    async with desk.sessions() as session:
        yield UnitOfWork(session, desk.kept)


@pytest.fixture
async def http(desk: Desk) -> AsyncIterator[httpx.AsyncClient]:
    async with http_of(SERVICE, desk, PROFILE) as http:
        yield http


@pytest.fixture
def hear(desk: Desk) -> Hear:
    """Has the service hear a fact; `sequence` is its place among the facts of its case."""

    async def heard(fact: Fact, **told: Any) -> Heard:
        return await deliver(SERVICE, desk, fact, **told)

    return heard


@pytest.fixture
async def registrar(hear: Hear) -> UUID:
    """The founder, who holds the register."""
    person_id = uuid4()
    name = numbered(0)
    await hear(PersonRegistered(at=now(), person_id=person_id, name=name, founder=True))
    return person_id


@pytest.fixture
async def chamber(http: httpx.AsyncClient, registrar: UUID) -> Chamber:
    """A convocation with a majority, an opposition, and deputy number one in the chair."""
    chamber = Chamber(http, registrar)
    await chamber.form()
    return chamber


@pytest.fixture
async def before(chamber: Chamber, hear: Hear) -> Work:
    """A bill is admitted, and not referred yet."""
    return await Work(chamber, hear).begin()


@pytest.fixture
async def work_on(before: Work) -> Work:
    """The bill is referred to its lead committee alone."""
    await before.refer()
    return before
