"""`python -m kurultai.serve PLAN PROCESS`: one process of the plan, until it is told to stop.

A process runs services (their API and their workers) behind one port, or is the gateway.
"""

import socket
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

from fastapi import FastAPI
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from kurultai.gateway import gateway, lasting_names
from kurultai.plan import Plan, Process
from kurultai.registry import SERVICES
from shared.service import run, serving
from shared.settings import Settings
from shared.web.serving import Server, configured


def main(plan_file: str, process_name: str) -> None:
    """Serve one process of the plan."""
    plan = Plan.model_validate_json(Path(plan_file).read_bytes())
    process = plan.process(process_name)
    run(_serve(plan, process))


async def _serve(plan: Plan, process: Process) -> None:
    app = gateway(plan.origins()) if process.is_gateway else services_app(plan, process)
    config = configured(app, host="127.0.0.1", port=process.port)
    server = Server(config, before_stop=lambda: _end_streams(app))
    await server.serve([shared_port(process.port)] if process.shares_port else None)


def shared_port(port: int) -> socket.socket:
    """Where several processes listen; each connection is one process's from its beginning."""
    listening = socket.socket()
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    listening.bind(("127.0.0.1", port))
    return listening


class Front:
    """Hands a request to the service under whose path it is, with nothing around it."""

    def __init__(self, otherwise: ASGIApp, services: dict[str, FastAPI]) -> None:
        self._otherwise = otherwise
        self.services = services

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        prefix = "/".join(scope.get("path", "").split("/", 4)[:4])
        service = self.services.get(prefix)
        if service is None:
            await self._otherwise(scope, receive, send)
            return
        scope["root_path"] = scope.get("root_path", "") + prefix
        await service(scope, receive, send)


def _end_streams(app: ASGIApp) -> None:
    """A live stream never ends by itself, and the server would wait for it."""
    if isinstance(app, Front):
        for service in app.services.values():
            service.state.hub.close()


def services_app(plan: Plan, process: Process) -> Front:
    """The process's services under `/api/<service>/v1`, with `/healthz` and `/readyz` for all."""
    services: dict[str, FastAPI] = {}

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        async with AsyncExitStack() as opened:
            for name in process.services:
                running = await opened.enter_async_context(
                    serving(
                        SERVICES[name], Settings(**plan.settings[name]), with_worker=process.works
                    )
                )
                services[f"/api/{name}/v1"] = running.app
            yield

    async def ready(request: Request) -> Response:
        return await _ready(request, process.name, services)

    async def alive(_: Request) -> Response:
        return JSONResponse({"status": "alive"})

    routes = [Route("/healthz", alive), Route("/readyz", ready), *lasting_names()]
    return Front(Starlette(routes=routes, lifespan=lifespan), services)


async def _ready(request: Request, process: str, services: dict[str, FastAPI]) -> Response:
    """Ready when every service is; the answer names each, and which process it is."""
    found = {path: await _status(app, request) for path, app in services.items()}
    status = 200 if all(code == 200 for code in found.values()) else 503  # noqa: PLR2004 HTTP's own
    ready = {path: code == 200 for path, code in found.items()}  # noqa: PLR2004
    return JSONResponse({"ready": ready, "process": process}, status)


async def _status(app: ASGIApp, request: Request) -> int:
    codes: list[int] = []

    async def send(message: object) -> None:
        if isinstance(message, dict) and message["type"] == "http.response.start":
            codes.append(message["status"])

    scope = dict(request.scope) | {"path": "/readyz", "raw_path": b"/readyz", "root_path": ""}
    await app(scope, request.receive, send)
    return codes[0]


if __name__ == "__main__":
    main(*sys.argv[1:])
