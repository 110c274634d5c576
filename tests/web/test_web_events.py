"""Many watch at once; no one of them can hold up another, the publisher or the end."""

import asyncio
from contextlib import asynccontextmanager

import pytest

from shared.web import events, serving, viewing
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


class Reader:
    """One who reads as the server sends; while there is no room, nothing can be sent.

    As with a real server, after the end nothing may be sent.
    """

    def __init__(self):
        self.sent = []
        self.ended = False
        self.room = asyncio.Event()
        self.room.set()
        self.stream = None

    async def receive(self):
        await asyncio.Event().wait()

    async def send(self, message):
        await self.room.wait()
        if self.ended:
            raise RuntimeError(message)
        self.sent.append(message.get("body", b""))
        self.ended = message.get("more_body") is False

    @property
    def seen(self):
        return b"".join(self.sent)

    @property
    def numbers(self):
        return [int(line[4:]) for line in self.seen.splitlines() if line.startswith(b"id: ")]


async def reading(hub, last_seen=None, topic="floor"):
    reader = Reader()
    stream = hub.stream(topic, last_seen)
    reader.stream = asyncio.create_task(stream({}, reader.receive, reader.send))
    await asyncio.sleep(0)
    return reader


async def until_watched(hub, viewers, topic="floor"):
    while len(hub._topics.get(topic, viewing.Topic()).viewers) != viewers:  # noqa: SLF001, ASYNC110
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


@pytest.mark.parametrize("last", ["rubbish", "-1", "²", "", "9" * 5000])
async def test_a_strange_last_event_is_as_good_as_none(last):
    hub = Hub()
    hub.publish("floor", "tally", b"{}", 1)
    hub.publish("floor", "tally", b"{}", 2)

    reader = await reading(hub, last)

    assert reader.numbers == [2]
    hub.close()
    await reader.stream


async def test_who_was_away_too_long_gets_what_is_still_kept(app):
    hub = app.state.hub
    for number in range(1, 1001):
        hub.publish("floor", "tally", b"{}", number)

    reader = await reading(hub, "1")

    assert len(reader.numbers) == viewing.KEPT_EVENTS
    hub.close()
    await reader.stream


async def test_who_reads_slowly_holds_up_nobody_and_takes_no_memory(app, monkeypatch):
    monkeypatch.setattr(events, "ROUND_SECONDS", 0.05)
    hub = app.state.hub
    slow, quick = await reading(hub, "0"), await reading(hub, "0")
    slow.room.clear()
    for number in range(1, 10_001):
        hub.publish("floor", "tally", b"x" * 700, number)
    assert quick.numbers == [*range(1, 10_001)]
    assert slow.numbers == []

    slow.room.set()
    await asyncio.sleep(0.1)

    assert slow.numbers == [*range(10_001 - viewing.KEPT_EVENTS, 10_001)]
    hub.close()
    await asyncio.gather(slow.stream, quick.stream)


async def test_who_reads_again_in_time_is_not_let_go(app, monkeypatch):
    monkeypatch.setattr(events, "ROUND_SECONDS", 0.02)
    monkeypatch.setattr(viewing, "STALLED_SECONDS", 0.2)
    hub = app.state.hub
    reader = await reading(hub, "0")
    for number in range(1, 4):
        reader.room.clear()
        hub.publish("floor", "tally", b"{}", number)
        await asyncio.sleep(0.1)
        reader.room.set()
        await asyncio.sleep(0.1)

    assert reader.numbers == [1, 2, 3]
    assert not reader.stream.done()
    hub.close()
    await reader.stream


async def test_an_event_told_twice_is_seen_once():
    hub = Hub()
    reader = await reading(hub, "0")
    for number in (1, 2, 2, 1):
        hub.publish("floor", "tally", b"{}", number)

    assert reader.numbers == [1, 2]
    hub.close()
    await reader.stream


async def test_events_without_a_number_are_numbered_in_order():
    hub = Hub()
    reader = await reading(hub, "0")
    for _ in range(3):
        hub.publish("floor", "tally", b"{}")

    assert reader.numbers == sorted(set(reader.numbers))
    assert len(reader.numbers) == 3
    hub.close()
    await reader.stream


async def test_one_topic_is_not_another():
    hub = Hub()
    reader = await reading(hub, "0")
    hub.publish("committee", "tally", b"{}", 1)

    assert reader.seen == events.HELLO
    hub.close()
    await reader.stream


async def test_a_line_break_in_the_data_does_not_break_the_event():
    hub = Hub()
    hub.publish("floor", "note", b"one\r\nevent: forged\n\nid: 9", 1)

    reader = await reading(hub)

    seen = reader.seen.removeprefix(events.HELLO)
    assert seen.count(b"\n\n") == 1
    assert [line for line in seen.splitlines() if line.startswith(b"event")] == [b"event: note"]
    hub.close()
    await reader.stream


