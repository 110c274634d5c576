"""The bills service on a real PostgreSQL, with people in its register."""

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from functools import partial
from typing import Any
from uuid import uuid4

import httpx
import pytest
import pytest_asyncio
import sqlalchemy as sa

from services.bills.domain.stages import Act
from services.bills.service import SERVICE
from services.bills.store.bills import Bills
from services.bills.store.tables import known_people, register
from services.bills.store.texts import keep_texts
from shared.contracts.words import Bilingual
from shared.kernel.actor import Actor, Role
from shared.store.unit_of_work import Desk, UnitOfWork
from tests import a_service
from tests.bills import builders

LONG_AGO = datetime(2026, 7, 1, tzinfo=UTC)
PEOPLE = (
    builders.DEPUTY,
    builders.ANOTHER_DEPUTY,
    builders.PRESIDENT,
    builders.GOVERNMENT,
    builders.COUNCIL,
    builders.CLERK,
    builders.CHAIR,
    builders.DEPUTY_CHAIR,
    builders.PRIME_MINISTER,
)

type Hear = Callable[..., Any]


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def urls(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Mapping[str, str]]:
    """The database of the service, by role: `service` and `owner`."""
    async with a_service.database_of("bills", tmp_path_factory.mktemp("bills")) as urls:
        yield urls


@asynccontextmanager
async def opened_desk(urls: Mapping[str, str]) -> AsyncIterator[Desk]:
    """The service's desk, with everyone in office; emptied afterwards."""
    async with a_service.desk_of(SERVICE, urls, builders.PROFILE) as desk:
        async with desk.sessions.begin() as session:
            await session.execute(sa.insert(register.offices), _offices())
            await session.execute(sa.insert(register.mandates), _mandates())
            await session.execute(sa.insert(known_people), _names())
        yield desk


def _offices() -> list[dict[str, Any]]:
    return [
        {"office_id": uuid4(), "role": standing.role, **_tenure(person)}
        for person in PEOPLE
        for standing in person.standings
        if standing.role is not Role.DEPUTY
    ]


def _mandates() -> list[dict[str, Any]]:
    return [
        {
            "mandate_id": uuid4(),
            "convocation_id": uuid4(),
            "number": person.person_id.int,
            "name": _name(person),
            **_tenure(person),
        }
        for person in PEOPLE
        if person.holds(Role.DEPUTY)
    ]


def _names() -> list[dict[str, Any]]:
    return [{"person_id": person.person_id, "name": _name(person)} for person in PEOPLE]


def _tenure(person: Actor) -> dict[str, Any]:
    return {"person_id": person.person_id, "since": LONG_AGO}


def _name(person: Actor) -> Bilingual:
    number = person.person_id.int
    return Bilingual(kk=f"№ {number} тұлға", ru=f"Лицо № {number}")


def signature_of(person: Actor) -> dict[str, str]:
    """The headers of a person's requests."""
    return a_service.signed(person.person_id)


def hearing_at(desk: Desk) -> Hear:
    """Delivers facts as the broker would; `sequence` is a fact's place among those of its case."""
    return partial(a_service.deliver, SERVICE, desk)


@pytest.fixture
async def desk(urls: Mapping[str, str]) -> AsyncIterator[Desk]:
    async with opened_desk(urls) as desk:
        yield desk


@pytest.fixture
async def work(desk: Desk) -> AsyncIterator[UnitOfWork]:
    """Work that is never committed."""
    async with desk.sessions() as session:
        yield UnitOfWork(session, desk.kept)


@pytest.fixture
async def http(desk: Desk) -> AsyncIterator[httpx.AsyncClient]:
    async with a_service.http_of(SERVICE, desk, builders.PROFILE) as http:
        yield http


@pytest.fixture
def signed() -> Callable[[Actor], dict[str, str]]:
    return signature_of


@pytest.fixture
def hear(desk: Desk) -> Hear:
    return hearing_at(desk)


@pytest.fixture
def on_file(desk):
    """Puts a bill on file."""

    async def filed(**but):
        bill = builders.a_bill(**{"number": None} | but)
        async with desk.work() as work:
            Bills(work).add(bill)
            await keep_texts(work, bill, builders.TEXTS, why=Act.DRAFT, at=builders.NOON)
        return bill

    return filed
