"""The database really stops, and really comes back."""

import asyncio
import os
import signal

import pytest

from kurultai.servers.folder import DataFolder
from kurultai.servers.postgres import Postgres


@pytest.fixture
async def postgres(tmp_path):
    """One that this test may stop: it is nobody else's."""
    with DataFolder(tmp_path) as folder:
        server = Postgres(folder, "chamber")
        await server.create()
        await server.start()
        yield server
        await server.stop()


async def test_while_the_database_is_away_the_service_says_so_and_comes_back(
    http, signed, lodge, postgres
):
    petition = await lodge()
    path = f"/petitions/{petition['id']}"
    assert (await http.get("/readyz")).status_code == 200

    await postgres.stop()
    answers = [await http.get(path) for _ in range(20)]
    act = await http.post(f"{path}/filing", headers=signed)
    ready, alive = await http.get("/readyz"), await http.get("/healthz")
    await postgres.start()

    for answer in [*answers, act]:
        assert (answer.status_code, answer.json()["code"]) == (503, "database-away")
        assert int(answer.headers["retry-after"]) > 0
    assert (ready.status_code, ready.json()["away"]) == (503, ["database"])
    assert alive.status_code == 200
    assert (await _when_back(http, path)).json()["stage"] == "lodged"
    assert (await http.get("/readyz")).status_code == 200


async def test_a_database_that_is_killed_is_away_and_loses_nothing(http, lodge, postgres):
    petition = await lodge()
    path = f"/petitions/{petition['id']}"

    os.kill(postgres.pid, signal.SIGKILL)
    answers = [await http.get(path) for _ in range(30)]

    assert {answer.status_code for answer in answers} <= {200, 503}
    assert (await _when_back(http, path)).json() == petition


async def _when_back(http, path):
    for _ in range(500):
        answer = await http.get(path)
        if answer.status_code == 200:
            return answer
        await asyncio.sleep(0.02)
    return answer
