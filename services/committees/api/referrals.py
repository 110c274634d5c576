"""/referrals: bills before their lead committees."""

from uuid import UUID

from fastapi import APIRouter

from services.committees.actions.conclude_on_bill import conclude_on_bill
from services.committees.actions.disagree import look_around
from services.committees.actions.refer_bill import refer_bill
from services.committees.api.given import ConclusionGiven
from services.committees.api.referrals_shown import ReferralShown
from services.committees.api.work_given import ReferralGiven
from services.committees.domain.procedure import REFERRALS
from services.committees.domain.referral import Referral
from services.committees.domain.stages import ReferralStage
from services.committees.store.referrals import Referrals
from services.committees.store.tables import referrals
from services.committees.store.views import listed
from shared.store.acts import acts_on
from shared.web.dependencies import Here, Rulebook, Tongue, Visitor, Work
from shared.web.paging import Page
from shared.web.route import KurultaiRoute
from shared.web.shapes import ActShown, OptionShown, acts_shown, options_shown

router = APIRouter(prefix="/referrals", tags=["referrals"], route_class=KurultaiRoute)


@router.post("", status_code=201, response_model=ReferralShown)
async def refer(given: ReferralGiven, work: Work, here: Here) -> Referral:
    """Name the lead committee of an admitted bill, its co-committees and the day (the Chair)."""
    return await refer_bill(work, here, given.referring())


@router.post("/{referral_id}/conclusion", response_model=ReferralShown)
async def conclude(referral_id: UUID, given: ConclusionGiven, work: Work, here: Here) -> Referral:
    """Adopt the committee's conclusion for the reading to come (the chair of the committee)."""
    return await conclude_on_bill(
        work,
        here,
        referral_id=referral_id,
        favourable=given.favourable,
        summary=given.summary,
    )


@router.get("", response_model=list[ReferralShown])
async def all_referrals(
    work: Work,
    page: Page,
    bill_id: UUID | None = None,
    committee_id: UUID | None = None,
    stage: ReferralStage | None = None,
) -> list[Referral]:
    """Every referral, the newest first; of a bill, committee or stage if asked."""
    query = listed(Referral, referrals, bill_id=bill_id, committee_id=committee_id, stage=stage)
    order = {"key": referrals.c.id, "id_": referrals.c.id}
    return await page.scalars(work.session, query, newest_first=True, **order)


@router.get("/{referral_id}", response_model=ReferralShown)
async def referral(referral_id: UUID, work: Work) -> Referral:
    """One referral with the committee's conclusions."""
    return await Referrals(work).get(referral_id)


@router.get("/{referral_id}/options")
async def options(
    referral_id: UUID, work: Work, visitor: Visitor, tongue: Tongue, profile: Rulebook
) -> list[OptionShown]:
    """What may be done with the referral; a closed act says why."""
    found = await Referrals(work).get(referral_id)
    await look_around(work, found, profile)
    return options_shown(REFERRALS.options(found, visitor), tongue)


@router.get("/{referral_id}/acts")
async def acts(referral_id: UUID, work: Work, tongue: Tongue) -> list[ActShown]:
    """Every act taken on the referral, oldest first."""
    found = await Referrals(work).get(referral_id)
    return acts_shown(await acts_on(work, "referral", found.id), tongue)
