"""All at once, with as little of the machine as can be: client and servers share two cores."""

import selectors
import socket
import time
from collections.abc import Sequence

from kurultai.wire import Origin, answer_in

GOOD = {200, 201}
PIECE = 65536
IDLE_S, SETTLED_S = 3, 0.2


class Volley:
    """Connections that are kept open; a request goes over each, and its answer is awaited."""

    def __init__(self, origin: Origin, count: int) -> None:
        self._origin, self._count = origin, count
        self._lines: list[socket.socket] = []
        self._answers = selectors.DefaultSelector()
        self._last = 0.0

    def _connect(self) -> None:
        """Connections that were idle for long may be closed at the other end: all are new then."""
        for line in self._lines:
            self._answers.unregister(line)
            line.close()
        to = (self._origin.host, self._origin.port)
        self._lines = [socket.create_connection(to) for _ in range(self._count)]
        for line in self._lines:
            line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._answers.register(line, selectors.EVENT_READ, bytearray())
        time.sleep(SETTLED_S)

    def fire(self, requests: Sequence[bytes]) -> tuple[float, list[float]]:
        """Seconds until the last is answered, and the milliseconds of each as it was answered.

        Blocks its thread: those who are measured are other processes. Raises RuntimeError: a
        ballot was refused.
        """
        if time.monotonic() - self._last > IDLE_S:
            self._connect()
        began = time.perf_counter()
        for line, request in zip(self._lines, requests, strict=True):
            line.sendall(request)
        took: list[float] = []
        while len(took) < len(requests):
            took += [(now - began) * 1000 for now in self._answered()]
        self._last = time.monotonic()
        return took[-1] / 1000, took

    def _answered(self) -> list[float]:
        """When those answers were whole that came now."""
        whole = []
        for key, _ in self._answers.select():
            came: bytearray = key.data
            came += key.fileobj.recv(PIECE)  # type: ignore[union-attr]  # only sockets are registered
            if found := answer_in(came):
                whole.append(time.perf_counter())
                came.clear()
                _refuse_unless_good(*found)
        return whole


def _refuse_unless_good(status: int, body: bytes) -> None:
    if status not in GOOD:
        raise RuntimeError(body.decode())
