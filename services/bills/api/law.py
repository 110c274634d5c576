"""/bills: the readings, and from the adopted law to its publication."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Body

from services.bills.actions.confirm_final_edit import confirm_final_edit
from services.bills.actions.countersign_as_chair import countersign_as_chair
from services.bills.actions.countersign_as_prime_minister import countersign_as_prime_minister
from services.bills.actions.open_reading import open_reading
from services.bills.actions.publish_law import publish_law
from services.bills.actions.send_to_president import send_to_president
from services.bills.actions.sign_law import sign_law
from services.bills.api.given import FinalEditGiven, PublicationGiven
from services.bills.api.shown import BillShown
from services.bills.domain.bill import Bill
from shared.web.dependencies import Here, Work
from shared.web.route import KurultaiRoute

router = APIRouter(prefix="/bills", tags=["readings and law"], route_class=KurultaiRoute)


@router.post("/{bill_id}/reading", response_model=BillShown)
async def reading(bill_id: UUID, work: Work, here: Here) -> Bill:
    """Open the next reading and put its question to the Kurultai (the presiding officer)."""
    return await open_reading(work, here, bill_id=bill_id)


@router.post("/{bill_id}/final-edit", response_model=BillShown)
async def final_edit(
    bill_id: UUID,
    work: Work,
    here: Here,
    given: Annotated[FinalEditGiven, Body(default_factory=FinalEditGiven)],
) -> Bill:
    """Confirm the legal and linguistic check, with the corrected texts if any (the clerk)."""
    return await confirm_final_edit(work, here, bill_id=bill_id, corrected=given.corrected())


@router.post("/{bill_id}/chair-countersignature", response_model=BillShown)
async def chair_countersignature(bill_id: UUID, work: Work, here: Here) -> Bill:
    """Countersign the adopted law (the Chair of the Kurultai)."""
    return await countersign_as_chair(work, here, bill_id=bill_id)


@router.post("/{bill_id}/prime-minister-countersignature", response_model=BillShown)
async def prime_minister_countersignature(bill_id: UUID, work: Work, here: Here) -> Bill:
    """Countersign the adopted law (the Prime Minister)."""
    return await countersign_as_prime_minister(work, here, bill_id=bill_id)


@router.post("/{bill_id}/dispatch", response_model=BillShown)
async def dispatch(bill_id: UUID, work: Work, here: Here) -> Bill:
    """Send the countersigned law to the President (the clerk)."""
    return await send_to_president(work, here, bill_id=bill_id)


@router.post("/{bill_id}/signature", response_model=BillShown)
async def sign(bill_id: UUID, work: Work, here: Here) -> Bill:
    """Sign the law (the President)."""
    return await sign_law(work, here, bill_id=bill_id)


@router.post("/{bill_id}/publication", response_model=BillShown)
async def publish(bill_id: UUID, given: PublicationGiven, work: Work, here: Here) -> Bill:
    """Enter the first official publication of the law (the President's office, the Government)."""
    return await publish_law(work, here, bill_id=bill_id, publication=given.publication())
