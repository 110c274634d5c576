"""The Chair, who leads the coordinating body, names the committees that have a bill."""

from dataclasses import dataclass
from uuid import UUID

from services.committees.actions.fix_day import DayAsked, fix_day_of
from services.committees.actions.work_on_bill import share_with
from services.committees.domain.acts.referrals import refer
from services.committees.domain.referral import Referral
from services.committees.store.committees import Committees
from services.committees.store.referrals import Referrals
from services.committees.store.turns import Turn, wait_for_turn
from shared.kernel.occasion import Occasion
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Referring:
    """Which committee leads on a bill, which others take part, and by when it concludes."""

    bill_id: UUID
    committee_id: UUID
    co_committee_ids: tuple[UUID, ...] = ()
    day: DayAsked | None = None


async def refer_bill(work: UnitOfWork, occasion: Occasion, referring: Referring) -> Referral:
    committee = await Committees(work).get(referring.committee_id)
    await wait_for_turn(work, Turn.REFERRALS)
    referral = Referral(new_id(), referring.bill_id, committee.id, committee.name)
    referral.prospect = await Referrals(work).prospect_of(referral)
    refer(referral, occasion)
    for committee_id in referring.co_committee_ids:
        await share_with(work, occasion, referral, committee_id)
    if referring.day:
        fix_day_of(referral, referring.day, occasion)
    return Referrals(work).add(referral)
