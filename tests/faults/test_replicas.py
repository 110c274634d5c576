"""Two processes of the service: what one records the other shows, and in the same words."""

import asyncio
import json
from contextlib import asynccontextmanager
from uuid import UUID, uuid4

import httpx
import pytest

from services.voting.api import reading
from services.voting.service import SERVICE
from shared.messaging import relay
from shared.service import serving
from tests.faults.house import house_on, settings_for
from tests.faults.waiting import until as eventually
from tests.voting import signing
from tests.web.web_server import served

pytestmark = pytest.mark.asyncio(loop_scope="module")

WITHIN_S, OFTEN_S = 5, 0.5
UNTOLD = "SELECT count(*) FROM outbox WHERE published_at IS NULL"


@pytest.fixture(autouse=True)
def _nobody_looks_unless_woken(monkeypatch):
    monkeypatch.setattr(reading, "LOOK_SECONDS", 3600)


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


async def test_a_recusal_in_a_roll_call_is_shown_by_both_under_one_number(ground):
    async with house_on(ground, with_worker=True) as house, another(ground) as elsewhere:
        vote_id, (first, second) = await roll_call(house.floor)
        path, body = f"/votes/{vote_id}/declarations", {"kind": "recusal", "words": "Самоотвод"}
        async with served(house.running.app) as (here, _):
            streams = [events(client, vote_id) for client in (here, elsewhere)]
            before = [(await until(stream, "progress"))[-1] for stream in streams]

            await house.floor.post(path, body, by=UUID(first["person_id"]))
            after = [(await until(stream, "progress"))[-1] for stream in streams]

    assert before[0] == before[1]
    assert after[0] == after[1]
    assert after[0][0] > before[0][0]
    shown = [data["next_called"]["person_id"] for _, _, data in (before[0], after[0])]
    assert shown == [first["person_id"], second["person_id"]]


async def roll_call(floor):
    """An open vote by roll call, and who is called first and second."""
    sitting_id, question_id = await floor.sit(), await floor.ask()
    asked = {"question_id": question_id, "roll_call": {}}
    prepared = await floor.post(f"/sittings/{sitting_id}/votes", asked, by=floor.chair)
    vote_id = prepared["id"]
    await floor.post(f"/votes/{vote_id}/opening", by=floor.deputy_chair)
    return vote_id, (await floor.get(f"/votes/{vote_id}/roll"))[:2]


async def test_what_a_process_without_a_relay_records_is_told_at_once(ground, monkeypatch):
    monkeypatch.setattr(relay, "POLL_S", 3600)
    async with house_on(ground, with_worker=True) as house, another(ground) as elsewhere:
        vote_id = str((await house.open_votes(1))[0])
        await told_again(house)

        ballot = {"choice": "for", "request_id": str(uuid4())}
        headers = house.floor.signed(house.floor.deputies[0])
        answer = await elsewhere.post(f"/votes/{vote_id}/ballot", json=ballot, headers=headers)

        assert answer.status_code == 201, answer.text
        await told_again(house)


async def test_without_the_broker_both_show_it_later_and_with_it_again_at_once(ground, monkeypatch):
    monkeypatch.setattr(reading, "LOOK_SECONDS", OFTEN_S)
    async with house_on(ground, with_worker=True) as house, another(ground) as elsewhere:
        vote_id = str((await house.open_votes(1))[0])
        async with served(house.running.app) as (here, _):
            streams = [events(client, vote_id) for client in (here, elsewhere)]
            for stream in streams:
                await until(stream, "progress", cast=0)

            async with no_broker(ground):
                await house.floor.cast(vote_id, house.floor.deputies[0])
                away = [(await until(stream, "progress", cast=1))[-1] for stream in streams]
            monkeypatch.setattr(reading, "LOOK_SECONDS", 3600)
            await told_again(house)
            await asyncio.sleep(2 * OFTEN_S)  # the last looks that were not woken
            await house.floor.cast(vote_id, house.floor.deputies[1])
            back = [(await until(stream, "progress", cast=2))[-1] for stream in streams]

    assert away[0] == away[1]
    assert back[0] == back[1]


@asynccontextmanager
async def no_broker(ground):
    """It comes back whatever happens: a service that starts waits for it."""
    await ground.nats.stop()
    try:
        yield
    finally:
        await ground.nats.start()


async def told_again(house):
    """Until the broker has heard of all that was recorded while it was away."""

    async def nothing_waits():
        return not await house.admin.fetchval(UNTOLD)

    await eventually(nothing_waits, within_s=WITHIN_S)


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