async def test_a_quiet_stream_is_kept_alive(app, monkeypatch):
    monkeypatch.setattr(events, "ROUND_SECONDS", 0.02)
    monkeypatch.setattr(viewing, "HEARTBEAT_SECONDS", 0.05)
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

    reader = await reading(app.state.hub)

    await asyncio.wait_for(reader.stream, 1)
    assert reader.seen == events.HELLO


async def test_who_does_not_read_at_all_is_let_go(app, monkeypatch):
    monkeypatch.setattr(events, "ROUND_SECONDS", 0.05)
    monkeypatch.setattr(viewing, "STALLED_SECONDS", 0.3)
    hub = app.state.hub
    async with served(app) as (client, _), watching(client):
        await until_watched(hub, 1)
        await asyncio.wait_for(_publish_until_let_go(hub), 8)


async def test_a_thousand_viewers_see_the_same_event(app):
    hub = app.state.hub
    readers = [await reading(hub, "0") for _ in range(1000)]
    hub.publish("floor", "tally", b"{}", 1)
    await asyncio.sleep(0.05)

    assert {reader.seen for reader in readers} == {
        events.HELLO + b"id: 1\nevent: tally\ndata: {}\n\n"
    }
    hub.close()
    await asyncio.gather(*(reader.stream for reader in readers))


async def test_whoever_cancels_a_stream_is_obeyed(app):
    reader = await reading(app.state.hub)
    reader.stream.cancel()

    with pytest.raises(asyncio.CancelledError):
        await reader.stream
    assert not app.state.hub._topics  # noqa: SLF001


async def test_who_does_not_read_at_all_leaves_nothing_behind(app, monkeypatch):
    monkeypatch.setattr(events, "ROUND_SECONDS", 0.05)
    monkeypatch.setattr(viewing, "STALLED_SECONDS", 0.3)
    monkeypatch.setattr(serving, "UNREAD_SECONDS", 1)
    async with served(app) as (client, server), watching(client):
        await until_watched(app.state.hub, 1)
        await _publish_until_let_go(app.state.hub)
        async with asyncio.timeout(8):
            while server.server_state.connections or server.server_state.tasks:  # noqa: ASYNC110
                await asyncio.sleep(0.05)


async def test_a_topic_may_end_while_its_viewers_are_being_told(app):
    faults = []
    asyncio.get_running_loop().set_exception_handler(lambda _, fault: faults.append(fault))
    hub, many = app.state.hub, events.AT_ONCE + 1
    readers = [await reading(hub, "0") for _ in range(many)]

    hub.publish("floor", "tally", b"{}", 1)
    hub.forget("floor")
    await asyncio.gather(*(reader.stream for reader in readers))
    await asyncio.sleep(0)

    assert sum(reader.numbers == [1] for reader in readers) == events.AT_ONCE
    assert faults == []


async def test_a_round_of_many_lets_others_have_their_turn(monkeypatch):
    monkeypatch.setattr(events, "ROUND_SECONDS", 3600)
    monkeypatch.setattr(viewing, "HEARTBEAT_SECONDS", 0)
    hub = Hub()
    readers = [await reading(hub) for _ in range(2 * events.AT_ONCE)]

    hub._go_round()  # noqa: SLF001  its time has come
    alive = sum(viewing.HEARTBEAT in reader.sent for reader in readers)
    await asyncio.sleep(0.01)

    assert alive == events.AT_ONCE
    assert all(viewing.HEARTBEAT in reader.sent for reader in readers)
    hub.close()
    await asyncio.gather(*(reader.stream for reader in readers))


async def test_who_comes_later_sees_the_latest_as_it_was_told_last(app):
    """The same event may carry a clock: whoever counts down from it needs the present one."""
    hub = app.state.hub
    early = await reading(hub)
    hub.publish("floor", "progress", b'{"now":1}', 7)
    hub.publish("floor", "progress", b'{"now":2}', 7)

    late = await reading(hub)

    assert b'{"now":1}' in early.seen
    assert b'{"now":2}' not in early.seen
    assert b'{"now":2}' in late.seen
    hub.close()
    await asyncio.gather(early.stream, late.stream)


async def _publish_until_let_go(hub):
    number = 0
    while hub._topics["floor"].viewers:  # noqa: SLF001
        number += 1
        hub.publish("floor", "bulk", b"x" * 1_000_000, number)
        await asyncio.sleep(0.02)


async def _first(lines, count):
    for _ in range(count):
        yield await anext(lines)
