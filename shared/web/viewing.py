"""What is watched, and who watches it: a place among its last events, and a connection."""

import asyncio
import time
from collections import deque
from dataclasses import dataclass, field
from itertools import takewhile

import structlog
from starlette.types import Message, Send

log = structlog.get_logger()

KEPT_EVENTS = 64
HEARTBEAT_SECONDS = 15.0
STALLED_SECONDS = 30.0
HEARTBEAT = b":\n\n"


def piece(body: bytes) -> Message:
    """A piece of a stream, as it is given to the server."""
    return {"type": "http.response.body", "body": body, "more_body": True}


ALIVE = piece(HEARTBEAT)


@dataclass(slots=True)
class Topic:
    """The last events of one thing that is watched, and who watches it."""

    latest: int = 0
    events: deque[tuple[int, bytes]] = field(default_factory=lambda: deque(maxlen=KEPT_EVENTS))
    viewers: set["Viewer"] = field(default_factory=set)
    _place: int | None = None
    _news: Message = field(default_factory=dict)

    def add(self, number: int, event: bytes) -> None:
        """The number is greater than the latest."""
        self.events.append((number, event))
        self.latest, self._place = number, None

    def renew(self, event: bytes) -> None:
        """The latest once more, for those who have not been told of it."""
        if self.events:
            self.events[-1], self._place = (self.latest, event), None

    def since(self, place: int) -> Message:
        """Nearly all are at the same place: what is new to them is put together once.

        One place is kept and no more, since whoever comes may name any.
        """
        if place != self._place:
            news = [*takewhile(lambda event: event[0] > place, reversed(self.events))]
            self._place, self._news = place, piece(b"".join(data for _, data in reversed(news)))
        return self._news


class Viewer:
    """One open stream: a place among the events of its topic.

    What is new is written to the connection at once. While that is full nothing is written and
    nothing is kept for it: when there is room again the viewer gets what is then the news.
    """

    __slots__ = ("_full_since", "_heard_at", "_place", "_send", "_task", "_topic", "gone")

    def __init__(self, topic: Topic, place: int, send: Send) -> None:
        self._topic, self._place, self._send = topic, place, send
        self._heard_at = time.monotonic()
        self._full_since: float | None = None
        self._task = asyncio.current_task()
        self.gone = False

    def look(self) -> None:
        """Show what is new."""
        topic = self._topic
        if self._place < topic.latest and self._written(topic.since(self._place)):
            self._place = topic.latest

    def see_to(self) -> None:
        """Show what could not be shown, a sign of life to who is idle; let go who never reads."""
        self.look()
        now = time.monotonic()
        if self._full_since is not None and now - self._full_since > STALLED_SECONDS:
            log.info("a viewer who does not read was let go")
            self.leave()
        elif now - self._heard_at > HEARTBEAT_SECONDS:
            self._written(ALIVE)

    def leave(self) -> None:
        """End the stream."""
        self._topic.viewers.discard(self)
        if not self.gone and self._task:
            self._task.cancel()
        self.gone = True

    def _written(self, what: Message) -> bool:
        """Whether there was room. The server waits for room before it writes: then it is left."""
        writing = self._send(what)
        try:
            writing.send(None)  # type: ignore[attr-defined]  # what ASGI calls awaitable is one
        except StopIteration:
            self._heard_at, self._full_since = time.monotonic(), None
            return True
        writing.close()  # type: ignore[attr-defined]
        self._full_since = self._full_since or time.monotonic()
        return False
