"""/bills/{id}/amendments: the work on all of them."""

from datetime import date, timedelta
from uuid import UUID

from fastapi import APIRouter

from services.bills.actions.close_amending import close_amending
from services.bills.actions.put_amendments_to_vote import put_amendments_to_vote
from services.bills.actions.reopen_amending import reopen_amending
from services.bills.actions.set_reading_day import set_reading_day
from services.bills.api.amendments.given import ModeGiven, ReadingDayGiven
from services.bills.api.amendments.shown import AmendingShown
from services.bills.domain.amendments.amending import Amending
from services.bills.domain.amendments.amending_procedure import AMENDING
from services.bills.store.amendments.amendings import Amendings
from services.bills.store.bills import Bills
from shared.kernel.occasion import Occasion
from shared.kernel.text import Language
from shared.store.unit_of_work import UnitOfWork
from shared.web.dependencies import Here, Tongue, Visitor, Work
from shared.web.route import KurultaiRoute
from shared.web.shapes import OptionShown, options_shown

router = APIRouter(prefix="/bills", tags=["amendments"], route_class=KurultaiRoute)


@router.get("/{bill_id}/amending")
async def amending(bill_id: UUID, work: Work, visitor: Visitor, tongue: Tongue) -> AmendingShown:
    """Where the amendments to the bill stand: how many at each stage, and until when."""
    return await _shown(work, await _seen(work, visitor, bill_id), visitor, tongue)


@router.get("/{bill_id}/amending/options")
async def options(bill_id: UUID, work: Work, visitor: Visitor, tongue: Tongue) -> list[OptionShown]:
    """What may be done with the amendments as a whole; a closed act says why."""
    return options_shown(AMENDING.options(await _seen(work, visitor, bill_id), visitor), tongue)


@router.put("/{bill_id}/amending/reading-day")
async def reading_day(
    bill_id: UUID, given: ReadingDayGiven, work: Work, here: Here, tongue: Tongue
) -> AmendingShown:
    """Set the day of the reading, from which the deadline counts back (the presiding officer)."""
    return await _shown(
        work, await set_reading_day(work, here, bill_id=bill_id, day=given.day), here, tongue
    )


@router.post("/{bill_id}/amending/closing")
async def close(bill_id: UUID, work: Work, here: Here, tongue: Tongue) -> AmendingShown:
    """Close the table and lay down the text with the accepted ones (the lead committee)."""
    return await _shown(work, await close_amending(work, here, bill_id=bill_id), here, tongue)


@router.post("/{bill_id}/amending/reopening")
async def reopen(bill_id: UUID, work: Work, here: Here, tongue: Tongue) -> AmendingShown:
    """Open the table again (the lead committee)."""
    return await _shown(work, await reopen_amending(work, here, bill_id=bill_id), here, tongue)


@router.post("/{bill_id}/amending/vote")
async def vote(
    bill_id: UUID, given: ModeGiven, work: Work, here: Here, tongue: Tongue
) -> AmendingShown:
    """Choose how the plenary votes, and put single amendments to it (the presiding officer)."""
    put = await put_amendments_to_vote(work, here, bill_id=bill_id, mode=given.mode)
    return await _shown(work, put, here, tongue)


async def _seen(work: UnitOfWork, visitor: Occasion, bill_id: UUID) -> Amending:
    bill = await Bills(work).get(bill_id)
    return await Amendings(work).seen(bill, visitor.rules)


async def _shown(
    work: UnitOfWork, found: Amending, here: Occasion, tongue: Language
) -> AmendingShown:
    counts = await Amendings(work).counts(found.bill_id)
    return AmendingShown.of(found, counts, _last_day(found, here), tongue)


def _last_day(found: Amending, here: Occasion) -> date | None:
    if found.reading_on is None:
        return None
    days = here.rules.number("amendments.deadline_days_before_reading_2")
    return found.reading_on - timedelta(days=days)
