"""Asking a service that is being killed: the very same request again, until it is answered."""

import asyncio
import json
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Self

from kurultai.client import NeverHappened
from kurultai.wire import Origin, Wire

AWAY = 500
"""From this status on an answer says nothing of what was asked."""
BEING_DONE = "in-progress"
"""The code of an answer to a request that an earlier sending of it still holds."""
ANSWER_WITHIN_S = 12.0
PATIENCE_S = 90.0
FIRST_PAUSE_S, LONGEST_PAUSE_S = 0.03, 0.5


@dataclass(frozen=True, slots=True)
class Answer:
    """A definite answer."""

    status: int
    told: Any

    @property
    def is_success(self) -> bool:
        return self.status < 400  # noqa: PLR2004 HTTP's own

    @property
    def code(self) -> str:
        """Of a refusal, its code; else nothing."""
        return "" if self.is_success else str(self.told.get("code"))


@dataclass(slots=True)
class Line:
    """Connections to one origin, as many as are in use at once.

    Args:
        unanswered: by what came instead of an answer, how often it did.
    """

    origin: Origin
    unanswered: Counter[str] = field(default_factory=Counter)
    _free: list[Wire] = field(default_factory=list)

    @classmethod
    @asynccontextmanager
    async def to(cls, origin: Origin) -> AsyncIterator[Self]:
        """Connections to the origin, closed at the end of the block."""
        line = cls(origin)
        try:
            yield line
        finally:
            for wire in line._free:
                wire.cut()

    async def ask(self, request: bytes) -> Answer:
        """The definite answer to a request that may be sent any number of times.

        Raises:
            NeverHappened: none came in `PATIENCE_S` seconds.
        """
        pause, give_up_at = FIRST_PAUSE_S, time.monotonic() + PATIENCE_S
        while time.monotonic() < give_up_at:
            if answer := await self._once(request):
                return answer
            await asyncio.sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE_S)
        # Its first line only: below it stands a token.
        asked = request.partition(b"\r\n")[0].decode()
        raise NeverHappened(f"No answer within {PATIENCE_S:.0f} s to {asked}")

    async def lose(self, request: bytes, after_s: float) -> None:
        """Send a request, and lose the connection after so many seconds, answer or no answer."""
        wire = self._take()
        try:
            (await wire.send(request)).cancel()
            await asyncio.sleep(after_s)
        except ConnectionError as error:
            self.unanswered[type(error).__name__] += 1
        finally:
            wire.cut()
            self._free.append(wire)

    async def _once(self, request: bytes) -> Answer | None:
        wire = self._take()
        try:
            async with asyncio.timeout(ANSWER_WITHIN_S):
                status, body = await wire.exchange(request)
        except (ConnectionError, TimeoutError) as error:
            self.unanswered[type(error).__name__] += 1
            return None
        finally:
            self._free.append(wire)
        answer = Answer(status, json.loads(body) if body else None)
        if status < AWAY and answer.code != BEING_DONE:
            return answer
        self.unanswered[f"{status} {answer.code}"] += 1
        return None

    def _take(self) -> Wire:
        return self._free.pop() if self._free else Wire(self.origin)
