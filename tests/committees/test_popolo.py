"""The register as Popolo: valid, at any moment, and whole through time."""

import json
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest
from jsonschema import Draft3Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT3

SCHEMAS = Path(__file__).with_name("schemas")
KINDS = {
    "persons": "Person",
    "organizations": "Organization",
    "memberships": "Membership",
    "posts": "Post",
}


@cache
def validators() -> dict[str, Draft3Validator]:
    schemas = [json.loads(path.read_text()) for path in sorted(SCHEMAS.glob("*.json"))]
    kept = [(one["id"].rstrip("#"), Resource(one, DRAFT3)) for one in schemas]
    registry = Registry().with_resources(kept)
    checker = Draft3Validator.FORMAT_CHECKER
    return {
        one["title"]: Draft3Validator(one, registry=registry, format_checker=checker)
        for one in schemas
    }


@pytest.fixture
async def register(chamber):
    """A committee with a member and a secretary, who then changes the faction."""
    committee = await chamber.committee(1)
    person = await chamber.of_the_opposition()
    body = {"person_id": str(person), "capacity": "member"}
    await chamber.post(f"/bodies/{committee}/members", body)
    await chamber.office(person, "committee_secretary", committee)
    chamber.secretary, chamber.committee_id = str(person), committee
    return chamber


async def test_all_of_it_is_valid_popolo(register):
    document = await register.get("/popolo.json")

    for part, title in KINDS.items():
        assert document[part]
        for one in document[part]:
            validators()[title].validate(one)


def test_the_schemas_are_not_content_with_anything():
    assert not validators()["Membership"].is_valid({"start_date": "yesterday"})
    assert not validators()["Person"].is_valid({"other_names": [{"note": "ru"}]})


async def test_names_are_kazakh_with_the_russian_ones_beside_them(register):
    organizations = (await register.get("/popolo.json"))["organizations"]

    committee = next(one for one in organizations if one["id"] == register.committee_id)
    assert committee["name"] == "№ 1 комитет"
    assert committee["other_names"] == [{"name": "Комитет № 1", "note": "ru"}]
    assert (committee["classification"], committee["parent_id"]) == (
        "standing_committee",
        "kurultai",
    )


async def test_a_deputy_is_a_member_of_the_kurultai_the_faction_and_the_committee(register):
    document = await register.get("/popolo.json")

    mine = [one for one in document["memberships"] if one["person_id"] == register.secretary]
    held = {(one["organization_id"], one["role"]) for one in mine}
    assert held == {
        ("kurultai", "deputy"),
        (register.opposition, "member"),
        (register.committee_id, "member"),
        (register.committee_id, "committee_secretary"),
    }
    post = next(one["post_id"] for one in mine if "post_id" in one)
    assert post in {one["id"] for one in document["posts"]}


async def test_at_a_moment_it_is_what_held_then_and_the_history_is_all_of_it(register):
    before = (datetime.now(UTC) - timedelta(days=1)).isoformat()
    mandates = await register.get("/mandates", limit="200")
    mine = next(one for one in mandates if one["person_id"] == register.secretary)
    await register.post(f"/mandates/{mine['id']}/ending", {"ground": "Resigned"})

    then = await register.get("/popolo.json", at=before)
    now = await register.get("/popolo.json")
    always = await register.get("/popolo.json", history="true")

    assert then["persons"] == then["memberships"] == []
    assert register.secretary not in {one["id"] for one in now["persons"]}
    ended = [one for one in always["memberships"] if one["person_id"] == register.secretary]
    assert all(one["end_date"] for one in ended if one["role"] == "deputy")


async def test_a_faction_is_given_out_as_it_was_then(register):
    before = (datetime.now(UTC) - timedelta(days=1)).isoformat()
    [faction, *_] = await register.get("/factions")
    path = f"/factions/{faction['id']}/side"
    await register.post(path, {"opposition": not faction["opposition"]})

    then, now, always = [
        {one["id"]: one for one in document["organizations"]}
        for document in (
            await register.get("/popolo.json", at=before),
            await register.get("/popolo.json"),
            await register.get("/popolo.json", history="true"),
        )
    ]

    assert [one for one in then.values() if one["classification"] == "faction"] == []
    assert now[faction["id"]]["opposition"] is not faction["opposition"]
    sides = always[faction["id"]]["sides"]
    assert [one["opposition"] for one in sides] == [
        faction["opposition"],
        not faction["opposition"],
    ]
    assert [one["end_date"] is None for one in sides] == [False, True]
