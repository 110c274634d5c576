"""/votes/{id}/protocol, /sittings/{id}/record: what is kept of a vote, in every form."""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Literal
from urllib.parse import quote
from uuid import UUID

from fastapi import APIRouter, Request, Response

from services.voting.api.protocols import wording
from services.voting.api.protocols.archive import archive_of
from services.voting.api.protocols.pages import as_pdf
from services.voting.api.protocols.popolo import as_popolo
from services.voting.api.protocols.protocol import VoteProtocol
from services.voting.api.protocols.reading import excused_in, protocol_in, record_in
from services.voting.api.protocols.record import as_akoma_ntoso
from services.voting.api.protocols.sheet import TITLES, Kind
from services.voting.api.protocols.table import as_csv
from shared.kernel.text import Language, Text
from shared.web.dependencies import Work
from shared.web.route import KurultaiRoute

router = APIRouter(tags=["protocols"], route_class=KurultaiRoute)

Written = Literal[Language.KK, Language.RU]
"""The languages that protocols are kept in (Constitution 2026, art. 9)."""

CSV = "text/csv; charset=utf-8; header=present"
PDF = "application/pdf"
JSON = "application/json"
AKN = "application/akn+xml"
ZIP = "application/zip"
HEADERS: dict[str, Any] = {
    "Content-Disposition": {"schema": {"type": "string"}, "description": "RFC 6266."},
    "ETag": {"schema": {"type": "string"}, "description": "Of these very bytes."},
}


def _answers(media_type: str, what: str, schema: Mapping[str, Any]) -> dict[int | str, Any]:
    content = {media_type: {"schema": dict(schema)}}
    return {200: {"description": what, "content": content, "headers": HEADERS}}


BINARY = {"type": "string", "format": "binary"}
TEXT = {"type": "string"}
OBJECT = {"type": "object"}
TABLE = _answers(CSV, "A row for each deputy on the roll.", TEXT)
PAGES = _answers(PDF, "PDF/A-2a.", BINARY)
POPOLO = _answers(JSON, "A Popolo `VoteEvent`.", OBJECT)
ARCHIVE = _answers(ZIP, "Everything of the sitting; its manifest is a signed note.", BINARY)
RECORD = _answers(AKN, "Akoma Ntoso 1.0, a `debate`.", TEXT)


@dataclass(frozen=True, slots=True)
class Document:
    """A file to be given out: what it is called in its language, and of which case it is."""

    content: bytes
    media_type: str
    suffix: str
    title: Text
    of: UUID
    language: Language = Language.KK

    def answered(self) -> Response:
        headers = {
            "content-disposition": _disposition(self),
            "content-language": self.language.value,
            "etag": f'"{sha256(self.content).hexdigest()}"',
        }
        return Response(self.content, headers=headers, media_type=self.media_type)


def _disposition(document: Document) -> str:
    """The name twice: in ASCII for whoever knows no better, and as it is (RFC 6266, 4.3)."""
    short = f"{document.of}.{document.suffix}"
    long = f"{document.title.on(document.language)} {short}"
    return f"attachment; filename=\"{short}\"; filename*=UTF-8''{quote(long, safe='')}"


@router.get("/votes/{vote_id}/protocol")
async def protocol(vote_id: UUID, work: Work) -> VoteProtocol:
    """Everything the protocol of the vote says; hidden until the vote is closed."""
    return await protocol_in(work, vote_id)


@router.get("/votes/{vote_id}/protocol.csv", response_class=Response, responses=TABLE)
async def table(vote_id: UUID, work: Work, language: Written = Language.KK) -> Response:
    """How everyone voted, for a spreadsheet; hidden until the vote is closed."""
    content = as_csv(await protocol_in(work, vote_id), language)
    return Document(content, CSV, "csv", wording.BY_NAME, vote_id, language).answered()


@router.get("/votes/{vote_id}/protocol.pdf", response_class=Response, responses=PAGES)
async def pages(
    vote_id: UUID, work: Work, language: Written = Language.KK, kind: Kind = Kind.QUANTITATIVE
) -> Response:
    """The protocol to be printed and signed: the numbers, or by name; hidden until the close."""
    found = await protocol_in(work, vote_id)
    # Setting a page takes a good part of a second; others are answered meanwhile.
    content = await asyncio.to_thread(as_pdf, found, language, kind)
    return Document(content, PDF, "pdf", TITLES[kind], vote_id, language).answered()


@router.get("/votes/{vote_id}/vote-event.json", response_class=Response, responses=POPOLO)
async def vote_event(vote_id: UUID, work: Work) -> Response:
    """The vote in the words of Popolo, for other programs; hidden until the vote is closed."""
    event = as_popolo(await protocol_in(work, vote_id))
    content = json.dumps(event, ensure_ascii=False).encode()
    return Document(content, JSON, "json", wording.BY_NAME, vote_id).answered()


@router.get("/sittings/{sitting_id}/record.xml", response_class=Response, responses=RECORD)
async def record(sitting_id: UUID, work: Work, language: Written = Language.KK) -> Response:
    """The record of the sitting: its votes that are closed, and how everyone voted."""
    sitting, protocols = await record_in(work, sitting_id)
    excused = await excused_in(work, sitting_id)
    content = as_akoma_ntoso(sitting, protocols, language, excused=excused)
    return Document(content, AKN, "xml", wording.RECORD, sitting_id, language).answered()


@router.get("/sittings/{sitting_id}/archive.zip", response_class=Response, responses=ARCHIVE)
async def archive(sitting_id: UUID, work: Work, request: Request) -> Response:
    """The record, and of every vote its protocols and its evidence; when the sitting is over."""
    content = await archive_of(work, request.app.state.seal, sitting_id)
    return Document(content, ZIP, "zip", wording.RECORD, sitting_id).answered()
