"""The virus scanner: a client of clamd, speaking its INSTREAM (see clamd(8), COMMANDS)."""

import asyncio
import re
import struct
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Self

from shared.settings import SettingsMissing

PATIENCE_S = 120.0
LONGEST_ANSWER = 4096
ANSWER = re.compile(r"stream: (?:(?P<clean>OK)|(?P<found>.+) FOUND)")
ADDRESS = re.compile(r"unix:(?P<path>/.+)|tcp:(?P<host>[^:]+):(?P<port>[0-9]{1,5})")
MUST_BE = "KURULTAI_SCANNER: unix:<path of its socket>, or tcp:<host>:<port>"


class ScannerAway(Exception):
    """The scanner gave no verdict: it is away, busy, or takes no file of this size."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the scanner says of a file; `found` is its name of what is in it, if anything is."""

    found: str | None = None

    @property
    def clean(self) -> bool:
        return self.found is None


@dataclass(frozen=True, slots=True)
class Scanner:
    """Where clamd listens: at a socket of the machine, or at a port. It keeps nothing it is sent.

    Its `StreamMaxLength` must be as large as our largest file, or that file waits for ever.
    """

    path: str | None = None
    host: str = ""
    port: int = 0

    @classmethod
    def at(cls, address: str) -> Self:
        """Raises SettingsMissing: that is no address of a scanner."""
        found = ADDRESS.fullmatch(address)
        if found is None:
            raise SettingsMissing(MUST_BE)
        return cls(found["path"], found["host"] or "", int(found["port"] or 0))

    async def scan(self, parts: AsyncIterator[bytes]) -> Verdict:
        """Raises ScannerAway, and whatever `parts` raises: then nothing is known of the file."""
        try:
            async with asyncio.timeout(PATIENCE_S), self._connected() as (reader, writer):
                return _verdict(await _asked(reader, writer, parts))
        except (OSError, TimeoutError, EOFError) as error:
            raise ScannerAway(type(error).__name__) from error

    @asynccontextmanager
    async def _connected(
        self,
    ) -> AsyncIterator[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
        if self.path:
            reader, writer = await asyncio.open_unix_connection(self.path)
        else:
            reader, writer = await asyncio.open_connection(self.host, self.port)
        try:
            yield reader, writer
        finally:
            writer.close()


async def _asked(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, parts: AsyncIterator[bytes]
) -> str:
    writer.write(b"zINSTREAM\0")
    async for part in parts:
        writer.write(struct.pack("!L", len(part)) + part)
        await writer.drain()
    writer.write(struct.pack("!L", 0))
    await writer.drain()
    return (await reader.read(LONGEST_ANSWER)).rstrip(b"\0\n").decode(errors="replace")


def _verdict(answer: str) -> Verdict:
    found = ANSWER.fullmatch(answer)
    if found is None:
        raise ScannerAway(answer)
    return Verdict(found["found"])
