"""/bills/{id}/amendments/table: the table of amendments, in every form. No token is needed."""

import asyncio
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, Literal
from urllib.parse import quote
from uuid import UUID

from fastapi import APIRouter, Response

from services.bills.api.amendments import wording
from services.bills.api.amendments.akn import Source, as_akn
from services.bills.api.amendments.pages import as_docx, as_html, as_pdf
from services.bills.api.amendments.table import TableShown, table_of
from services.bills.store.amendments.amendings import NO_SUCH_AMENDING, AmendingNotFound
from services.bills.store.bills import Bills
from services.bills.store.texts import texts_of
from shared.kernel.occasion import day_of
from shared.kernel.text import Language
from shared.store.unit_of_work import UnitOfWork
from shared.web.dependencies import Work
from shared.web.route import KurultaiRoute

router = APIRouter(prefix="/bills", tags=["amendments"], route_class=KurultaiRoute)

Written = Literal[Language.KK, Language.RU]
"""The languages that the table is kept in (Constitution 2026, art. 9)."""

AKN = "application/akn+xml"
HTML = "text/html; charset=utf-8"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"


def _answers(media_type: str, what: str) -> dict[int | str, Any]:
    schema = {"type": "string", "format": "binary"}
    return {200: {"description": what, "content": {media_type: {"schema": schema}}}}


@router.get("/{bill_id}/amendments/table")
async def table(bill_id: UUID, work: Work) -> TableShown:
    """Every amendment beside the wording of the bill, with the decision, in both languages."""
    return await _table(work, bill_id)


@router.get(
    "/{bill_id}/amendments/table.html",
    response_class=Response,
    responses=_answers(HTML, "One page."),
)
async def html(bill_id: UUID, work: Work, language: Written = Language.KK) -> Response:
    """The table to be read on a screen."""
    found = await _table(work, bill_id)
    return _given_out(await asyncio.to_thread(as_html, found, language), HTML, bill_id, language)


@router.get(
    "/{bill_id}/amendments/table.docx",
    response_class=Response,
    responses=_answers(DOCX, "Office Open XML."),
)
async def word(bill_id: UUID, work: Work, language: Written = Language.KK) -> Response:
    """The table to be worked on further."""
    found = await _table(work, bill_id)
    return _given_out(await asyncio.to_thread(as_docx, found, language), DOCX, bill_id, language)


@router.get(
    "/{bill_id}/amendments/table.pdf",
    response_class=Response,
    responses=_answers(PDF, "PDF/A-2a."),
)
async def pages(bill_id: UUID, work: Work, language: Written = Language.KK) -> Response:
    """The table to be printed and kept."""
    found = await _table(work, bill_id)
    # Setting pages takes its time; others are answered meanwhile.
    content = await asyncio.to_thread(as_pdf, found, language, datetime.now(UTC))
    return _given_out(content, PDF, bill_id, language)


@router.get(
    "/{bill_id}/amendments/table.xml",
    response_class=Response,
    responses=_answers(AKN, "Akoma Ntoso 1.0, an `amendmentList`."),
)
async def akoma_ntoso(bill_id: UUID, work: Work, language: Written = Language.KK) -> Response:
    """The amendments as an Akoma Ntoso amendment list; a bill without any has none."""
    found = await _table(work, bill_id)
    if not found.kk:
        raise AmendingNotFound(NO_SUCH_AMENDING.filled(id=bill_id))
    first = await texts_of(work, bill_id, 1)
    number = found.bill_number or str(bill_id)
    source = Source(number, day_of(first.at), day_of(datetime.now(UTC)))
    content = await asyncio.to_thread(as_akn, found, source, language)
    return _given_out(content, AKN, bill_id, language)


async def _table(work: UnitOfWork, bill_id: UUID) -> TableShown:
    return await table_of(work, await Bills(work).get(bill_id))


SUFFIXES = {AKN: "xml", HTML: "html", DOCX: "docx", PDF: "pdf"}


def _given_out(content: bytes, media_type: str, bill_id: UUID, language: Language) -> Response:
    """The name twice: in ASCII for whoever knows no better, and as it is (RFC 6266, 4.3)."""
    short = f"{bill_id}.{SUFFIXES[media_type]}"
    long = quote(f"{wording.TITLE.on(language)} {short}", safe="")
    headers = {
        "content-disposition": f"attachment; filename=\"{short}\"; filename*=UTF-8''{long}",
        "content-language": language.value,
        "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
        "etag": f'"{sha256(content).hexdigest()}"',
    }
    return Response(content, headers=headers, media_type=media_type)
