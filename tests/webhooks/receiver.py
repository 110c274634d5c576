"""A receiver of webhooks: a real HTTP server on the loopback that remembers what it was sent."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route


@dataclass
class Receiver:
    """What it was sent, and what it answers: the next of `answers`, and then 204.

    A number of seconds among the answers is slept before the answer that follows it.
    """

    port: int = 0
    sent: list[tuple[dict[str, str], bytes]] = field(default_factory=list)
    answers: list[int | float] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/hook"

    @property
    def ids(self) -> list[str]:
        return [headers["webhook-id"] for headers, _ in self.sent]

    async def take(self, request: Request) -> Response:
        self.sent.append((dict(request.headers), await request.body()))
        status = self.answers.pop(0) if self.answers else 204
        if isinstance(status, float):
            await asyncio.sleep(status)
            status = self.answers.pop(0)
        return Response(status_code=status, headers=self.headers)


@asynccontextmanager
async def receiving() -> AsyncIterator[Receiver]:
    receiver = Receiver()
    app = Starlette(routes=[Route("/{path:path}", receiver.take, methods=["GET", "POST"])])
    listening = socket.create_server(("127.0.0.1", 0))
    receiver.port = listening.getsockname()[1]
    config = uvicorn.Config(app, log_config=None, access_log=False, lifespan="off")
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    while not server.started:  # noqa: ASYNC110 it tells nobody
        await asyncio.sleep(0.01)
    try:
        yield receiver
    finally:
        server.should_exit = True
        await serving
