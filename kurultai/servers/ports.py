"""Ports of 127.0.0.1 for the servers, kept from one start to the next."""

import json
import secrets
import socket
from collections.abc import Callable
from pathlib import Path

from kurultai.servers.private import write_private
from kurultai.servers.supervisor import ServerDied, Supervisor

# Below 32768: higher ports are handed to outgoing connections and would collide with them.
RANGE = range(20000, 32000)
TRIES = 10


class Ports:
    """The ports of one data folder."""

    def __init__(self, path: Path) -> None:
        self._path = path

    async def start(self, server: str, make: Callable[[int], Supervisor]) -> Supervisor:
        """Start a server on the port of last time if that is free, else on another.

        A port that was free may be taken before the server binds it: then another is tried.

        Raises:
            ServerDied: it does not start, for another reason or `TRIES` times for this one.
        """
        tries = 0
        while True:
            port, tries = self.pick(server), tries + 1
            supervisor = make(port)
            try:
                await supervisor.start()
            except ServerDied as death:
                if not death.port_was_taken or tries == TRIES:
                    raise
            else:
                self._remember(server, port)
                return supervisor

    def pick(self, server: str) -> int:
        wanted = self._last().get(server)
        if wanted and is_free(wanted):
            return wanted
        while not is_free(port := secrets.choice(RANGE)):
            pass
        return port

    def _remember(self, server: str, port: int) -> None:
        write_private(self._path, json.dumps(self._last() | {server: port}))

    def _last(self) -> dict[str, int]:
        path = self._path
        ports: dict[str, int] = json.loads(path.read_text("utf-8")) if path.exists() else {}
        return ports


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        # As the servers do: connections of the last run that still linger are no obstacle.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True
