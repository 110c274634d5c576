"""/bills/{id}/amendments: filing, withdrawing, and what their authors demand."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Path, Response

from services.bills.actions.demand_separate_vote import demand_separate_vote
from services.bills.actions.file_amendment import file_amendment
from services.bills.actions.sign_amendment import sign_amendment
from services.bills.actions.withdraw_amendment import withdraw_amendment
from services.bills.api.amendments.given import AmendmentGiven
from services.bills.api.amendments.shown import AmendmentShown
from services.bills.api.given import ReasonGiven
from shared.web.dependencies import Here, Tongue, Work
from shared.web.route import KurultaiRoute

Number = Annotated[int, Path(ge=1, le=2**31 - 1)]
"""The number of an amendment in its bill."""

router = APIRouter(prefix="/bills", tags=["amendments"], route_class=KurultaiRoute)


@router.post("/{bill_id}/amendments", status_code=201)
async def file(  # noqa: PLR0913, PLR0917  what FastAPI injects
    bill_id: UUID,
    given: AmendmentGiven,
    response: Response,
    work: Work,
    here: Here,
    tongue: Tongue,
) -> AmendmentShown:
    """File an amendment, addressed to an element of the texts (a deputy)."""
    filed = await file_amendment(work, here, bill_id=bill_id, filing=given.filing())
    response.headers["location"] = f"/bills/{bill_id}/amendments/{filed.number}"
    return AmendmentShown.of(filed, tongue, gone=False)


@router.post("/{bill_id}/amendments/{number}/signature")
async def sign(
    bill_id: UUID, number: Number, work: Work, here: Here, tongue: Tongue
) -> AmendmentShown:
    """Sign an amendment in person, as its author asked (a deputy); its words never change."""
    signed = await sign_amendment(work, here, bill_id=bill_id, number=number)
    return AmendmentShown.of(signed, tongue, gone=False)


@router.post("/{bill_id}/amendments/{number}/withdrawal")
async def withdraw(  # noqa: PLR0913, PLR0917  what FastAPI injects
    bill_id: UUID, number: Number, given: ReasonGiven, work: Work, here: Here, tongue: Tongue
) -> AmendmentShown:
    """Withdraw an amendment (its author)."""
    reason = given.reason
    taken = await withdraw_amendment(work, here, bill_id=bill_id, number=number, reason=reason)
    return AmendmentShown.of(taken, tongue, gone=False)


@router.post("/{bill_id}/amendments/{number}/separate-vote")
async def separate_vote(
    bill_id: UUID, number: Number, work: Work, here: Here, tongue: Tongue
) -> AmendmentShown:
    """Demand that the plenary vote on the amendment by itself (its author or a co-author)."""
    found = await demand_separate_vote(work, here, bill_id=bill_id, number=number)
    return AmendmentShown.of(found, tongue, gone=False)
