"""/referrals: how committees share, plan and time their work on a bill."""

from uuid import UUID

from fastapi import APIRouter

from services.committees.actions import work_on_bill
from services.committees.actions.disagree import disagree
from services.committees.actions.fix_day import fix_conclusion_day
from services.committees.api.given import ConclusionGiven
from services.committees.api.referrals_shown import ReferralShown
from services.committees.api.work_given import (
    CoCommitteeGiven,
    DayGiven,
    DissentGiven,
    PlanGiven,
    RapporteurGiven,
    WorkingGroupGiven,
)
from services.committees.domain.bill_work import Plan
from services.committees.domain.referral import Referral
from services.committees.store.referrals import Referrals
from shared.web.dependencies import Here, MustMatch, Rulebook, Work
from shared.web.route import KurultaiRoute

router = APIRouter(prefix="/referrals", tags=["referrals"], route_class=KurultaiRoute)


@router.post("/{referral_id}/co-committees", response_model=ReferralShown)
async def name_co_committee(
    referral_id: UUID, given: CoCommitteeGiven, work: Work, here: Here
) -> Referral:
    """Name another committee, which gives its opinion (the Chair)."""
    return await work_on_bill.name_co_committee(
        work, here, referral_id=referral_id, committee_id=given.committee_id
    )


@router.post("/{referral_id}/opinion", response_model=ReferralShown)
async def give_opinion(
    referral_id: UUID, given: ConclusionGiven, work: Work, here: Here
) -> Referral:
    """Give the opinion of a co-committee for the reading to come (its chair)."""
    return await work_on_bill.give_opinion(
        work, here, referral_id=referral_id, favourable=given.favourable, summary=given.summary
    )


@router.post("/{referral_id}/rapporteur", response_model=ReferralShown)
async def appoint_rapporteur(
    referral_id: UUID, given: RapporteurGiven, work: Work, here: Here
) -> Referral:
    """Appoint who reports on the bill (the chair of the lead committee)."""
    return await work_on_bill.appoint_rapporteur(
        work, here, referral_id=referral_id, person_id=given.person_id
    )


@router.post("/{referral_id}/working-group", response_model=ReferralShown)
async def attach_working_group(
    referral_id: UUID, given: WorkingGroupGiven, work: Work, here: Here
) -> Referral:
    """Say which working group works on the bill (the chair of the lead committee)."""
    return await work_on_bill.attach_working_group(
        work, here, referral_id=referral_id, body_id=given.body_id
    )


@router.put("/{referral_id}/plan", response_model=ReferralShown, dependencies=[MustMatch])
async def plan(referral_id: UUID, given: PlanGiven, work: Work, here: Here) -> Referral:
    """Make or change the plan of the work (the chair or a secretary of the lead committee)."""
    return await work_on_bill.plan_work(
        work, here, referral_id=referral_id, items=given.plan_items(), why=given.why
    )


@router.post("/{referral_id}/conclusion-day", response_model=ReferralShown)
async def fix_day(referral_id: UUID, given: DayGiven, work: Work, here: Here) -> Referral:
    """Fix or move the day of the conclusion (the Chair; the Apparatus, as the plenary decided)."""
    return await fix_conclusion_day(work, here, referral_id=referral_id, asked=given.asked())


@router.post("/{referral_id}/dissents", response_model=ReferralShown)
async def attach_dissent(
    referral_id: UUID, given: DissentGiven, work: Work, here: Here, profile: Rulebook
) -> Referral:
    """Attach one's own opinion to the conclusion (a member of the lead committee)."""
    return await disagree(work, here, referral_id=referral_id, text=given.text, profile=profile)


@router.get("/{referral_id}/plans")
async def plans(referral_id: UUID, work: Work) -> list[Plan]:
    """Every plan there was, oldest first; the last one counts."""
    return list((await Referrals(work).get(referral_id)).plans)
