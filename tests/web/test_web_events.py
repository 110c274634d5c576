"""Many watch at once; no one of them can hold up another, the publisher or the end."""

import asyncio
from contextlib import asynccontextmanager

import pytest

from shared.web import events
from shared.web.events import Hub
from tests.web.web_server import served


@asynccontextmanager
async def watching(client, topic="floor", **headers):
    async with client.stream("GET", f"/live/{topic}", headers=headers) as answer:
        assert answer.status_code == 200
        lines = answer.aiter_lines()
        assert await anext(lines) == "retry: 2000"
        yield answer, lines


async def next_event(lines):
    """The next event as a dictionary; comments are passed over."""
    event = {}
    async for line in lines:
        name, _, value = line.partition(": ")
        if name and not line.startswith(":"):
            event[name] = value
        elif event:
            return event
    return None


async def until_watched(hub, viewers, topic="floor"):
    while len(hub._topics.get(topic, events.Topic()).viewers) != viewers:  # noqa: SLF001, ASYNC110
        await asyncio.sleep(0.01)


async def test_a_viewer_sees_an_event_with_its_number_and_name(app):
    async with served(app) as (client, _), watching(client) as (answer, lines):
        await until_watched(app.state.hub, 1)
        app.state.hub.publish("floor", "tally", b'{"for":98}', 7)

        assert await next_event(lines) == {"id": "7", "event": "tally", "data": '{"for":98}'}
        assert answer.headers["content-type"].startswith("text/event-stream")
        assert answer.headers["x-accel-buffering"] == "no"


async def test_who_comes_later_sees_the_latest_at_once(app):
    hub = app.state.hub
    for number in (1, 2, 3):
        hub.publish("floor", "tally", b"{}", number)

    async with served(app) as (client, _), watching(client) as (_, lines):
        assert (await next_event(lines))["id"] == "3"


async def test_who_comes_back_goes_on_after_what_they_saw_last(app):
    hub = app.state.hub
    for number in range(1, 6):
        hub.publish("floor", "tally", b"{}", number)

    async with served(app) as (client, _), watching(client, **{"Last-Event-ID": "2"}) as (_, lines):
        assert [(await next_event(lines))["id"] for _ in range(3)] == ["3", "4", "5"]


@pytest.mark.parametrize("last", ["rubbish", "-1", "²", ""])
async def test_a_strange_last_event_is_as_good_as_none(last):
    hub = Hub()
    hub.publish("floor", "tally", b"{}", 1)
    hub.publish("floor", "tally", b"{}", 2)

    viewer = hub.join("floor", last)

    assert (await viewer.next()).startswith(b"id: 2\n")
    hub.close()


async def test_who_was_away_too_long_gets_what_is_still_kept(app):
    hub = app.state.hub
    for number in range(1, 1001):
        hub.publish("floor", "tally", b"{}", number)

    viewer = hub.join("floor", "1")

    assert (await viewer.next()).count(b"id: ") == events.KEPT_EVENTS
    hub.close()


async def test_who_reads_slowly_holds_up_nobody_and_takes_no_memory(app):
    hub = app.state.hub
    slow, quick = hub.join("floor", None), hub.join("floor", None)
    await quick.next()
    for number in range(1, 10_001):
        hub.publish("floor", "tally", b"x" * 700, number)
        assert (await quick.next()).startswith(f"id: {number}\n".encode())

    late = await slow.next()

    assert len(late) < (events.KEPT_EVENTS + 1) * 800
    assert late.rstrip().splitlines()[-3] == b"id: 10000"
    hub.close()


async def test_an_event_told_twice_is_seen_once():
    hub = Hub()
    viewer = hub.join("floor", "0")
    for number in (1, 2, 2, 1):
        hub.publish("floor", "tally", b"{}", number)

    assert (await viewer.next()).count(b"id: ") == 2
    hub.close()


async def test_events_without_a_number_are_numbered_in_order():
    hub = Hub()
    viewer = hub.join("floor", "0")
    for _ in range(3):
        hub.publish("floor", "tally", b"{}")

    seen = await viewer.next()

    numbers = [int(line[4:]) for line in seen.splitlines() if line.startswith(b"id: ")]
    assert numbers == sorted(set(numbers))
    assert len(numbers) == 3
    hub.close()


async def test_one_topic_is_not_another():
    hub = Hub()
    viewer = hub.join("floor", "0")
    hub.publish("committee", "tally", b"{}", 1)

    assert await viewer.next() == events.HEARTBEAT
    hub.close()


async def test_a_line_break_in_the_data_does_not_break_the_event():
    hub = Hub()
    hub.publish("floor", "note", b"one\r\nevent: forged\n\nid: 9", 1)

    seen = await hub.join("floor", None).next()

    assert seen.count(b"\n\n") == 1
    assert [line for line in seen.splitlines() if line.startswith(b"event")] == [b"event: note"]
    hub.close()


async def test_a_quiet_stream_is_kept_alive(app, monkeypatch):
    monkeypatch.setattr(events, "HEARTBEAT_SECONDS", 0.05)
    async with served(app) as (client, _), watching(client) as (_, lines):
        beats = [line async for line in _first(lines, 8) if line == ":"]

    assert len(beats) >= 2


async def test_who_hangs_up_is_forgotten(app):
    async with served(app) as (client, _):
        async with watching(client):
            await until_watched(app.state.hub, 1)
        await asyncio.wait_for(until_watched(app.state.hub, 0), 2)


async def test_a_server_that_stops_does_not_wait_for_viewers(app):
    async with served(app) as (client, server), watching(client) as (_, lines):
        await until_watched(app.state.hub, 1)
        server.should_exit = True

        assert await asyncio.wait_for(next_event(lines), 3) is None


async def test_a_topic_that_nobody_tells_of_is_not_kept(app):
    async with served(app) as (client, _):
        async with watching(client, "anything"):
            await until_watched(app.state.hub, 1, "anything")
        await asyncio.wait_for(until_watched(app.state.hub, 0, "anything"), 2)
        await asyncio.sleep(0.05)

        assert app.state.hub._topics == {}  # noqa: SLF001


async def test_who_comes_when_all_is_closed_is_let_go_at_once(app):
    app.state.hub.close()

    assert await app.state.hub.join("floor", None).next() is None


async def test_who_does_not_read_at_all_is_let_go(app, monkeypatch):
    monkeypatch.setattr(events, "STALLED_SECONDS", 0.3)
    hub = app.state.hub
    async with served(app) as (client, _), watching(client):
        await until_watched(hub, 1)
        await asyncio.wait_for(_publish_until_let_go(hub), 8)


async def test_a_thousand_viewers_see_the_same_event(app):
    hub = app.state.hub
    viewers = [hub.join("floor", "0") for _ in range(1000)]
    await asyncio.gather(*(viewer.next() for viewer in viewers))
    hub.publish("floor", "tally", b"{}", 1)

    seen = await asyncio.gather(*(viewer.next() for viewer in viewers))

    assert set(seen) == {b"id: 1\nevent: tally\ndata: {}\n\n"}
    hub.close()


async def _publish_until_let_go(hub):
    number = 0
    while hub._topics["floor"].viewers:  # noqa: SLF001
        number += 1
        hub.publish("floor", "bulk", b"x" * 1_000_000, number)
        await asyncio.sleep(0.02)


async def _first(lines, count):
    for _ in range(count):
        yield await anext(lines)
