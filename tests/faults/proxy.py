"""A wire that fails as wires do: between a client and a server on this machine."""

import asyncio
import socket
import struct
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from enum import Enum
from urllib.parse import urlsplit

CHUNK = 65536
HERE = "127.0.0.1"
WITH_A_RESET = struct.pack("ii", 1, 0)  # SO_LINGER: ends with RST, not with a farewell


class State(Enum):
    """What becomes of what is sent."""

    WHOLE = "it arrives"
    SLOW = "each piece of it arrives late"
    NO_ANSWERS = "it arrives, and no answer does"
    HALF_OPEN = "connections are taken, and nothing ever arrives"
    RESET = "connections are cut, and new ones refused, with RST"


SILENT = {State.NO_ANSWERS, State.HALF_OPEN}


class Wire:
    """To a server, by a port of its own; whole until it is told to fail.

    Args:
        url: of the server.
        delay_s: of every piece, either way, while it is slow.
    """

    def __init__(self, url: str, *, delay_s: float = 0.2) -> None:
        self._to = urlsplit(url).port
        self._delay_s = delay_s
        self._state = State.WHOLE
        self._ends: set[asyncio.StreamWriter] = set()
        self._port = self._age = 0

    @asynccontextmanager
    async def laid(self) -> AsyncIterator["Wire"]:
        server = await asyncio.start_server(self._carry, HERE, 0)
        self._port = server.sockets[0].getsockname()[1]
        try:
            yield self
        finally:
            server.close()
            self.become(State.RESET)
            while self._ends:  # noqa: ASYNC110 each ends by itself
                await asyncio.sleep(0)

    def become(self, state: State) -> None:
        """Connections that lost something end with that: nothing can continue them."""
        lost_something = self._state in SILENT
        self._state = state
        if lost_something or state is State.RESET:
            for end in tuple(self._ends):
                _reset(end)

    def forget(self) -> None:
        """Connections that stand carry nothing from now on, and nobody is told; new ones do."""
        self._age += 1

    def instead(self, url: str) -> str:
        """The URL of the same server, by this wire."""
        return url.replace(f"@{HERE}:{self._to}", f"@{HERE}:{self._port}")

    async def _carry(self, reader, writer) -> None:
        """One connection, from its beginning to its end."""
        ends = [writer]
        self._ends.add(writer)
        try:
            if self._state is not State.RESET:
                answers, there = await asyncio.open_connection(HERE, self._to)
                ends.append(there)
                self._ends.add(there)
                if self._state is State.RESET:
                    raise ConnectionResetError  # since we asked
                async with asyncio.TaskGroup() as both:
                    both.create_task(self._pass(reader, there, is_answer=False))
                    both.create_task(self._pass(answers, writer, is_answer=True))
        except* OSError:
            pass  # a connection that broke is the point
        finally:
            for end in ends:
                _reset(end)
                self._ends.discard(end)

    async def _pass(self, reader, writer, *, is_answer) -> None:
        """Until one side ends; then the other is cut as well."""
        age = self._age
        while piece := await reader.read(CHUNK):
            if self._state is State.SLOW:
                await asyncio.sleep(self._delay_s)
            lost = {State.NO_ANSWERS: is_answer, State.HALF_OPEN: True}.get(self._state, False)
            if not lost and age == self._age:
                writer.write(piece)
                await writer.drain()
        raise ConnectionResetError


def _reset(end: asyncio.StreamWriter) -> None:
    if not end.is_closing():
        one = end.get_extra_info("socket")
        one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, WITH_A_RESET)
        end.transport.abort()
