"""The record against those who hold the keys: the service's own role, and the tables' owner."""

from uuid import UUID, uuid4

import asyncpg
import pytest

STUFF = """
INSERT INTO ballots (vote_id, person_id, id, choice, request_id, recorded_at, source)
VALUES ($1, $2, gen_random_uuid(), '"for"', gen_random_uuid(), now(), 'electronic')
"""


@pytest.fixture
async def connect(urls):
    """Connects as one of the roles."""
    opened = []

    async def connected(role):
        url = urls[role].replace("postgresql+asyncpg", "postgresql")
        opened.append(await asyncpg.connect(url))
        return opened[-1]

    yield connected
    for connection in opened:
        await connection.close()


@pytest.fixture
async def vote_id(floor) -> UUID:
    """An open vote with one ballot."""
    vote_id = await floor.open_vote()
    await floor.cast(vote_id, floor.deputies[3], "for")
    return UUID(vote_id)


FORBIDDEN_TO_THE_SERVICE = [
    "UPDATE ballots SET choice = '\"against\"'",
    "DELETE FROM ballots",
    "TRUNCATE ballots",
    "UPDATE roll SET registered = true",
    "DELETE FROM roll",
    "TRUNCATE roll, ballots",
    "UPDATE registrations SET person_id = gen_random_uuid()",
    "DELETE FROM registrations",
    "UPDATE questions SET wording = '{}'",
    "DELETE FROM questions",
    "UPDATE acts SET person_id = gen_random_uuid()",
    "DELETE FROM acts",
    "DELETE FROM votes",
    "DELETE FROM sittings",
    "ALTER TABLE ballots DISABLE TRIGGER ALL",
    "DROP TRIGGER ballots_only_added_to ON ballots",
    "SET session_replication_role = replica",
]
FORBIDDEN_AFTER_THE_CLOSE = [
    "UPDATE votes SET outcome = 'rejected'",
    "UPDATE votes SET tally = '{}'",
    "UPDATE votes SET stage = 'open', closed_at = NULL, tally = NULL, outcome = NULL",
]
FORBIDDEN_TO_ALL = [
    "UPDATE ballots SET choice = '\"against\"'",
    "DELETE FROM ballots",
    "TRUNCATE ballots",
    "UPDATE roll SET registered = true",
    "DELETE FROM roll WHERE number = 1",
    "UPDATE registrations SET person_id = gen_random_uuid()",
    "UPDATE questions SET wording = '{}'",
    "UPDATE questions SET wording = '{}', stage = 'taken_back'",
    "UPDATE questions SET stage = 'put', version = 9",
    "UPDATE acts SET role = 'chair'",
    "DELETE FROM acts",
    "UPDATE votes SET closes_at = closes_at + interval '1 hour'",
    "UPDATE votes SET rule = jsonb_set(rule, '{adopt,ratio}', '[1, 145]')",
    "UPDATE votes SET rule_digest = 'other'",
    "UPDATE votes SET chamber = jsonb_set(chamber, '{seats}', '1')",
    "UPDATE votes SET question = jsonb_set(question, '{decision}', '\"maj_resolution\"')",
    "UPDATE votes SET stage = 'prepared'",
    "UPDATE votes SET opened_at = now()",
]


@pytest.mark.usefixtures("vote_id")
async def test_the_services_own_role_may_neither_change_nor_remove_the_record(connect):
    service = await connect("service")

    for statement in FORBIDDEN_TO_THE_SERVICE:
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await service.execute(statement)


async def test_the_services_own_role_may_not_stuff_the_box(connect, vote_id, floor):
    service = await connect("service")

    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await service.execute(STUFF, vote_id, floor.deputies[4])


@pytest.mark.usefixtures("vote_id")
async def test_even_the_owner_of_the_tables_is_stopped(connect):
    owner = await connect("owner")

    for statement in FORBIDDEN_TO_ALL:
        with pytest.raises(asyncpg.RestrictViolationError):
            await owner.execute(statement)


async def test_a_result_is_not_changed_afterwards(connect, floor):
    vote_id = await floor.open_vote()
    await floor.cast_all(vote_id, ["for"] * 145)
    await floor.close(vote_id)
    service = await connect("service")

    for statement in FORBIDDEN_AFTER_THE_CLOSE:
        with pytest.raises(asyncpg.RestrictViolationError):
            await service.execute(statement)


async def test_nobody_is_added_to_the_roll_of_an_open_vote(connect, vote_id, floor):
    service = await connect("service")

    with pytest.raises(asyncpg.RestrictViolationError, match="frozen"):
        await service.execute(
            "INSERT INTO roll (vote_id, person_id, mandate_id, number, name, registered) "
            "VALUES ($1, $2, $3, 146, '{}', true)",
            vote_id,
            floor.stranger,
            uuid4(),
        )


async def test_a_ballot_of_nobody_on_the_roll_is_stopped_by_its_key(connect, vote_id, floor):
    owner = await connect("owner")

    with pytest.raises(asyncpg.ForeignKeyViolationError):
        await owner.execute(STUFF, vote_id, floor.stranger)


async def test_only_the_service_may_cast(connect, urls):
    assert urls
    owner = await connect("owner")

    granted = await owner.fetch(
        "SELECT grantee FROM information_schema.role_routine_grants "
        "WHERE routine_name = 'cast_ballots' AND grantee <> current_user"
    )

    assert {row["grantee"] for row in granted} == {"kurultai_voting"}
