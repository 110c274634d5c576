"""The service knows offices from what committees tells, and forgets them when they end."""

from datetime import timedelta
from uuid import uuid4

import pytest

from services.identity.service import SERVICE
from shared.contracts.committees import MandateBegan, OfficeLeft, OfficeTaken
from shared.kernel.actor import Role, Standing
from shared.messaging.consumers import Heard
from tests.a_service import deliver
from tests.identity.builders import NAME, NOON

OFFICE, PERSON = uuid4(), uuid4()
TAKEN = OfficeTaken(at=NOON, office_id=OFFICE, person_id=PERSON, role=Role.CLERK, since=NOON)
LEFT = OfficeLeft(
    at=NOON,
    office_id=OFFICE,
    person_id=PERSON,
    role=Role.CLERK,
    until=NOON + timedelta(hours=1),
)


@pytest.fixture
def hear(desk):
    async def heard(fact, sequence=1, event_id=None):
        return await deliver(SERVICE, desk, fact, sequence=sequence, event_id=event_id)

    return heard


async def standings(desk, at):
    async with desk.work() as work:
        return await SERVICE.standings(work.session, PERSON, at)


async def test_an_office_holds_from_its_beginning_to_its_end(hear, desk):
    await hear(TAKEN)
    await hear(LEFT, sequence=2)

    moment = timedelta(seconds=1)
    assert await standings(desk, NOON - moment) == frozenset()
    assert await standings(desk, NOON) == {Standing(Role.CLERK)}
    assert await standings(desk, LEFT.until - moment) == {Standing(Role.CLERK)}
    assert await standings(desk, LEFT.until) == frozenset()


async def test_a_fact_heard_twice_has_its_effect_once(hear, desk):
    event_id = uuid4()

    first, second = await hear(TAKEN, event_id=event_id), await hear(TAKEN, event_id=event_id)

    assert (first, second) == (Heard.TAKEN_IN, Heard.KNOWN)
    assert await standings(desk, NOON) == {Standing(Role.CLERK)}


async def test_the_end_of_an_office_waits_for_its_beginning(hear, desk):
    assert await hear(LEFT, sequence=2) is Heard.EARLY
    await hear(TAKEN)
    assert await hear(LEFT, sequence=2) is Heard.TAKEN_IN
    assert await standings(desk, LEFT.until) == frozenset()


async def test_a_mandate_makes_a_deputy(hear, desk):
    await hear(
        MandateBegan(
            at=NOON,
            mandate_id=uuid4(),
            convocation_id=uuid4(),
            person_id=PERSON,
            number=7,
            name=NAME,
            since=NOON,
        )
    )
    assert await standings(desk, NOON) == {Standing(Role.DEPUTY)}
