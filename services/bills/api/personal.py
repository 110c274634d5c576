"""/me: the bills and amendments of the deputy who is signed in."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from fastapi import APIRouter
from pydantic import Field

from services.bills.api.shown import BillLineShown
from services.bills.domain.amendments.stages import AmendmentStage
from services.bills.store.personal import amendments_of, bills_of
from services.bills.store.tables import amendments, bills
from shared.contracts.words import Bilingual
from shared.web.dependencies import Work
from shared.web.paging import Page
from shared.web.personal import STANDS, Me, PersonalRoute
from shared.web.shapes import Shown

router = APIRouter(prefix="/me", tags=["me"], route_class=PersonalRoute, responses=STANDS)


class OwnBillShown(BillLineShown):
    """A bill of yours."""

    part: Literal["initiator", "co_initiator"]


class OwnAmendmentShown(Shown):
    """An amendment of yours, or one that you are asked to sign."""

    id: UUID
    version: int
    bill_id: UUID
    bill_number: str | None
    bill_title: Bilingual
    number: int
    stage: AmendmentStage
    address: str = Field(description="The element of the text that it is about.")
    filed_at: datetime
    part: Literal["author", "co_author", "invited"]


@router.get("/bills")
async def own_bills(work: Work, me: Me, page: Page) -> list[OwnBillShown]:
    """Bills that you initiated or signed, the newest first."""
    order = {"key": bills.c.id, "id_": bills.c.id}
    rows = await page.rows(work.session, bills_of(me), newest_first=True, **order)
    return [OwnBillShown.model_validate(row) for row in rows]


@router.get("/amendments")
async def own_amendments(work: Work, me: Me, page: Page) -> list[OwnAmendmentShown]:
    """Amendments that you filed, signed or are asked to sign, the newest first."""
    order = {"key": amendments.c.filed_at, "id_": amendments.c.id}
    rows = await page.rows(work.session, amendments_of(me), newest_first=True, **order)
    return [OwnAmendmentShown.model_validate(row) for row in rows]
