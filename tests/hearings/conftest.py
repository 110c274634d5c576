"""The hearings service on a real PostgreSQL, with a register that committees told."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import httpx
import pytest
import pytest_asyncio

from services.hearings.service import SERVICE
from shared.contracts.bills import BillKind, BillRegistered
from shared.contracts.committees import FactionFormed, MandateBegan, OfficeTaken
from shared.contracts.words import Bilingual
from shared.kernel.actor import Role
from shared.kernel.event import Fact
from shared.messaging.consumers import Heard
from shared.store.unit_of_work import Desk, UnitOfWork
from tests.a_service import database_of, deliver, desk_of, http_of, signed
from tests.hearings.builders import (
    ANOTHER_CHAIR,
    ANOTHER_FACTION,
    ANOTHER_LEADER,
    BILL,
    CHAIR,
    CLERK,
    COMMITTEE_CHAIR,
    DEPUTY,
    FACTION,
    LEADER,
    PROFILE,
    THEME,
)

LONG_AGO = datetime(2026, 9, 1, tzinfo=UTC)
PEOPLE = (CHAIR, CLERK, DEPUTY, COMMITTEE_CHAIR, ANOTHER_CHAIR, LEADER, ANOTHER_LEADER)

type Hear = Callable[..., Awaitable[Heard]]


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def urls(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Mapping[str, str]]:
    async with database_of("hearings", tmp_path_factory.mktemp("hearings")) as urls:
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
async def register(hear: Hear) -> None:
    """Everyone's offices, two factions of which one is of the opposition, and a bill."""
    for person in PEOPLE:
        for standing in person.standings:
            if standing.role is not Role.DEPUTY:
                await hear(_taken(person.person_id, standing))
    for faction_id, opposition in ((FACTION, True), (ANOTHER_FACTION, False)):
        await hear(
            FactionFormed(
                at=LONG_AGO,
                faction_id=faction_id,
                convocation_id=uuid4(),
                name=Bilingual(kk="фракция", ru="фракция"),
                opposition=opposition,
            )
        )
    await hear(a_bill_registered())


def _taken(person_id: Any, standing: Any) -> OfficeTaken:
    return OfficeTaken(
        at=LONG_AGO,
        office_id=uuid4(),
        person_id=person_id,
        role=standing.role,
        body_id=standing.body_id,
        since=LONG_AGO,
    )


def a_bill_registered(bill_id: Any = BILL) -> BillRegistered:
    return BillRegistered(
        at=LONG_AGO, bill_id=bill_id, number="2026-0001", kind=BillKind.LAW, title=THEME
    )


@pytest.fixture
async def post(http: httpx.AsyncClient, register: None) -> Callable[..., Any]:  # noqa: ARG001 it stands
    """Acts in someone's name, and returns the answer."""

    async def posted(path: str, body: Any, by: Any = COMMITTEE_CHAIR, **headers: str) -> Any:
        who = signed(by.person_id)
        return await http.post(path, json=body, headers=who | headers)

    return posted


def mandate_of(person: Any) -> MandateBegan:
    """A deputy holds a mandate."""
    return MandateBegan(
        at=LONG_AGO,
        mandate_id=uuid4(),
        convocation_id=uuid4(),
        person_id=person.person_id,
        number=person.person_id.int,
        name=Bilingual(kk="Депутат", ru="Депутат"),
        faction_id=next(
            (s.body_id for s in person.standings if s.role is Role.FACTION_LEADER), None
        ),
        since=LONG_AGO,
    )
