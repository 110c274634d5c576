"""Which request a line of the log or a fact belongs to (W3C Trace Context)."""

import random
import re
from contextvars import ContextVar
from dataclasses import dataclass

TRACEPARENT = re.compile(
    r"(?!ff)(?P<version>[0-9a-f]{2})-(?!0{32})(?P<trace>[0-9a-f]{32})"
    r"-(?!0{16})(?P<span>[0-9a-f]{16})-(?P<flags>[0-9a-f]{2})(?P<more>-.*)?"
)
NOT_SAMPLED = "00"


@dataclass(frozen=True, slots=True)
class Trace:
    """A trace and our own span in it; as text it is a `traceparent`."""

    trace_id: str
    span_id: str
    flags: str = NOT_SAMPLED

    def __str__(self) -> str:
        return f"00-{self.trace_id}-{self.span_id}-{self.flags}"


def follow(traceparent: str | None) -> Trace:
    """A new span of the caller's trace; of a new trace when the caller named none that is valid."""
    match = TRACEPARENT.fullmatch(traceparent or "")
    if match is None or (match["version"] == "00" and match["more"]):
        return Trace(random_hex(128), random_hex(64))
    return Trace(match["trace"], random_hex(64), match["flags"])


def random_hex(bits: int) -> str:
    """A name for a request; it tells requests apart and guards nothing, so it may be cheap."""
    return f"{random.getrandbits(bits):0{bits // 4}x}"


@dataclass(frozen=True, slots=True)
class Bearings:
    """Where we are: written on every line of the log."""

    trace: Trace
    request_id: str | None = None


BEARINGS: ContextVar[Bearings | None] = ContextVar("bearings", default=None)


def take_bearings(traceparent: str | None, request_id: str | None = None) -> Bearings:
    """Begin a request or a message: from here on this task's log lines carry its trace."""
    bearings = Bearings(follow(traceparent), request_id)
    BEARINGS.set(bearings)
    return bearings
