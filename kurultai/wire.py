"""One connection to the service, kept open, for our own clients that measure it or try it hard.

An ordinary HTTP client takes more time than the service does. No TLS, one request at a time.
"""

import asyncio
import re
from dataclasses import dataclass

NOTHING_IN_IT = frozenset({204, 304})
LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)\r\n")


class Unreadable(Exception):
    """The answer does not say how long it is; its head is the message."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the service listens."""

    host: str
    port: int
    language: str = ""

    def request(
        self, method: str, path: str, *, token: str = "", key: str = "", body: bytes = b""
    ) -> bytes:
        """A request as it goes over the wire; made once, it can be sent any number of times.

        The body is JSON, the key its Idempotency-Key; without a token nobody in particular asks.
        """
        head = f"{method} {path} HTTP/1.1\r\nhost: {self.host}:{self.port}\r\n"
        head += f"accept-language: {self.language}\r\n" if self.language else ""
        head += f"authorization: Bearer {token}\r\n" if token else ""
        head += f"idempotency-key: {key}\r\n" if key else ""
        head += "content-type: application/json\r\n" if body else ""
        return f"{head}content-length: {len(body)}\r\n\r\n".encode("ascii") + body


class Wire:
    """A connection made when it is needed, and made anew when it was lost."""

    def __init__(self, origin: Origin) -> None:
        self.origin = origin
        self._line: _Line | None = None

    async def post(self, path: str, token: str, body: bytes) -> tuple[int, bytes]:
        """The status and the body of the answer. Raises as `exchange`."""
        return await self.exchange(self.origin.request("POST", path, token=token, body=body))

    async def exchange(self, request: bytes) -> tuple[int, bytes]:
        """Send a request and read its answer. Raises ConnectionError, Unreadable."""
        try:
            return await (await self.send(request))
        except BaseException:
            # An answer may still come, and would be taken for that of the next request.
            self.cut()
            raise

    async def send(self, request: bytes) -> asyncio.Future[tuple[int, bytes]]:
        """Send a request; its answer is to come. Raises ConnectionError."""
        if self._line is None or self._line.transport.is_closing():
            try:
                _, self._line = await asyncio.get_running_loop().create_connection(
                    _Line, self.origin.host, self.origin.port
                )
            except OSError as error:
                raise ConnectionError(str(error)) from error
        return self._line.send(request)

    def cut(self) -> None:
        """Drop the connection at once, with all that is on its way."""
        if self._line:
            self._line.transport.abort()
            self._line = None


class _Line(asyncio.Protocol):
    transport: asyncio.Transport

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport  # type: ignore[assignment]  # of a stream, as we asked
        self._came = bytearray()
        self._answer: asyncio.Future[tuple[int, bytes]] | None = None

    def send(self, request: bytes) -> asyncio.Future[tuple[int, bytes]]:
        self._came.clear()
        self._answer = asyncio.get_running_loop().create_future()
        self.transport.write(request)
        return self._answer

    def data_received(self, data: bytes) -> None:
        self._came += data
        try:
            whole = answer_in(self._came)
        except Unreadable as refusal:
            self._fail(refusal)
        else:
            if whole and self._answer and not self._answer.done():
                self._answer.set_result(whole)

    def connection_lost(self, exc: Exception | None) -> None:
        self._fail(ConnectionError(str(exc or "the service closed the connection")))

    def _fail(self, why: Exception) -> None:
        if self._answer and not self._answer.done():
            self._answer.set_exception(why)


def answer_in(came: bytearray) -> tuple[int, bytes] | None:
    """The answer, once all of it is there. Raises Unreadable."""
    end = came.find(b"\r\n\r\n")
    if end < 0:
        return None
    head = bytes(came[: end + 2]).lower()
    status, length = int(head[9:12]), LENGTH.search(head)
    if length is None and status not in NOTHING_IN_IT:
        raise Unreadable(head.decode("latin-1"))
    whole = end + 4 + (int(length[1]) if length else 0)
    return (status, bytes(came[end + 4 : whole])) if len(came) >= whole else None
