"""`python -m kurultai.serve PLAN PROCESS`: one process of the plan, until it is told to stop.

A process runs services (their API and their workers) behind one port, or is the gateway.
"""

import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.types import ASGIApp

from kurultai.gateway import gateway
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
    await Server(config, before_stop=lambda: _end_streams(app)).serve()


def _end_streams(app: Starlette) -> None:
    """A live stream never ends by itself, and the server would wait for it."""
    for route in app.routes:
        if isinstance(route, Mount):
            route.app.state.hub.close()  # type: ignore[attr-defined]  # a service's FastAPI


def services_app(plan: Plan, process: Process) -> Starlette:
    """The process's services under `/api/<service>/v1`, with `/healthz` and `/readyz` for all."""
    mounts: list[Mount] = []

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        async with AsyncExitStack() as opened:
            for name in process.services:
                running = await opened.enter_async_context(
                    serving(SERVICES[name], Settings(**plan.settings[name]))
                )
                mounts.append(Mount(f"/api/{name}/v1", running.app))
            app.router.routes.extend(mounts)
            yield

    async def ready(request: Request) -> Response:
        return await _ready(request, mounts)

    async def alive(_: Request) -> Response:
        return JSONResponse({"status": "alive"})

    app = Starlette(routes=[Route("/healthz", alive), Route("/readyz", ready)], lifespan=lifespan)
    return app


async def _ready(request: Request, mounts: list[Mount]) -> Response:
    """Ready when every service is; the answer names each."""
    found = {mount.path: await _status(mount.app, request) for mount in mounts}
    status = 200 if all(code == 200 for code in found.values()) else 503  # noqa: PLR2004 HTTP's own
    return JSONResponse({"ready": {path: code == 200 for path, code in found.items()}}, status)  # noqa: PLR2004


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
