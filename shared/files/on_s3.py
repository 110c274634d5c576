"""Files in a bucket of anything that speaks S3."""

from collections.abc import AsyncIterator
from hashlib import sha256

import obstore
from obstore.exceptions import BaseError, NotFoundError
from obstore.store import S3Store

from shared.files.port import (
    READ_AT_ONCE,
    FileGone,
    FilesAway,
    Span,
    Stored,
    in_pieces,
    unharmed,
)
from shared.store.ids import new_id

PART = 5 * 1024 * 1024
"""The least that S3 takes as a part of an upload, but for the last one."""
PARTS_AT_ONCE = 2


class S3Files:
    """The files of one bucket, each under `sha256/<its first two letters>/<its digest>`.

    A file is uploaded beside them under a name of its own and then copied to its digest's, which S3
    does whole or not at all. What a process that was killed leaves under `incoming/` is nobody's: a
    lifecycle rule of the bucket may remove it after a day, and uploads that were never completed.
    """

    def __init__(self, store: S3Store) -> None:
        self._store = store

    async def put(self, parts: AsyncIterator[bytes]) -> Stored:
        """As `Files.put`."""
        draft, counted = f"incoming/{new_id().hex}", _Counted(parts)
        try:
            await self._upload(draft, counted)
        except Exception as error:
            if counted.fault:
                # What the sender raised went through the library: it is the sender's again.
                raise counted.fault from error
            if not isinstance(error, BaseError):
                raise
            raise FilesAway("the file was not taken") from error
        return counted.stored

    async def get(self, digest: str, span: Span | None = None) -> AsyncIterator[bytes]:
        try:
            found = await obstore.get_async(self._store, _name(digest), options=_asked(span))
        except (FileNotFoundError, NotFoundError) as error:
            raise FileGone(digest) from error
        except BaseError as error:
            raise FilesAway(digest) from error
        parts = _told(found.stream(min_chunk_size=READ_AT_ONCE))
        return unharmed(digest, parts) if span is None else parts

    async def _upload(self, draft: str, counted: "_Counted") -> None:
        await obstore.put_async(
            self._store,
            draft,
            in_pieces(counted.read(), PART),
            chunk_size=PART,
            max_concurrency=PARTS_AT_ONCE,
        )
        try:
            await obstore.copy_async(self._store, draft, _name(counted.stored.digest))
        finally:
            await obstore.delete_async(self._store, draft)


class _Counted:
    """A file that passes by, its digest and its size; and what went wrong on the way."""

    def __init__(self, parts: AsyncIterator[bytes]) -> None:
        self._parts = parts
        self._hashed = sha256()
        self._size = 0
        self.fault: Exception | None = None

    async def read(self) -> AsyncIterator[bytes]:
        try:
            async for part in self._parts:
                self._hashed.update(part)
                self._size += len(part)
                yield part
        except Exception as error:
            self.fault = error
            raise

    @property
    def stored(self) -> Stored:
        return Stored(self._hashed.hexdigest(), self._size)


def _name(digest: str) -> str:
    return f"sha256/{digest[:2]}/{digest}"


def _asked(span: Span | None) -> "obstore.GetOptions":
    return {"range": (span.first, span.end)} if span else {}


async def _told(stream: "obstore.BytesStream") -> AsyncIterator[bytes]:
    try:
        async for part in stream:
            yield bytes(part)
    except BaseError as error:
        raise FilesAway("the file broke off") from error
