"""/bills/{id}/amendments: what the lead committee and the Government say of one."""

from uuid import UUID

from fastapi import APIRouter

from services.bills.actions.ask_government_on_amendment import ask_government_on_amendment
from services.bills.actions.conclude_on_amendment import conclude_on_amendment
from services.bills.actions.decide_amendment import decide_amendment
from services.bills.api.amendments.filing import Number
from services.bills.api.amendments.given import DecisionGiven
from services.bills.api.amendments.shown import AmendmentShown
from services.bills.api.given import ConclusionGiven
from shared.web.dependencies import Here, Tongue, Work
from shared.web.route import KurultaiRoute

router = APIRouter(prefix="/bills", tags=["amendments"], route_class=KurultaiRoute)


@router.post("/{bill_id}/amendments/{number}/decision")
async def decide(  # noqa: PLR0913, PLR0917  what FastAPI injects
    bill_id: UUID, number: Number, given: DecisionGiven, work: Work, here: Here, tongue: Tongue
) -> AmendmentShown:
    """Enter the lead committee's decision with its grounds (its chair or secretary)."""
    said = given.judgement()
    found = await decide_amendment(work, here, bill_id=bill_id, number=number, judgement=said)
    return AmendmentShown.of(found, tongue, gone=False)


@router.post("/{bill_id}/amendments/{number}/government-request")
async def ask(
    bill_id: UUID, number: Number, work: Work, here: Here, tongue: Tongue
) -> AmendmentShown:
    """Send a money amendment to the Government (the lead committee's chair or secretary)."""
    found = await ask_government_on_amendment(work, here, bill_id=bill_id, number=number)
    return AmendmentShown.of(found, tongue, gone=False)


@router.post("/{bill_id}/amendments/{number}/government-conclusion")
async def conclude(  # noqa: PLR0913, PLR0917  what FastAPI injects
    bill_id: UUID, number: Number, given: ConclusionGiven, work: Work, here: Here, tongue: Tongue
) -> AmendmentShown:
    """Conclude on an amendment that touches revenue or spending (the Government)."""
    found = await conclude_on_amendment(
        work,
        here,
        bill_id=bill_id,
        number=number,
        positive=given.positive,
        reason=given.reason,
    )
    return AmendmentShown.of(found, tongue, gone=False)
