"""The texts of a bill in their structure, and as files."""

from typing import Annotated, Any, Literal, Self
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response
from pydantic import Field

from services.bills.actions.lay_down_file import TextFile, lay_down_file
from services.bills.api.shown import BillShown
from services.bills.domain.bill import Bill
from services.bills.store.acts import ActsOnFile, acts_of
from services.bills.store.bills import Bills
from services.bills.store.texts import texts_of
from shared.contracts.words import Digest
from shared.kernel.occasion import day_of
from shared.kernel.text import Language, Text
from shared.store.unit_of_work import UnitOfWork
from shared.texts.akn.frame import Frame, Kind
from shared.texts.akn.names import MEDIA_TYPE as AKN
from shared.texts.akn.writing import as_akn
from shared.texts.aligning import Alignment
from shared.texts.docx.writing import MEDIA_TYPE as DOCX
from shared.texts.docx.writing import as_docx
from shared.texts.files import Format
from shared.texts.tree import Act
from shared.web.dependencies import Here, MustMatch, Work
from shared.web.refusals import EdgeRefusal
from shared.web.route import KurultaiRoute
from shared.web.shapes import Shown

MOST = 2**31 - 1

router = APIRouter(prefix="/bills", tags=["texts"], route_class=KurultaiRoute)

Written = Literal[Language.KK, Language.RU]
Version = Annotated[int | None, Query(ge=1, le=MOST, description="The newest if none.")]


class UnknownFormat(EdgeRefusal):
    status = 415
    code = "unknown-format"
    title = Text(kk="Белгісіз пішім", ru="Неизвестный формат", en="Unknown format")
    words = Text(
        kk=f"Content-Type мыналардың бірі болады: {', '.join(Format)}.",
        ru=f"Content-Type — один из: {', '.join(Format)}.",
        en=f"The Content-Type is one of: {', '.join(Format)}.",
    )


class StructureShown(Shown):
    """One language's text as a tree of structural elements."""

    number: int = Field(description="The version of the pair of texts, counted from 1.")
    digest: Digest = Field(description="SHA-256 of the tree as canonical JSON.")
    person_id: UUID | None = Field(description="Who laid it down.")
    act: Act

    @classmethod
    def of(cls, found: ActsOnFile, language: Language) -> Self:
        return cls(
            number=found.number,
            digest=getattr(found.digests, language),
            person_id=found.person_id,
            act=getattr(found, language),
        )


class AlignmentShown(Shown):
    """Where the two languages differ in their structure."""

    number: int
    is_aligned: bool
    may_be_introduced: bool = Field(description="No element is missing in one of the languages.")
    alignment: Alignment

    @classmethod
    def of(cls, found: ActsOnFile) -> Self:
        alignment = found.acts.alignment
        return cls(
            number=found.number,
            is_aligned=alignment.is_aligned,
            may_be_introduced=not alignment.missing,
            alignment=alignment,
        )


@router.get("/{bill_id}/text/structure")
async def structure(
    bill_id: UUID, work: Work, language: Written = Language.KK, number: Version = None
) -> StructureShown:
    """One language's text by its sections, chapters, articles, points, sub-points and parts."""
    bill = await Bills(work).get(bill_id)
    return StructureShown.of(await acts_of(work, bill.id, number), language)


@router.get("/{bill_id}/text/alignment")
async def alignment(bill_id: UUID, work: Work, number: Version = None) -> AlignmentShown:
    """Which elements only one of the languages has, and which differ in order or in parts."""
    bill = await Bills(work).get(bill_id)
    return AlignmentShown.of(await acts_of(work, bill.id, number))


@router.get("/{bill_id}/text.akn", response_class=Response, responses={200: {"content": {AKN: {}}}})
async def akn(
    bill_id: UUID, work: Work, language: Written = Language.KK, number: Version = None
) -> Response:
    """One language's text as Akoma Ntoso 3.0."""
    bill = await Bills(work).get(bill_id)
    found = await acts_of(work, bill.id, number)
    frame = await _frame(work, bill, found.number, language)
    return _file(as_akn(getattr(found, language), frame), AKN, _name(bill, found, language, "akn"))


@router.get(
    "/{bill_id}/text.docx", response_class=Response, responses={200: {"content": {DOCX: {}}}}
)
async def docx(
    bill_id: UUID, work: Work, language: Written = Language.KK, number: Version = None
) -> Response:
    """One language's text as DOCX."""
    bill = await Bills(work).get(bill_id)
    found = await acts_of(work, bill.id, number)
    return _file(as_docx(getattr(found, language)), DOCX, _name(bill, found, language, "docx"))


BINARY: dict[str, Any] = {"schema": {"type": "string", "format": "binary"}}
FILE = {"requestBody": {"required": True, "content": dict.fromkeys(Format, BINARY)}}


@router.put(
    "/{bill_id}/draft/text/{language}",
    response_model=BillShown,
    dependencies=[MustMatch],
    openapi_extra=FILE,
)
async def lay_down(
    bill_id: UUID, language: Written, request: Request, work: Work, here: Here
) -> Bill:
    """Replace one language's text of the draft by a file: plain, DOCX or Akoma Ntoso."""
    file = TextFile(language, _format_of(request), await request.body())
    return await lay_down_file(work, here, bill_id=bill_id, file=file)


def _format_of(request: Request) -> Format:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    try:
        return Format(kind)
    except ValueError as error:
        raise UnknownFormat from error


async def _frame(work: UnitOfWork, bill: Bill, number: int, language: Language) -> Frame:
    first, this = await texts_of(work, bill.id, 1), await texts_of(work, bill.id, number)
    return Frame(
        Kind.ACT if bill.adopted_at else Kind.BILL,
        bill.number or str(bill.id),
        day_of(first.at),
        day_of(this.at),
        version=number,
        title=getattr(bill.title, language),
        alias=f"/eli/bill/{bill.number.replace('-', '/')}" if bill.number else "",
    )


def _name(bill: Bill, found: ActsOnFile, language: Language, suffix: str) -> str:
    return f"{bill.number or bill.id}.{language}.{found.number}.{suffix}"


def _file(content: bytes, kind: str, name: str) -> Response:
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=kind, headers=headers)
