"""Watching a hearing as it goes, and coming back to it."""

import asyncio
import json

import httpx
import pytest

from services.hearings.api import watching
from services.hearings.api.equipment import equip
from services.hearings.service import SERVICE
from tests.a_service import SETTINGS, app_of
from tests.hearings.asking import WORDS, Asker, a_call
from tests.hearings.builders import CLERK, DEPUTY, PROFILE
from tests.hearings.conftest import mandate_of

SPEAKER = {"name": WORDS, "capacity": WORDS}
ENTRY = {"text": WORDS}
CLOSED = {"part": "secrets"}
ARRANGED = {
    "parts": [{"key": "secrets", "title": WORDS, "closed": True, "reason": WORDS}],
}


@pytest.fixture(autouse=True)
def _short_farewell(monkeypatch):
    monkeypatch.setattr(watching, "FAREWELL_SECONDS", 0.2)
    monkeypatch.setattr(watching, "LOOK_SECONDS", 0.02)


@pytest.fixture
async def app(desk):
    app = app_of(SERVICE, desk, PROFILE)
    async with equip(app, SETTINGS):
        yield app


@pytest.fixture
async def ask(app, register, hear):  # noqa: ARG001 it stands
    await hear(mandate_of(DEPUTY))
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://hearings") as client:
        yield Asker(client)


@pytest.fixture
async def path(ask):
    path = f"/hearings/{(await ask.done('/hearings', a_call()))['id']}"
    await ask.put(f"{path}/arrangement", ARRANGED)
    await ask.done(f"{path}/registration", by=DEPUTY)
    return path


async def watch(ask, path, last_seen=None):
    """The whole stream, up to its end."""
    headers = {"Last-Event-ID": str(last_seen)} if last_seen else {}
    async with asyncio.timeout(20):
        answer = await ask.http.get(f"{path}/live", headers=headers)
    assert answer.headers["content-type"] == "text/event-stream"
    told = []
    for block in answer.text.split("\n\n"):
        fields = dict(line.split(": ", 1) for line in block.splitlines() if ": " in line)
        if "data" in fields:
            told.append((int(fields["id"]), fields["event"], json.loads(fields["data"])))
    return told


async def held(ask, path):
    """From the opening to the close, with something said in the closed part too."""
    await ask.done(f"{path}/opening")
    speech = await ask.done(f"{path}/speakers", SPEAKER, by=CLERK)
    await ask.done(f"/speeches/{speech['id']}/floor")
    await ask.done(f"{path}/protocol", ENTRY, by=CLERK)
    await ask.done(f"{path}/protocol", ENTRY | CLOSED, by=CLERK)
    await ask.done(f"/speeches/{speech['id']}/end")
    await ask.done(f"{path}/closing")


async def test_all_who_watch_see_each_act_in_order_and_nothing_of_closed_parts(ask, path):
    watchers = [asyncio.create_task(watch(ask, path)) for _ in range(3)]
    await asyncio.sleep(0.3)
    await held(ask, path)

    for told in await asyncio.gather(*watchers):
        names = [name for _, name, _ in told]
        assert names[-6:] == [
            "open",
            "list_speaker",
            "give_floor",
            "enter_in_protocol",
            "end_speech",
            "close",
        ]
        [entry] = [data["entry"] for _, name, data in told if name == "enter_in_protocol"]
        assert (entry["number"], entry["part"]) == (1, None)
        numbers = [number for number, _, _ in told]
        assert numbers == sorted(set(numbers))
        assert told[-1][2]["hearing"]["stage"] == "held"


async def test_who_comes_back_goes_on_from_the_last_event_seen(ask, path):
    await held(ask, path)
    told = await watch(ask, path)
    third, end = told[-3][0], told[-1][0]

    assert [name for _, name, _ in await watch(ask, path, third)] == ["end_speech", "close"]
    nothing = await ask.http.get(f"{path}/live", headers={"Last-Event-ID": str(end)})
    assert (nothing.status_code, nothing.content) == (204, b"")


async def test_a_hearing_that_nobody_knows_is_not_watched(ask, path):
    unknown = path.replace(path[-4:], "0000")
    assert (await ask.http.get(f"{unknown}/live")).status_code == 404


async def test_the_reader_stops_with_the_last_who_watches(ask, path, app):
    await held(ask, path)
    await watch(ask, path)
    async with asyncio.timeout(5):
        while app.state.watchers._watched:  # noqa: ASYNC110, SLF001 nobody else needs to know
            await asyncio.sleep(0.01)
