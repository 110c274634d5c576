"""Vacant offices, and the causes for which mandates end."""

from uuid import UUID

import pytest

from shared.contracts.committees import MandateEnded
from tests.committees import facts


async def test_committees_without_a_chair_are_vacancies_until_one_is_elected(chamber, hear):
    ordinary, reserved = await chamber.committee(1), await chamber.committee(2, reserved=True)
    before = await chamber.get("/vacancies")
    candidacy = await chamber.nominate(ordinary, await chamber.of_the_majority())
    await hear(facts.a_result(UUID(candidacy["id"])))

    [vacant] = await chamber.get("/vacancies")

    assert [(one["body_id"], one["since"]) for one in before] == [
        (ordinary, None),
        (reserved, None),
    ]
    assert (vacant["body_id"], vacant["reserved_for_opposition"]) == (reserved, True)


async def test_of_an_office_that_was_left_it_is_said_since_when(chamber):
    offices = (await chamber.get("/composition"))["offices"]
    chair = next(one for one in offices if one["role"] == "chair")
    path = f"/offices/{chair.get('id') or chair['office_id']}/ending"
    left = await chamber.post(path, {"ground": "Own wish"})

    [vacant] = await chamber.get("/vacancies")

    assert (vacant["role"], vacant["body_id"], vacant["since"]) == ("chair", None, left["until"])


@pytest.mark.parametrize(
    ("because", "under"),
    [
        ("left_the_party", "Constitution 2026, art. 55(4)"),
        ("party_ceased", "Constitution 2026, art. 55(4)"),
        (None, "Constitution 2026, art. 55(4), 55(5)"),
    ],
)
async def test_a_mandate_ends_for_a_cause_with_its_provision(chamber, because, under):
    person = await chamber.of_the_majority()
    mandates = await chamber.get("/mandates", limit="200")
    mine = next(one for one in mandates if one["person_id"] == str(person))
    body = {"ground": "Decision No. 7"} | ({"because": because} if because else {})

    ended = await chamber.post(f"/mandates/{mine['id']}/ending", body)

    assert (ended["ended_because"], ended["ended_under"]) == (because or "other", under)


def test_the_fact_of_before_has_a_cause_too():
    given = {"mandate_id": UUID(int=1), "person_id": UUID(int=2), "ground": "Resigned"}

    assert MandateEnded(at=facts.now(), until=facts.now(), **given).because == "other"
