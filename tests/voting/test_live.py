"""Watching a vote as it goes: how many have voted, never how; then the result, and the end."""

import asyncio
import json

import pytest

from services.voting.api import reading


@pytest.fixture(autouse=True)
def _short_farewell(monkeypatch):
    monkeypatch.setattr(reading, "FAREWELL_SECONDS", 0.2)
    monkeypatch.setattr(reading, "LOOK_SECONDS", 0.02)


async def test_watchers_see_how_many_have_voted_and_then_the_result(floor):
    vote_id = await floor.open_vote(await floor.sit(present=100))
    watchers = [asyncio.create_task(watch(floor, vote_id)) for _ in range(3)]
    await asyncio.sleep(0.2)
    await floor.cast_all(vote_id, ["for"] * 20)
    await asyncio.sleep(0.2)
    await asyncio.gather(*(floor.cast(vote_id, person_id) for person_id in floor.deputies[20:100]))
    await asyncio.sleep(0.2)
    await floor.close(vote_id)
    await asyncio.sleep(0.2)
    await floor.post(f"/votes/{vote_id}/proclamation", by=floor.chair)

    seen = [events(await watcher) for watcher in watchers]

    for told in seen:
        *progress, (last_id, name, result), (_, end, proclaimed) = told
        assert [name for _, name, _ in progress] == ["progress"] * len(progress)
        cast = [data["cast"] for _, _, data in progress]
        assert cast == sorted(cast)
        assert (cast[0], cast[-1]) == (0, 100)
        assert {data["registered"] for _, _, data in progress} == {100}
        assert (end, proclaimed["outcome"]) == ("proclaimed", "adopted")
        numbers = [id_ for id_, _, _ in told]
        assert numbers == sorted(set(numbers))
        assert (name, result["outcome"], result["tally"]["votes_for"]) == (
            "result",
            "adopted",
            100,
        )
        assert last_id > progress[-1][0]


async def test_before_the_close_no_side_is_to_be_seen(floor):
    vote_id = await floor.open_vote()
    watcher = asyncio.create_task(watch(floor, vote_id))
    await asyncio.sleep(0.1)
    await floor.cast_all(vote_id, ["for"] * 3 + ["against"] * 2 + ["abstained"] * 140)
    await asyncio.sleep(0.1)
    await floor.decide(vote_id)

    told = events(await watcher)

    progress = [data for _, name, data in told if name == "progress"]
    assert progress
    for data in progress:
        assert data.keys() == {"stage", "cast", "registered", "closes_at", "remaining_ms", "now"}


async def test_who_comes_back_goes_on_from_the_last_event_seen(floor):
    vote_id = await floor.open_vote()
    await floor.cast_all(vote_id, ["for"] * 145)
    await floor.decide(vote_id)
    [(end, _, _)] = events(await watch(floor, vote_id))

    again = events(await watch(floor, vote_id, last_seen=end - 1))
    nothing = await floor.http.get(f"/votes/{vote_id}/live", headers={"Last-Event-ID": str(end)})

    assert [name for _, name, _ in again] == ["proclaimed"]
    assert (nothing.status_code, nothing.content) == (204, b"")


async def test_one_reader_serves_all_watchers_and_stops_with_the_last(floor, app):
    vote_id = await floor.open_vote()
    leaving = asyncio.Event()
    watchers = [asyncio.create_task(hang_on(app, vote_id, leaving)) for _ in range(5)]
    watched = app.state.watchers._watched  # noqa: SLF001 nobody else needs to know
    async with asyncio.timeout(10):
        while [only.viewers for only in watched.values()] != [5]:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    [only] = watched.values()

    leaving.set()
    await asyncio.gather(*watchers)
    await only.reader

    assert not watched


async def test_a_prepared_vote_is_watched_until_it_opens(floor):
    vote_id = await floor.prepare(await floor.sit(present=97), await floor.ask())
    watcher = asyncio.create_task(watch(floor, vote_id))
    await asyncio.sleep(0.1)
    await floor.post(f"/votes/{vote_id}/opening", by=floor.chair)
    await asyncio.sleep(0.1)
    await floor.cast_all(vote_id, ["against"] * 97)
    await floor.decide(vote_id)

    told = events(await watcher)

    assert told[0][2]["cast"] == 0
    assert told[-1][2]["outcome"] == "rejected"


async def watch(floor, vote_id, last_seen=None):
    """The whole stream, up to its end."""
    headers = {"Last-Event-ID": str(last_seen)} if last_seen else {}
    async with asyncio.timeout(20):
        answer = await floor.http.get(f"/votes/{vote_id}/live", headers=headers)
    assert answer.headers["content-type"] == "text/event-stream"
    return answer.text


def events(stream):
    """The events of a stream: number, name and data of each."""
    told = []
    for block in stream.split("\n\n"):
        fields = dict(line.split(": ", 1) for line in block.splitlines() if ": " in line)
        if "data" in fields:
            told.append((int(fields["id"]), fields["event"], json.loads(fields["data"])))
    return told


async def hang_on(app, vote_id, leaving):
    """Watch until told to leave; then hang up."""
    asked = False

    async def receive():
        nonlocal asked
        if not asked:
            asked = True
            return {"type": "http.request", "body": b"", "more_body": False}
        await leaving.wait()
        return {"type": "http.disconnect"}

    async def send(_):
        pass

    path = f"/votes/{vote_id}/live"
    scope = {
        "type": "http",
        "method": "GET",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "headers": [],
        "root_path": "",
        "http_version": "1.1",
        "scheme": "http",
        "server": ("voting", 80),
        "client": ("viewer", 1),
        "asgi": {"version": "3.0"},
    }
    await app(scope, receive, send)
