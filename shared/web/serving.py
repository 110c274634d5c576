"""uvicorn as we run it: bounded in what it waits for, and silent but for our own log."""

import socket
from collections.abc import Callable

import uvicorn

GRACE_SECONDS = 10
UNREAD_SECONDS = 30
"""Who takes nothing of what is sent to them for so long, or is gone without a word, is dropped."""


class Server(uvicorn.Server):
    """uvicorn tells an app to stop only when its answers have ended, and live streams never do.

    Args:
        before_stop: called when the server is to stop, to end them (`Hub.close`).
    """

    def __init__(self, config: uvicorn.Config, before_stop: Callable[[], None]) -> None:
        super().__init__(config)
        self._before_stop = before_stop

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if hasattr(socket, "TCP_USER_TIMEOUT"):
            for listening in [one for server in self.servers for one in server.sockets]:
                # The system's own clock: an answer that nobody takes ends here and nowhere else.
                listening.setsockopt(
                    socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, UNREAD_SECONDS * 1000
                )

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._before_stop()
        await super().shutdown(sockets)


def configured(app: object, *, host: str, port: int) -> uvicorn.Config:
    """No access log (it costs a quarter; `/metrics` counts), no banner, no endless waiting."""
    return uvicorn.Config(
        app,  # type: ignore[arg-type]
        host=host,
        port=port,
        log_config=None,
        access_log=False,
        server_header=False,
        # Nothing here asks who the client is; behind a proxy the gateway speaks for it.
        proxy_headers=False,
        timeout_graceful_shutdown=GRACE_SECONDS,
    )
