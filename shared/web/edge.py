"""The one layer of ASGI around every service: all that each request needs, in a single pass."""

import time
from collections.abc import Iterable

import structlog
from fastapi import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from shared.kernel.text import Language
from shared.watch.metrics import observe_request
from shared.web.faults import OURS, fault_of
from shared.web.passage import Passage, begin, passage_of
from shared.web.problems import problem
from shared.web.sizes import Wide
from shared.web.words import HTTP_PROBLEMS

TOO_LARGE = 413
FAR_TOO_LARGE = 8
"""Times the most that is taken."""
NO_CONTENT = frozenset({204, 304})
METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
ALWAYS = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"vary", b"Accept-Language, Authorization"),
)
CONTENT_POLICY = (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'")
PAGE_POLICY = (b"content-security-policy", b"frame-ancestors 'none'")

log = structlog.get_logger()


class TooLarge(HTTPException):
    """Raised while the body is read; FastAPI lets its own exceptions through from there."""

    def __init__(self) -> None:
        super().__init__(TOO_LARGE)


class Edge:
    """Names the request, bounds its body, answers faults, adds headers, counts and times."""

    def __init__(
        self,
        app: ASGIApp,
        *,
        service: str,
        language: Language,
        max_body_bytes: int,
        wide: tuple[Wide, ...] = (),
    ) -> None:
        self._app = app
        self._service = service
        self._language = language
        self._max = max_body_bytes
        self._wide = wide

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        passage = begin(scope, self._language)

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                passage.answered = True
                message["headers"] = _headers(message, passage)
                self._count(scope, message["status"], passage)
            await send(message)

        await self._serve(scope, receive, answer, passage)

    async def _serve(self, scope: Scope, receive: Receive, answer: Send, passage: Passage) -> None:
        most = next((wide.most for wide in self._wide if wide.fits(scope)), self._max)
        if passage.content_length > most:
            await _answer_too_large(scope, receive, answer, most)
            return
        # Counted as well: a body may come without a length, or with a false one.
        try:
            await self._app(scope, _bounded(receive, most), answer)
        except Exception as error:
            if passage.answered:
                raise
            await _answer_fault(error, scope, receive, answer)

    def _count(self, scope: Scope, status: int, passage: Passage) -> None:
        method = scope["method"] if scope["method"] in METHODS else "other"
        seconds = time.perf_counter() - passage.began
        observe_request(self._service, _template(scope), method, status, seconds)


async def _answer_too_large(scope: Scope, receive: Receive, send: Send, most: int) -> None:
    request = Request(scope, receive)
    sizes = {"most_bytes": most, "sent_bytes": passage_of(request).content_length}
    # A body somewhat too large is let run out, or its sender might not see the answer; of one far
    # too large the rest is not read, and the connection cannot be used again.
    far = sizes["sent_bytes"] > FAR_TOO_LARGE * most
    headers = {"connection": "close"} if far else {}
    response = problem(request, TOO_LARGE, HTTP_PROBLEMS[TOO_LARGE], headers, **sizes)
    await response(scope, receive, send)


async def _answer_fault(error: Exception, scope: Scope, receive: Receive, send: Send) -> None:
    fault = fault_of(error)
    if fault is OURS:
        log.error("internal", exc_info=error)
    else:
        log.warning(fault.words.code, error=type(error).__name__)
    headers = {"retry-after": fault.retry_after} if fault.retry_after else {}
    response = problem(Request(scope, receive), fault.status, fault.words, headers)
    await response(scope, receive, send)


def _bounded(receive: Receive, most: int) -> Receive:
    left = most

    async def counted() -> Message:
        nonlocal left
        message = await receive()
        left -= len(message.get("body", b""))
        if left < 0:
            raise TooLarge
        return message

    return counted


def _headers(message: Message, passage: Passage) -> list[tuple[bytes, bytes]]:
    headers = list(message["headers"])
    given = {name for name, _ in headers}
    headers += ALWAYS
    headers.append((b"x-request-id", passage.request_id.encode()))
    headers.append(PAGE_POLICY if _is_page(headers) else CONTENT_POLICY)
    if message["status"] not in NO_CONTENT and b"content-language" not in given:
        headers.append((b"content-language", passage.language.encode()))
    if b"cache-control" not in given:
        headers.append((b"cache-control", b"no-store" if passage.signed else b"no-cache"))
    return headers


def _is_page(headers: Iterable[tuple[bytes, bytes]]) -> bool:
    return any(name == b"content-type" and kind.startswith(b"text/html") for name, kind in headers)


def _template(scope: Scope) -> str:
    """The path as it is declared; one series for all that fits no route."""
    context = scope.get("fastapi", {}).get("effective_route_context") or scope.get("route")
    path = getattr(context, "path_format", None)
    return f"{scope.get('root_path', '')}{path}" if path else "none"
