"""Many at once: what may be there once, or so many times, is never there more often."""

import asyncio
import time
from collections import Counter
from uuid import uuid4

import sqlalchemy as sa

from services.committees.domain.stages import OfficeStage
from services.committees.store.tables import committees, kept, mandates, offices
from tests.a_service import signed
from tests.committees.builders import COMMITTEES_MAX, SEATS, numbered

APPLICANTS = 150
PATIENCE_S = 10.0
"""A quiet machine takes a second and a half; those who overtake each other never get there."""


async def all_at_once(chamber, path, bodies, by=None):
    """The statuses of requests that are sent together."""
    headers = signed(by or chamber.registrar)
    requests = [chamber.http.post(path, json=body, headers=headers) for body in bodies]
    return Counter(answer.status_code for answer in await asyncio.gather(*requests))


async def count(work, query):
    return await work.session.scalar(query)


async def test_150_who_come_for_145_seats_fill_145(chamber, work):
    applicants = [
        chamber.mandate(uuid4(), chamber.majority, number=n) for n in range(2, APPLICANTS + 1)
    ]
    began = time.perf_counter()

    statuses = await all_at_once(chamber, "/mandates", applicants)

    seconds = time.perf_counter() - began
    assert statuses == {201: SEATS - 1, 409: APPLICANTS - SEATS}
    assert await count(work, sa.select(sa.func.count()).select_from(mandates)) == SEATS
    assert (await chamber.get("/composition"))["vacant"] == 0
    told = sa.select(sa.func.count()).where(kept.outbox.c.type == "committees.mandate_began.v1")
    assert await count(work, told) == SEATS
    assert seconds < PATIENCE_S


async def test_one_person_or_one_number_is_seated_once(chamber, work):
    person_id = uuid4()
    same_person = [chamber.mandate(person_id, None, number=n) for n in range(2, 10)]
    same_number = [chamber.mandate(uuid4(), None, number=99) for _ in range(8)]
    statuses = await all_at_once(chamber, "/mandates", [*same_person, *same_number])
    assert statuses == {201: 2, 409: 14}
    assert await count(work, sa.select(sa.func.count()).select_from(mandates)) == 3


async def test_one_person_is_not_seated_in_two_convocations_at_once(chamber):
    second = (await chamber.post("/convocations", {"number": 2}))["id"]
    person_id = uuid4()
    bodies = [
        chamber.mandate(person_id, None, number=50, convocation_id=convocation)
        for convocation in (chamber.convocation, second) * 4
    ]
    assert await all_at_once(chamber, "/mandates", bodies) == {201: 1, 409: 7}


async def test_there_are_never_more_than_eight_committees(chamber, work):
    bodies = [
        {"convocation_id": chamber.convocation, "name": numbered(n).model_dump()}
        for n in range(COMMITTEES_MAX * 2)
    ]
    statuses = await all_at_once(chamber, "/committees", bodies, by=chamber.chair)
    assert statuses == {201: COMMITTEES_MAX, 409: COMMITTEES_MAX}
    formed = await count(work, sa.select(sa.func.count()).select_from(committees))
    assert formed == COMMITTEES_MAX


async def test_one_name_is_given_once(chamber):
    body = {"convocation_id": chamber.convocation, "name": numbered(1).model_dump()}
    statuses = await all_at_once(chamber, "/committees", [body] * 6, by=chamber.chair)
    assert statuses == {201: 1, 409: 5}


async def test_three_of_eight_become_deputy_chairs(chamber, work):
    people = [await chamber.of_the_majority() for _ in range(8)]
    bodies = [
        {"person_id": str(person), "role": "deputy_chair", "ground": "Resolution No. 1"}
        for person in people
    ]
    assert await all_at_once(chamber, "/offices", bodies) == {201: 3, 409: 5}
    held = sa.select(sa.func.count()).where(
        offices.c.role == "deputy_chair", offices.c.stage == OfficeStage.HELD
    )
    assert await count(work, held) == 3


async def test_one_president_is_entered(chamber):
    bodies = [
        {"person_id": str(uuid4()), "role": "president", "ground": "Election"} for _ in range(6)
    ]
    assert await all_at_once(chamber, "/offices", bodies) == {201: 1, 409: 5}


async def test_the_majority_does_not_slip_past_the_guarantee_by_being_fast(chamber):
    """Two committees are left, the opposition chairs none: one nomination is one too many."""
    await chamber.of_the_opposition()
    candidates = [
        {"committee_id": await chamber.committee(n), "person_id": str(person)}
        for n, person in enumerate([await chamber.of_the_majority() for _ in range(2)])
    ]
    statuses = await all_at_once(chamber, "/candidacies", candidates, by=chamber.chair)
    assert statuses == {201: 1, 409: 1}


async def test_of_two_registrars_who_end_each_other_one_remains(chamber):
    second = uuid4()
    theirs = await chamber.office(second, "registrar")
    [ours, _] = await chamber.get("/offices", role="registrar")
    requests = [
        chamber.http.post(
            f"/offices/{office['id']}/ending", json={"ground": "Order"}, headers=signed(by)
        )
        for office, by in ((theirs, chamber.registrar), (ours, second))
    ]
    answers = await asyncio.gather(*requests)
    assert min(answer.status_code for answer in answers) == 200
    assert len(await chamber.get("/offices", role="registrar", stage="held")) == 1
