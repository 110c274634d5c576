"""Two processes of the service: what one records the other shows, and in the same words."""

import asyncio
import json
from contextlib import asynccontextmanager

import httpx
import pytest

from services.voting.api import watching
from services.voting.service import SERVICE
from shared.service import serving
from tests.faults.house import house_on, settings_for
from tests.voting import signing
from tests.web.web_server import served

pytestmark = pytest.mark.asyncio(loop_scope="module")

WITHIN_S = 5


@pytest.fixture(autouse=True)
def _nobody_looks_unless_woken(monkeypatch):
    monkeypatch.setattr(watching, "LOOK_SECONDS", 3600)


@asynccontextmanager
async def another(ground):
    """A second process of the service, behind a server of its own."""
    chosen = settings_for(ground)
    async with serving(SERVICE, chosen, with_worker=False) as running:
        await running.app.state.verifier.aclose()
        running.app.state.verifier = signing.verifier(chosen)
        async with served(running.app) as (client, _):
            yield client


async def events(client: httpx.AsyncClient, vote_id: str, last_seen: int | None = None):
    """The events of a vote as they come: number, name and data; the clock left out."""
    headers = {"Last-Event-ID": str(last_seen)} if last_seen else {}
    path, told = f"/votes/{vote_id}/live", {}
    async with client.stream("GET", path, headers=headers, timeout=WITHIN_S) as answer:
        async for line in answer.aiter_lines():
            name, _, value = line.partition(": ")
            told[name] = value
            if not line and "data" in told:
                data = json.loads(told["data"])
                data.pop("now", None)
                yield int(told["id"]), told["event"], data
                told = {}


async def until(stream, name, **fields):
    """All up to the first event of this name with these fields."""
    seen = []
    async with asyncio.timeout(WITHIN_S):
        async for event in stream:
            seen.append(event)
            if event[1] == name and fields.items() <= event[2].items():
                return seen
    raise AssertionError(seen)


async def test_what_one_process_records_another_shows_in_the_same_words(ground):
    async with house_on(ground, with_worker=True) as house, another(ground) as elsewhere:
        vote_id = str((await house.open_votes(1))[0])
        async with served(house.running.app) as (here, _):
            streams = [events(client, vote_id) for client in (here, elsewhere)]
            for stream in streams:
                await until(stream, "progress", cast=0)

            await house.floor.cast(vote_id, house.floor.deputies[0])
            first = [(await until(stream, "progress", cast=1))[-1] for stream in streams]
            for person_id in house.floor.deputies[1:]:
                await house.floor.cast(vote_id, person_id)
            await house.floor.decide(vote_id)
            last = [(await until(stream, "proclaimed"))[-1] for stream in streams]

    assert first[0] == first[1]
    assert last[0] == last[1]
    assert last[0][2]["tally"]["votes_for"] == 145


async def test_a_viewer_goes_on_in_another_process_where_it_left_off(ground):
    async with house_on(ground, with_worker=True) as house, another(ground) as elsewhere:
        vote_id = str((await house.open_votes(1))[0])
        async with served(house.running.app) as (here, _):
            stream = events(here, vote_id)
            await house.floor.cast(vote_id, house.floor.deputies[0])
            (*_, (seen, _, _)) = await until(stream, "progress", cast=1)
            await stream.aclose()

            await house.floor.cast(vote_id, house.floor.deputies[1])
            again = await until(events(elsewhere, vote_id, seen), "progress", cast=2)

    assert [data["cast"] for _, _, data in again] == [2]
    assert again[0][0] == seen + 1
