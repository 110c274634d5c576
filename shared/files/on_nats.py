"""Files in an Object Store of NATS, written as one atomic batch: all of a file, or nothing.

The layout is that of NATS (ADR-20), so that its own tools read the bucket. Its Python client does
not write here: it puts piece by piece, needs the right to purge when that fails, and reads whole
files into memory.
"""

import json
from base64 import urlsafe_b64encode
from collections.abc import AsyncIterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from nats.aio.client import Client
from nats.errors import Error as NatsError
from nats.js.api import RawStreamMsg
from nats.js.errors import NotFoundError

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

COMMIT_S = 30.0
IN_FLIGHT = 4
"""Pieces sent before the broker is asked whether it keeps up."""
MOST_PIECES = 999
"""A batch of the broker holds a thousand messages, of which one says what the file is."""
MOST_BYTES = MOST_PIECES * READ_AT_ONCE
THERE_ALREADY = 10071
ABOUT = "SHA-256="


@dataclass(frozen=True, slots=True)
class _Kept:
    """What the bucket says of a file: where its pieces are, and how many bytes they are."""

    pieces: str
    size: int
    piece_size: int


class NatsFiles:
    """The files of one bucket. Whoever may write there can neither change nor remove one.

    Args:
        connection: of the service's own user; not the one of its facts, which files would delay.
        bucket: made by the administrator (`bucket_config`).
    """

    def __init__(self, connection: Client, bucket: str) -> None:
        self._connection = connection
        self._bucket = bucket
        self._stream = stream_of(bucket)

    async def put(self, parts: AsyncIterator[bytes]) -> Stored:
        """As `Files.put`. Raises ValueError for more than `MOST_BYTES`; nothing is kept then."""
        batch, subject = new_id().hex, f"$O.{self._bucket}.C.{new_id().hex}"
        hashed, size, count = sha256(), 0, 0
        async for part in in_pieces(parts):
            hashed.update(part)
            size, count = size + len(part), count + 1
            await self._send(subject, part, batch, count)
        stored = Stored(hashed.hexdigest(), size)
        await self._commit(stored, subject.rpartition(".")[2], batch, count)
        return stored

    async def get(self, digest: str, span: Span | None = None) -> AsyncIterator[bytes]:
        kept = await self._kept(digest)
        if span is None:
            return unharmed(digest, self._pieces(kept, Span(0, kept.size)))
        return self._pieces(kept, span)

    async def _send(self, subject: str, part: bytes, batch: str, count: int) -> None:
        if count > MOST_PIECES:
            message = f"more than {MOST_BYTES} bytes in one file"
            raise ValueError(message)
        try:
            await self._connection.publish(subject, part, headers=_in_batch(batch, count))
            if count % IN_FLIGHT == 0:
                await self._connection.flush()
        except NatsError as error:
            raise FilesAway("a piece could not be sent") from error

    async def _commit(self, stored: Stored, pieces: str, batch: str, count: int) -> None:
        """Tell what the file is; with that message the broker takes in all of the batch."""
        # Only the first file of a name is taken: written once, by the broker's own rule.
        once = {"Nats-Batch-Commit": "1", "Nats-Expected-Last-Subject-Sequence": "0"}
        about = json.dumps(_about(self._bucket, stored, pieces, count)).encode()
        headers = _in_batch(batch, count + 1) | once
        try:
            answer = await self._connection.request(
                self._name(stored.digest), about, COMMIT_S, headers=headers
            )
        except NatsError as error:
            raise FilesAway("the file is not acknowledged") from error
        refusal = json.loads(answer.data).get("error", {})
        if refusal and refusal.get("err_code") != THERE_ALREADY:
            raise FilesAway(str(refusal.get("description")))

    async def _kept(self, digest: str) -> _Kept:
        told = json.loads((await self._first(self._name(digest), 1)).data or b"{}")
        return _Kept(told["nuid"], told["size"], told["options"]["max_chunk_size"])

    async def _pieces(self, kept: _Kept, span: Span) -> AsyncIterator[bytes]:
        """Asked for one by one, as they are read: a slow reader keeps nothing in memory."""
        subject = f"$O.{self._bucket}.C.{kept.pieces}"
        start, skip = divmod(span.first, kept.piece_size)
        # A batch is stored in one row: the piece wanted is so many after the first one.
        place = _place(await self._first(subject, 1)) + start if span.length else 0
        left = span.length
        while left > 0:
            message = await self._first(subject, place)
            part = (message.data or b"")[skip : skip + left]
            place, skip, left = _place(message) + 1, 0, left - len(part)
            yield part

    async def _first(self, subject: str, since: int) -> RawStreamMsg:
        """The first message there; a later one under a file's name would be a forgery."""
        try:
            return await self._connection.jetstream().get_msg(
                self._stream, seq=since, subject=subject, direct=True, next=True
            )
        except NotFoundError as error:
            raise FileGone(subject) from error
        except NatsError as error:
            raise FilesAway(subject) from error

    def _name(self, digest: str) -> str:
        return f"$O.{self._bucket}.M.{urlsafe_b64encode(digest.encode()).decode()}"


def _place(message: RawStreamMsg) -> int:
    return message.seq or 0


def stream_of(bucket: str) -> str:
    return f"OBJ_{bucket}"


def bucket_config(bucket: str, *, replicas: int = 1) -> dict[str, Any]:
    """The stream of a bucket in which files are added and nothing else is ever done."""
    return {
        "name": stream_of(bucket),
        "subjects": [f"$O.{bucket}.C.>", f"$O.{bucket}.M.>"],
        "storage": "file",
        "retention": "limits",
        "discard": "new",
        "num_replicas": replicas,
        "allow_direct": True,
        "allow_atomic": True,
        "deny_delete": True,
        "deny_purge": True,
    }


def _about(bucket: str, stored: Stored, pieces: str, count: int) -> dict[str, Any]:
    digest = urlsafe_b64encode(bytes.fromhex(stored.digest)).decode()
    return {
        "name": stored.digest,
        "bucket": bucket,
        "nuid": pieces,
        "size": stored.size,
        "chunks": count,
        "digest": f"{ABOUT}{digest}",
        "options": {"max_chunk_size": READ_AT_ONCE},
    }


def _in_batch(batch: str, place: int) -> dict[str, str]:
    return {"Nats-Batch-Id": batch, "Nats-Batch-Sequence": str(place)}
