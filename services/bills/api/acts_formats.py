"""The editions of acts in force as files."""

from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Query, Response

from services.bills.api.bills import MOST
from services.bills.api.giving import disposition
from services.bills.store.acts_in_force import ActsInForce, edition_of
from services.bills.store.readings import read_text
from shared.kernel.text import Language
from shared.texts.akn.frame import Frame, Kind
from shared.texts.akn.names import MEDIA_TYPE as AKN
from shared.texts.akn.writing import as_akn
from shared.texts.docx.writing import MEDIA_TYPE as DOCX
from shared.texts.docx.writing import as_docx
from shared.web.dependencies import Work
from shared.web.route import KurultaiRoute

router = APIRouter(prefix="/acts", tags=["acts in force"], route_class=KurultaiRoute)

Written = Literal[Language.KK, Language.RU]
Numbered = Annotated[int | None, Query(ge=1, le=MOST, description="The newest edition if none.")]


@router.get("/{act_id}/text.akn", response_class=Response, responses={200: {"content": {AKN: {}}}})
async def akn(
    act_id: UUID, work: Work, language: Written = Language.KK, number: Numbered = None
) -> Response:
    """One language's text of an edition as Akoma Ntoso 3.0."""
    act = await ActsInForce(work).get(act_id)
    found = await edition_of(work, act.id, number)
    frame = Frame(
        Kind.ACT,
        act.called,
        act.adopted_on,
        found.stands_from,
        version=found.number,
        title=getattr(act.title, language),
        alias=f"/eli/act/{act.adopted_on.year}/{act.called}",
    )
    content = as_akn(await read_text(getattr(found.texts, language), language), frame)
    return _file(content, AKN, f"{act.called}.{language}.{found.number}.akn")


@router.get(
    "/{act_id}/text.docx", response_class=Response, responses={200: {"content": {DOCX: {}}}}
)
async def docx(
    act_id: UUID, work: Work, language: Written = Language.KK, number: Numbered = None
) -> Response:
    """One language's text of an edition as DOCX."""
    act = await ActsInForce(work).get(act_id)
    found = await edition_of(work, act.id, number)
    content = as_docx(await read_text(getattr(found.texts, language), language))
    return _file(content, DOCX, f"{act.called}.{language}.{found.number}.docx")


def _file(content: bytes, kind: str, name: str) -> Response:
    named = disposition(name, name[name.rindex(".") :])
    return Response(content, media_type=kind, headers={"content-disposition": named})
