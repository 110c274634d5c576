"""/sittings/{id}/minutes: drawn up from the record, approved, and to be printed."""

import asyncio
from datetime import datetime
from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from services.voting.actions.minute import approve_minutes, draw_up_minutes
from services.voting.api.protocols.minutes_sheet import TITLE
from services.voting.api.protocols.pages import minutes_as_pdf
from services.voting.api.protocols.routes import PAGES, PDF, Document, Written
from services.voting.domain.minutes import Minutes, MinutesContent, MinutesStage
from services.voting.domain.minutes_procedure import MINUTES
from services.voting.store.clock import at_the_sitting
from services.voting.store.minutes import MinutesOnFile
from services.voting.store.sittings import Sittings
from shared.contracts.words import Bilingual
from shared.kernel.text import Language
from shared.store.acts import acts_on
from shared.web.dependencies import Here, Tongue, Visitor, Work
from shared.web.route import KurultaiRoute
from shared.web.shapes import ActShown, Given, OptionShown, Shown, acts_shown, options_shown

router = APIRouter(
    prefix="/sittings/{sitting_id}/minutes", tags=["protocols"], route_class=KurultaiRoute
)


class MinutesGiven(Given):
    """What the minutes say beside the record."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"remarks": {"kk": "Ескертпе жоқ.", "ru": "Замечаний нет."}}]
        }
    )

    remarks: Bilingual | None = None


class MinutesShown(Shown):
    """The minutes of a sitting."""

    id: UUID
    version: int
    stage: MinutesStage
    sitting_id: UUID
    content: MinutesContent
    remarks: Bilingual | None
    drawn_up_by: UUID | None
    drawn_up_at: datetime
    approved_by: UUID | None
    approved_at: datetime | None
    digest: str | None = Field(
        description="Of approved ones: SHA-256 of content and remarks in canonical JSON."
    )


@router.post("", response_model=MinutesShown)
async def draw_up(
    sitting_id: UUID, work: Work, here: Here, given: MinutesGiven | None = None
) -> Minutes:
    """Draw them up, or draw them up again until they are approved (the Apparatus)."""
    remarks = given.remarks if given else None
    return await draw_up_minutes(work, here, sitting_id=sitting_id, remarks=remarks)


@router.post("/approval", response_model=MinutesShown)
async def approve(sitting_id: UUID, work: Work, here: Here) -> Minutes:
    """Approve them: nobody changes them any more (who presided)."""
    return await approve_minutes(work, here, sitting_id=sitting_id)


@router.get("", response_model=MinutesShown)
async def minutes(sitting_id: UUID, work: Work) -> Minutes:
    """The minutes as they are: a draft, or approved."""
    sitting = await Sittings(work).get(sitting_id)
    return await MinutesOnFile(work).of(sitting.id)


@router.get("/options")
async def options(
    sitting_id: UUID, work: Work, visitor: Visitor, tongue: Tongue
) -> list[OptionShown]:
    """What may be done with the minutes; a closed act says why."""
    sitting = await Sittings(work).get(sitting_id)
    found = await MinutesOnFile(work).of(sitting.id)
    found.sitting_stage = sitting.stage
    seen = await at_the_sitting(work, visitor, sitting.id)
    return options_shown(MINUTES.options(found, seen), tongue)


@router.get("/acts")
async def acts(sitting_id: UUID, work: Work, tongue: Tongue) -> list[ActShown]:
    """Every act taken on the minutes, oldest first."""
    found = await MinutesOnFile(work).of(sitting_id)
    return acts_shown(await acts_on(work, "minutes", found.id), tongue)


@router.get(".pdf", response_class=Response, responses=PAGES)
async def printed(sitting_id: UUID, work: Work, language: Written = Language.KK) -> Response:
    """The minutes to be printed and signed."""
    found = await MinutesOnFile(work).of(sitting_id)
    content = await asyncio.to_thread(minutes_as_pdf, found, language)
    return Document(content, PDF, "pdf", TITLE, sitting_id, language).answered()
