"""What is watched, and who watches it: a place among its last events, and a connection."""

import asyncio
import time
from collections import deque
from dataclasses import dataclass, field
from itertools import takewhile

import structlog
from starlette.types import Send

log = structlog.get_logger()

KEPT_EVENTS = 64
HEARTBEAT_SECONDS = 15.0
STALLED_SECONDS = 30.0
HEARTBEAT = b":\n\n"


@dataclass(slots=True)
class Topic:
    """The last events of one thing that is watched, and who watches it."""

    events: deque[tuple[int, bytes]] = field(default_factory=lambda: deque(maxlen=KEPT_EVENTS))
    viewers: set["Viewer"] = field(default_factory=set)

    @property
    def latest(self) -> int:
        return self.events[-1][0] if self.events else 0

    def since(self, place: int) -> bytes:
        """Nearly always the last event alone, which then is not copied for each viewer."""
        news = [*takewhile(lambda event: event[0] > place, reversed(self.events))]
        return news[0][1] if len(news) == 1 else b"".join(data for _, data in reversed(news))


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
        news = self._topic.since(self._place)
        if news and self._written(news):
            self._place = self._topic.latest

    def see_to(self) -> None:
        """Show what could not be shown, a sign of life to who is idle; let go who never reads."""
        self.look()
        now = time.monotonic()
        if self._full_since is not None and now - self._full_since > STALLED_SECONDS:
            log.info("a viewer who does not read was let go")
            self.leave()
        elif now - self._heard_at > HEARTBEAT_SECONDS:
            self._written(HEARTBEAT)

    def leave(self) -> None:
        """End the stream."""
        self._topic.viewers.discard(self)
        if not self.gone and self._task:
            self._task.cancel()
        self.gone = True

    def _written(self, what: bytes) -> bool:
        """Whether there was room. The server waits for room before it writes: then it is left."""
        writing = self._send({"type": "http.response.body", "body": what, "more_body": True})
        try:
            writing.send(None)  # type: ignore[attr-defined]  # what ASGI calls awaitable is one
        except StopIteration:
            self._heard_at, self._full_since = time.monotonic(), None
            return True
        writing.close()  # type: ignore[attr-defined]
        self._full_since = self._full_since or time.monotonic()
        return False
