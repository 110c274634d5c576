"""One origin for services in processes of their own: `/api/<service>/…` goes to its port."""

from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager

import httpx
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]
# Headers of one connection, not of the message (RFC 9110, 7.6.1); `host` is set anew.
OF_THE_CONNECTION = {
    "connection",
    "host",
    "keep-alive",
    "proxy-authenticate",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
}
CONNECT_S = 2.0
RETRY_AFTER_S = "1"


def gateway(origins: Mapping[str, str]) -> Starlette:
    """An application that hands each request to the service it names.

    Args:
        origins: by service, `http://127.0.0.1:<port>`.
    """

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        # No time limit on reading: a live stream may be silent for long.
        timeout = httpx.Timeout(None, connect=CONNECT_S)
        limits = httpx.Limits(max_connections=None, max_keepalive_connections=256)
        async with httpx.AsyncClient(timeout=timeout, limits=limits, trust_env=False) as http:
            app.state.http = http
            yield

    async def hand_over(request: Request) -> Response:
        service = request.path_params["service"]
        origin = origins.get(service)
        return await _hand_over(request, origin) if origin else _problem(404, "no-such-service")

    routes = [Route("/api/{service}/{path:path}", hand_over, methods=METHODS), *lasting_names()]
    return Starlette(routes=routes, lifespan=lifespan)


def lasting_names() -> list[Route]:
    """The names of bills and acts begin at the root (ELI, Akoma Ntoso); the service knows them."""
    return [Route(f"/{system}/{{path:path}}", _to_bills) for system in ("eli", "akn")]


async def _to_bills(request: Request) -> Response:
    return RedirectResponse(f"/api/bills/v1{request.url.path}", 308)


async def _hand_over(request: Request, origin: str) -> Response:
    http: httpx.AsyncClient = request.app.state.http
    asked = http.build_request(
        request.method,
        f"{origin}{request.url.path}",
        params=request.url.query.encode(),
        headers=_passed_on(request.headers.items()),
        content=request.stream(),
    )
    try:
        answer = await http.send(asked, stream=True)
    except httpx.TransportError:
        return _problem(503, "service-away", {"Retry-After": RETRY_AFTER_S})
    passed_on = StreamingResponse(_body(answer), answer.status_code)
    passed_on.raw_headers = [
        (name.lower().encode("latin-1"), value.encode("latin-1"))
        for name, value in _passed_on(answer.headers.multi_items())
    ]
    return passed_on


async def _body(answer: httpx.Response) -> AsyncIterator[bytes]:
    try:
        async for chunk in answer.aiter_raw():
            yield chunk
    finally:
        await answer.aclose()


def _passed_on(headers: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(name, value) for name, value in headers if name.lower() not in OF_THE_CONNECTION]


def _problem(status: int, code: str, headers: Mapping[str, str] | None = None) -> Response:
    body = {"type": f"/problems/{code}", "title": code, "status": status, "code": code}
    return JSONResponse(body, status, headers, media_type="application/problem+json")
