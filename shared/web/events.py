"""Live data for many viewers (Server-Sent Events): encoded once, never queued per viewer.

A topic keeps its last events. A viewer is a place in them: who reads slowly skips what is
no longer kept, and who comes back with `Last-Event-ID` goes on from there.
"""

import asyncio
import re
import time
from collections.abc import Callable
from typing import override

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from shared.web.viewing import Topic, Viewer, piece

ROUND_SECONDS = 0.5
AT_ONCE = 250
NUMBER = re.compile(r"[0-9]{1,18}")
HELLO = b"retry: 2000\n\n"
HEADERS = {"content-type": "text/event-stream", "x-accel-buffering": "no"}


class Hub:
    """The topics of one process. `publish` never waits for anyone."""

    def __init__(self) -> None:
        self._topics: dict[str, Topic] = {}
        self._rounds: asyncio.TimerHandle | None = None
        self._closed = False

    def publish(self, topic: str, name: str, data: bytes, event_id: int | None = None) -> None:
        """Tell everyone who watches the topic.

        Args:
            topic: as given to `stream`.
            name: the event's name, as the browser's `addEventListener` has it.
            data: one JSON document in UTF-8.
            event_id: grows within the topic, the version of the case for example; what is
                older than the last is dropped, and the last told again is for who comes later:
                it may tell the time. Without it, the time.
        """
        about = self._topics.setdefault(topic, Topic())
        number = (
            max(about.latest + 1, time.time_ns() // 1_000_000) if event_id is None else event_id
        )
        if number > about.latest:
            about.add(number, _encoded(number, name, data))
            _one_by_one([*about.viewers], Viewer.look)
        elif number == about.latest:
            about.renew(_encoded(number, name, data))

    def stream(self, topic: str, last_seen: str | None) -> "Stream":
        """The answer that lets its reader watch the topic.

        Args:
            topic: as given to `publish`.
            last_seen: the reader's Last-Event-ID, if any.
        """
        return Stream(self, topic, last_seen)

    def forget(self, topic: str) -> None:
        """End a topic: its viewers are let go and its events dropped."""
        about = self._topics.pop(topic, Topic())
        for viewer in list(about.viewers):
            viewer.leave()

    def close(self) -> None:
        """Let every viewer go; a server that stops waits for them."""
        self._closed = True
        if self._rounds:
            self._rounds.cancel()
        for topic in list(self._topics):
            self.forget(topic)

    def join(self, topic: str, last_seen: str | None, send: Send) -> Viewer:
        """A new viewer: from the event last seen on, or from the latest, so that they see one."""
        about = self._topics.setdefault(topic, Topic())
        known = NUMBER.fullmatch(last_seen or "")
        place = int(known[0]) if known else about.latest - 1
        viewer = Viewer(about, place, send)
        if self._closed:
            viewer.gone = True
            return viewer
        about.viewers.add(viewer)
        viewer.look()
        if self._rounds is None:
            self._next_round()
        return viewer

    def part(self, topic: str, viewer: Viewer) -> None:
        """Let one viewer go; a topic that nobody tells of and nobody watches is not kept."""
        viewer.gone = True
        viewer.leave()
        about = self._topics.get(topic)
        if about is not None and not about.viewers and not about.events:
            del self._topics[topic]

    def _next_round(self) -> None:
        self._rounds = asyncio.get_running_loop().call_later(ROUND_SECONDS, self._go_round)

    def _go_round(self) -> None:
        """See to those who are behind, or have heard nothing for long."""
        self._rounds = None
        viewers = [one for topic in self._topics.values() for one in topic.viewers]
        _one_by_one(viewers, Viewer.see_to)
        if viewers:
            self._next_round()


def _one_by_one(viewers: list[Viewer], what: Callable[[Viewer], None]) -> None:
    """Some at a time, so that whoever casts a ballot meanwhile does not wait for all of them."""
    for viewer in viewers[:AT_ONCE]:
        # A stream may have ended while the turn was others'; nothing can be written to it.
        if not viewer.gone:
            what(viewer)
    if len(viewers) > AT_ONCE:
        asyncio.get_running_loop().call_soon(_one_by_one, viewers[AT_ONCE:], what)


class Stream(Response):
    """Plain ASGI: one task that waits for the reader to hang up, and nothing else of its own."""

    def __init__(self, hub: Hub, topic: str, last_seen: str | None) -> None:
        super().__init__(headers=HEADERS)
        del self.headers["content-length"]
        self._hub, self._topic, self._last_seen = hub, topic, last_seen

    @override
    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": self.raw_headers})
        await send(piece(HELLO))
        viewer = self._hub.join(self._topic, self._last_seen, send)
        try:
            while not viewer.gone and (await receive())["type"] != "http.disconnect":
                pass
        except asyncio.CancelledError:
            task = asyncio.current_task()
            if not viewer.gone or task is None or task.uncancel():
                raise
        finally:
            self._hub.part(self._topic, viewer)
        await send({"type": "http.response.body", "body": b"", "more_body": False})


def _encoded(number: int, name: str, data: bytes) -> bytes:
    lines = b"".join(b"data: " + line + b"\n" for line in data.splitlines() or [b""])
    return f"id: {number}\nevent: {name}\n".encode() + lines + b"\n"
