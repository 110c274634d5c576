"""What breaks is told as it is: nothing that was not committed is ever told as done."""

from contextlib import asynccontextmanager
from uuid import uuid4

import sqlalchemy as sa

from tests.web.web_service import PROMISES


async def test_a_commit_that_fails_is_never_told_as_done(http, signed, engine):
    answer = await http.post(f"/petitions/{uuid4()}/promises", headers=signed)

    assert (answer.status_code, answer.json()["code"]) == (500, "internal")
    async with engine.connect() as connection:
        assert await connection.scalar(sa.select(sa.func.count()).select_from(PROMISES)) == 0


async def test_the_same_act_is_told_as_done_when_it_is_committed(http, signed, lodge):
    petition = await lodge()

    answer = await http.post(f"/petitions/{petition['id']}/promises", headers=signed)

    assert answer.status_code == 201


async def test_a_mistake_of_ours_tells_nothing_but_where_to_look(http):
    answer = await http.get("/broken/900101300123")

    problem = answer.json()
    assert (answer.status_code, problem["code"]) == (500, "internal")
    assert "nothing works" not in answer.text
    assert problem["request_id"] == answer.headers["x-request-id"]


async def test_sessions_ended_by_an_operator_are_a_database_away_and_no_fault_of_ours(
    http, lodge, engine
):
    petition = await lodge()
    async with engine.connect() as connection:
        await connection.execute(
            sa.text(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE pid <> pg_backend_pid() AND datname = current_database()"
            )
        )

    answers = [await http.get(f"/petitions/{petition['id']}") for _ in range(20)]

    assert {answer.status_code for answer in answers} <= {200, 503}
    assert answers[-1].status_code == 200


async def test_no_free_connection_in_time_is_a_database_away(http, engine):
    engine.pool._timeout = 0.05  # noqa: SLF001  a pool waits thirty seconds, a test does not
    async with _all_connections_of(engine):
        answer = await http.get("/petitions")

    assert (answer.status_code, answer.json()["code"]) == (503, "database-away")
    assert (await http.get("/petitions")).status_code == 200


async def test_without_a_broker_the_service_is_not_ready(app, http):
    app.state.broker_connected = lambda: False

    answer = await http.get("/readyz")

    assert (answer.status_code, answer.json()["away"]) == (503, ["broker"])
    assert answer.headers["content-type"] == "application/problem+json"


@asynccontextmanager
async def _all_connections_of(engine):
    held = [await engine.connect() for _ in range(16)]
    yield
    for connection in held:
        await connection.close()
