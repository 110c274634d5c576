"""A file is taken in: by someone who may file it, piece by piece, and looked at before it is kept.

The database waits for no sender: what is asked of it is asked before, and again when all is there.
"""

import asyncio
import re
from base64 import b64decode
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from hashlib import sha256
from typing import Annotated
from uuid import UUID

from anyio import AsyncFile, TemporaryFile
from fastapi import Depends, Query, Request

from services.bills.actions.file_document import may_document_be_filed
from services.bills.api.equipment import Documents, documents_of
from services.bills.api.filings_given import FilingGiven
from services.bills.api.refusals_of_files import NO_DIGEST, BadDigest, telling_if_away
from services.bills.domain.filing import FileReceived
from shared.files.examining import examined
from shared.files.refusals import NOT_THAT_DIGEST, TOO_LARGE, DigestDiffers, FileTooLarge
from shared.kernel.occasion import Occasion
from shared.store.register import actor_at
from shared.web.dependencies import Who
from shared.web.passage import passage_of

CHUNK = 512 * 1024
DIGEST = re.compile(r"(?:^|,)\s*sha-256=:(?P<digest>[A-Za-z0-9+/]{43}=):\s*(?:,|$)")


async def _received(
    bill_id: UUID, given: Annotated[FilingGiven, Query()], request: Request, who: Who
) -> FileReceived:
    """The file of the body, in the store.

    Raises:
        NotEntitled, NotNow: it would not be filed; its bytes are not even read.
        FileTooLarge, FileTypeRefused, FileRefused, DigestDiffers, StorageAway: it is not kept.
    """
    documents, announced = documents_of(request), _announced(request)
    _bound(passage_of(request).content_length, documents)
    await _ask_first(bill_id, given, request, who.person_id)
    async with TemporaryFile() as file:
        hashed, size = sha256(), 0
        async for part in request.stream():
            hashed.update(part)
            size += len(part)
            _bound(size, documents)
            await file.write(part)
        await file.flush()
        _compare(hashed.hexdigest(), announced)
        declared = request.headers.get("content-type", "")
        kind = await asyncio.to_thread(examined, file.wrapped, declared)
        await file.seek(0)
        with telling_if_away():
            stored = await documents.files.put(_parts(file))
    request.state.body_digest = hashed.digest()
    return FileReceived(given.file_name, kind.name, stored.size, stored.digest)


Received = Annotated[FileReceived, Depends(_received)]


async def _ask_first(bill_id: UUID, given: FilingGiven, request: Request, person_id: UUID) -> None:
    state, now = request.app.state, datetime.now(UTC)
    async with state.desk.work() as work:
        actor = await actor_at(state.standings, work.session, person_id, now)
        occasion = Occasion.under(state.profile, actor, now)
        await may_document_be_filed(work, occasion, filing=given.filing(bill_id))


def _bound(size: int, documents: Documents) -> None:
    if size > documents.most_bytes:
        raise FileTooLarge(TOO_LARGE.filled(size=size, most=documents.most_bytes))


def _announced(request: Request) -> str | None:
    """The SHA-256 that the sender gives (RFC 9530). Raises BadDigest: given, and none."""
    headers = [request.headers.get(name) for name in ("repr-digest", "content-digest")]
    given = next((header for header in headers if header), None)
    if given is None:
        return None
    found = DIGEST.search(given)
    if found is None:
        raise BadDigest(NO_DIGEST)
    return b64decode(found["digest"]).hex()


def _compare(real: str, announced: str | None) -> None:
    if announced not in {None, real}:
        raise DigestDiffers(NOT_THAT_DIGEST.filled(real=real, declared=announced))


async def _parts(file: AsyncFile[bytes]) -> AsyncIterator[bytes]:
    while part := await file.read(CHUNK):
        yield part
