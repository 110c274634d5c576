"""What a store of files promises; the places that keep the promise are beside this module."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Protocol

READ_AT_ONCE = 512 * 1024
"""Bytes of a file that are in memory at a time, in each reading and each writing of one."""


class FilesAway(Exception):
    """The store does not answer; whether a file that was being put is there is not known."""


class FileGone(Exception):
    """There is no such file in the store."""


class FileDamaged(Exception):
    """What the store holds is not what was put: its digest is another one."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A file in the store. Its name is its digest: SHA-256, in lower-case hexadecimal."""

    digest: str
    size: int


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a file: from its byte `first`, counted from 0, `length` of them."""

    first: int
    length: int

    @property
    def end(self) -> int:
        return self.first + self.length


class Files(Protocol):
    """Files under the digest of what is in them: written once, never changed, never half there."""

    async def put(self, parts: AsyncIterator[bytes]) -> Stored:
        """Keep a file; one that is there already stays as it is.

        Raises:
            FilesAway: it is not there, or not known to be.
            Whatever `parts` raises: nothing is kept then.
        """
        ...

    async def get(self, digest: str, span: Span | None = None) -> AsyncIterator[bytes]:
        """The file, or a part of it, piece by piece as the reader takes it.

        Raises: FileGone, FilesAway; and while it is read also FileDamaged, before the last piece.
        """
        ...


async def unharmed(digest: str, parts: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    """The pieces of a whole file as they come, the last one only if the digest is what it was.

    Raises:
        FileDamaged: it is not; who reads has not got the whole file.
    """
    hashed, held = sha256(), b""
    async for part in parts:
        if held:
            yield held
        hashed.update(part)
        held = part
    if hashed.hexdigest() != digest:
        raise FileDamaged(digest)
    if held:
        yield held


async def in_pieces(parts: AsyncIterator[bytes], size: int = READ_AT_ONCE) -> AsyncIterator[bytes]:
    """The same bytes in pieces of one size; the last may be smaller."""
    waiting = bytearray()
    async for part in parts:
        waiting += part
        while len(waiting) >= size:
            yield bytes(waiting[:size])
            del waiting[:size]
    if waiting:
        yield bytes(waiting)
