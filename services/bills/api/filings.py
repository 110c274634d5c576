"""/bills/{id}/documents: files that are filed with a bill. Anyone may read them."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request, Response

from services.bills.actions.file_document import file_document
from services.bills.api.equipment import Documents, documents_of
from services.bills.api.filings_given import FilingGiven
from services.bills.api.filings_shown import FilingShown, PackageLineShown
from services.bills.api.giving import given as given_out
from services.bills.api.receiving import Received
from services.bills.store.bills import Bills
from services.bills.store.filings import Filings
from shared.files.examining import TYPES
from shared.web.dependencies import Here, Work
from shared.web.route import KurultaiRoute
from shared.web.sizes import takes_up_to

BYTES: dict[str, Any] = {"schema": {"type": "string", "format": "binary"}}
A_FILE = {"requestBody": {"required": True, "content": dict.fromkeys(TYPES, BYTES)}}
THE_FILE: dict[int | str, dict[str, Any]] = {
    200: {"description": "The file.", "content": dict.fromkeys(TYPES, BYTES)},
    206: {"description": "The part of it that Range asks for."},
}

Store = Annotated[Documents, Depends(documents_of)]

router = APIRouter(prefix="/bills/{bill_id}", tags=["documents"], route_class=KurultaiRoute)


@router.post("/documents", status_code=201, openapi_extra=A_FILE)
@takes_up_to("max_document_bytes")
async def file(  # noqa: PLR0913, PLR0917 all that a filing is made of
    bill_id: UUID,
    given: Annotated[FilingGiven, Query()],
    received: Received,
    work: Work,
    here: Here,
    store: Store,
) -> FilingShown:
    """File a document (the initiator of a draft, Government, lead committee, Apparatus).

    Its bytes are the body, and `Content-Type` says what they are. `Content-Digest` or
    `Repr-Digest` (RFC 9530, sha-256), if given, must be that of the body.
    """
    filing = await file_document(work, here, filing=given.filing(bill_id), received=received)
    await work.session.flush()
    scans_files = store.scanner is not None
    return FilingShown.of(await Filings(work).of_bill(bill_id, filing.id, scans_files=scans_files))


@router.get("/documents")
async def documents(bill_id: UUID, work: Work, store: Store) -> list[FilingShown]:
    """Every document of the bill in the order of filing, also those that were replaced."""
    bill = await Bills(work).get(bill_id)
    on_file = await Filings(work).on(bill.id, scans_files=store.scanner is not None)
    return [FilingShown.of(each) for each in on_file]


@router.get("/package")
async def package(bill_id: UUID, work: Work) -> list[PackageLineShown]:
    """The documents that the bill's package names, each with its file if that is on file."""
    bill = await Bills(work).get(bill_id)
    return PackageLineShown.all_of(bill, await Filings(work).on(bill.id, scans_files=False))


@router.get("/documents/{document_id}")
async def document(bill_id: UUID, document_id: UUID, work: Work, store: Store) -> FilingShown:
    """What is known of a document: its kind, its file's digest, and whether it is given out."""
    scans_files = store.scanner is not None
    return FilingShown.of(
        await Filings(work).of_bill(bill_id, document_id, scans_files=scans_files)
    )


@router.get("/documents/{document_id}/content", response_class=Response, responses=THE_FILE)
async def content(
    bill_id: UUID, document_id: UUID, request: Request, work: Work, store: Store
) -> Response:
    """The file, to be saved; whole, or the part that `Range` asks for."""
    scans_files = store.scanner is not None
    on_file = await Filings(work).of_bill(bill_id, document_id, scans_files=scans_files)
    return await given_out(request, on_file, store.files)


router.head("/documents/{document_id}/content", include_in_schema=False)(content)
