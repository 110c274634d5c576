"""The sample service behind a real server, for what shows on real connections only."""

import asyncio
from contextlib import asynccontextmanager

import httpx

from shared.web.serving import Server, configured


@asynccontextmanager
async def served(app):
    """The app behind a real server; yields its client, and the server itself."""
    server = Server(configured(app, host="127.0.0.1", port=0), app.state.hub.close)
    running = asyncio.create_task(server.serve())
    while not server.started:  # noqa: ASYNC110  uvicorn has no event to wait for
        await asyncio.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=5) as client:
        yield client, server
    server.should_exit = True
    await running
