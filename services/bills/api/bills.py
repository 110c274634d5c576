"""/bills: what anyone may read. No token is needed."""

from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Query

from services.bills.api.shown import BillShown, TextShown
from services.bills.domain.bill import Bill
from services.bills.domain.procedure import PROCEDURE
from services.bills.store.amendments.amendings import Amendings
from services.bills.store.bills import Bills
from services.bills.store.confidence import look_up_confidence
from services.bills.store.filings import note_files
from services.bills.store.signers import note_signers
from services.bills.store.texts import texts_of
from shared.kernel.text import Language
from shared.web.dependencies import Tongue, Visitor, Work
from shared.web.route import KurultaiRoute
from shared.web.shapes import OptionShown, options_shown

MOST = 2**31 - 1

router = APIRouter(prefix="/bills", tags=["bills"], route_class=KurultaiRoute)


@router.get("/by-number/{number}", response_model=BillShown)
async def numbered(number: str, work: Work) -> Bill:
    """The bill of that number in the register."""
    return await Bills(work).numbered(number)


@router.get("/{bill_id}", response_model=BillShown)
async def bill(bill_id: UUID, work: Work) -> Bill:
    """The bill as it stands, with the days that are due and its readings."""
    return await Bills(work).get(bill_id)


@router.get("/{bill_id}/text")
async def text(
    bill_id: UUID,
    work: Work,
    language: Literal[Language.KK, Language.RU] = Language.KK,
    number: Annotated[int | None, Query(ge=1, le=MOST)] = None,
) -> TextShown:
    """One language's text with its digest: the newest, or the version of that number."""
    found = await Bills(work).get(bill_id)
    return TextShown.of(await texts_of(work, found.id, number), language)


@router.get("/{bill_id}/options")
async def options(bill_id: UUID, work: Work, visitor: Visitor, tongue: Tongue) -> list[OptionShown]:
    """What may be done with the bill at its stage; a closed act says why."""
    found = await note_files(work, await Bills(work).get(bill_id))
    await note_signers(work, found, visitor.at)
    await look_up_confidence(work, found)
    await Amendings(work).see(found, visitor.rules)
    return options_shown(PROCEDURE.options(found, visitor), tongue)
