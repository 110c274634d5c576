"""Live data for many viewers (Server-Sent Events): encoded once, never queued per viewer.

A topic keeps its last events. A viewer is a place in them: who reads slowly skips what is
no longer kept, and who comes back with `Last-Event-ID` goes on from there.
"""

import asyncio
import time
from collections import deque
from dataclasses import dataclass, field
from typing import override

import structlog
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

log = structlog.get_logger()

KEPT_EVENTS = 64
HEARTBEAT_SECONDS = 15.0
STALLED_SECONDS = 30.0
HELLO = b"retry: 2000\n\n"
HEARTBEAT = b":\n\n"
HEADERS = {"content-type": "text/event-stream", "x-accel-buffering": "no"}


@dataclass(slots=True)
class Topic:
    """The last events of one thing that is watched, and who watches it."""

    events: deque[tuple[int, bytes]] = field(default_factory=lambda: deque(maxlen=KEPT_EVENTS))
    viewers: set["Viewer"] = field(default_factory=set)

    @property
    def latest(self) -> int:
        return self.events[-1][0] if self.events else 0

    def since(self, place: int) -> bytes:
        return b"".join(event for number, event in self.events if number > place)


class Hub:
    """The topics of one process. `publish` never waits for anyone."""

    def __init__(self) -> None:
        self._topics: dict[str, Topic] = {}
        self._beat: asyncio.TimerHandle | None = None
        self._closed = False

    def publish(self, topic: str, name: str, data: bytes, event_id: int | None = None) -> None:
        """Tell everyone who watches the topic.

        Args:
            topic: as given to `stream`.
            name: the event's name, as the browser's `addEventListener` has it.
            data: one JSON document in UTF-8.
            event_id: grows within the topic, the version of the case for example; what is
                not newer than the last is a repetition and is dropped. Without it, the time.
        """
        about = self._topics.setdefault(topic, Topic())
        number = (
            max(about.latest + 1, time.time_ns() // 1_000_000) if event_id is None else event_id
        )
        if number <= about.latest:
            return
        about.events.append((number, _encoded(number, name, data)))
        for viewer in about.viewers:
            viewer.wake()

    def stream(self, topic: str, request: Request) -> Response:
        """The answer of a route that lets its reader watch the topic."""
        return _Stream(self, topic, request.headers.get("last-event-id"))

    def forget(self, topic: str) -> None:
        """End a topic: its viewers are let go and its events dropped."""
        about = self._topics.pop(topic, Topic())
        for viewer in list(about.viewers):
            viewer.leave()

    def close(self) -> None:
        """Let every viewer go; a server that stops waits for them."""
        self._closed = True
        if self._beat:
            self._beat.cancel()
        for topic in list(self._topics):
            self.forget(topic)

    def join(self, topic: str, last_seen: str | None) -> "Viewer":
        """A new viewer: from the event last seen on, or from the latest, so that they see one."""
        about = self._topics.setdefault(topic, Topic())
        before_latest = about.latest - 1
        known = last_seen is not None and last_seen.isascii() and last_seen.isdecimal()
        viewer = Viewer(about, int(last_seen) if known and last_seen else before_latest)
        if self._closed:
            viewer.leave()
        else:
            about.viewers.add(viewer)
            self._keep_beating()
        return viewer

    def part(self, topic: str, viewer: "Viewer") -> None:
        """Let one viewer go; a topic that nobody tells of and nobody watches is not kept."""
        viewer.leave()
        about = self._topics.get(topic)
        if about is not None and not about.viewers and not about.events:
            del self._topics[topic]

    def _keep_beating(self) -> None:
        if self._beat is None:
            loop = asyncio.get_running_loop()
            self._beat = loop.call_later(HEARTBEAT_SECONDS, self._beat_once)

    def _beat_once(self) -> None:
        self._beat = None
        viewers = [viewer for topic in self._topics.values() for viewer in topic.viewers]
        for viewer in viewers:
            viewer.wake()
        if viewers:
            self._keep_beating()


class Viewer:
    """One open stream: a place among the events of its topic."""

    __slots__ = ("_awake", "_gone", "_place", "_topic")

    def __init__(self, topic: Topic, place: int) -> None:
        self._topic = topic
        self._place = place
        self._awake = asyncio.Event()
        self._awake.set()
        self._gone = False

    def wake(self) -> None:
        self._awake.set()

    def leave(self) -> None:
        self._gone = True
        self._topic.viewers.discard(self)
        self._awake.set()

    async def next(self) -> bytes | None:
        """All that is new, or a heartbeat when woken for nothing; None at the end."""
        await self._awake.wait()
        self._awake.clear()
        if self._gone:
            return None
        news = self._topic.since(self._place)
        self._place = max(self._place, self._topic.latest)
        return news or HEARTBEAT


class _Stream(Response):
    """Plain ASGI: what is sent was encoded once, for everyone."""

    def __init__(self, hub: Hub, topic: str, last_seen: str | None) -> None:
        super().__init__(headers=HEADERS)
        del self.headers["content-length"]
        self._hub, self._topic, self._last_seen = hub, topic, last_seen

    @override
    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        start = {"type": "http.response.start", "status": 200, "headers": self.raw_headers}
        await send(start)
        viewer = self._hub.join(self._topic, self._last_seen)
        hung_up = asyncio.create_task(_leave_on_hang_up(receive, viewer))
        try:
            await _show(viewer, send)
        except TimeoutError:
            log.info("a viewer who does not read was let go")
        finally:
            hung_up.cancel()
            self._hub.part(self._topic, viewer)


async def _show(viewer: Viewer, send: Send) -> None:
    await send({"type": "http.response.body", "body": HELLO, "more_body": True})
    while news := await viewer.next():
        # Sending waits while the reader's buffer is full; who does not read is let go.
        async with asyncio.timeout(STALLED_SECONDS):
            await send({"type": "http.response.body", "body": news, "more_body": True})
    await send({"type": "http.response.body", "body": b"", "more_body": False})


async def _leave_on_hang_up(receive: Receive, viewer: Viewer) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
    viewer.leave()


def _encoded(number: int, name: str, data: bytes) -> bytes:
    lines = b"".join(b"data: " + line + b"\n" for line in data.splitlines() or [b""])
    return f"id: {number}\nevent: {name}\n".encode() + lines + b"\n"
