"""What the edge knows of a request before any route does."""

import re
import time
from dataclasses import dataclass, field

from starlette.requests import Request
from starlette.types import Scope

from shared.kernel.text import Language
from shared.watch.traces import Trace, random_hex, take_bearings
from shared.web.languages import preferred

KEY = "kurultai.passage"
LENGTH = re.compile(rb"[0-9]{1,18}")
SANE_ID = re.compile(rb"[A-Za-z0-9._-]{1,64}")


@dataclass(slots=True)
class Passage:
    """One request on its way through the edge."""

    request_id: str
    trace: Trace
    language: Language
    signed: bool
    content_length: int
    path: str
    began: float = field(default_factory=time.perf_counter)
    answered: bool = False


def begin(scope: Scope, fallback: Language) -> Passage:
    """Read the headers once; the log and the problems of this request speak of it from here on."""
    headers: dict[bytes, bytes] = dict(scope["headers"])
    asked = headers.get(b"x-request-id", b"")
    request_id = asked.decode() if SANE_ID.fullmatch(asked) else random_hex(128)
    length = headers.get(b"content-length", b"")
    passage = Passage(
        request_id=request_id,
        trace=take_bearings(headers.get(b"traceparent", b"").decode("latin-1"), request_id).trace,
        language=preferred(headers.get(b"accept-language", b"").decode("latin-1"), fallback),
        signed=b"authorization" in headers,
        content_length=int(length) if LENGTH.fullmatch(length) else 0,
        path=scope["path"],
    )
    scope[KEY] = passage
    return passage


def passage_of(request: Request) -> Passage:
    passage: Passage = request.scope[KEY]
    return passage
