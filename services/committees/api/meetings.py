"""/referrals: what meetings of committees decided on a bill, and what is done after."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Path

from services.committees.actions import decide_at_meeting
from services.committees.api.given import MOST
from services.committees.api.meetings_given import DecisionGiven, DoneGiven, FollowUpGiven
from services.committees.api.referrals_shown import ReferralShown
from services.committees.domain.referral import Referral
from shared.web.dependencies import Here, Work
from shared.web.route import KurultaiRoute

router = APIRouter(prefix="/referrals", tags=["referrals"], route_class=KurultaiRoute)
Number = Annotated[int, Path(ge=1, le=MOST)]


@router.post("/{referral_id}/decision", response_model=ReferralShown)
async def enter_decision(
    referral_id: UUID, given: DecisionGiven, work: Work, here: Here
) -> Referral:
    """Enter what a meeting decided (the chair or a secretary of the lead committee)."""
    return await decide_at_meeting.enter_decision(
        work, here, referral_id=referral_id, decided=given.decided()
    )


@router.post("/{referral_id}/follow-ups", response_model=ReferralShown)
async def add_follow_up(
    referral_id: UUID, given: FollowUpGiven, work: Work, here: Here
) -> Referral:
    """Say what is to be done after (the chair or a secretary of the lead committee)."""
    return await decide_at_meeting.add_follow_up(
        work, here, referral_id=referral_id, wanted=given.wanted()
    )


@router.post("/{referral_id}/follow-ups/{number}/closing", response_model=ReferralShown)
async def close_follow_up(
    referral_id: UUID, number: Number, given: DoneGiven, work: Work, here: Here
) -> Referral:
    """Enter that it was done (the chair or a secretary of the lead committee)."""
    return await decide_at_meeting.close_follow_up(
        work, here, referral_id=referral_id, number=number, done=given.done()
    )
