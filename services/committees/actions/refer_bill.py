"""The Chair, who leads the coordinating body, names the lead committee of a bill."""

from uuid import UUID

from services.committees.domain.acts.referrals import refer
from services.committees.domain.referral import Referral
from services.committees.store.committees import Committees
from services.committees.store.referrals import Referrals
from services.committees.store.turns import Turn, wait_for_turn
from shared.kernel.occasion import Occasion
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork


async def refer_bill(
    work: UnitOfWork, occasion: Occasion, *, bill_id: UUID, committee_id: UUID
) -> Referral:
    committee = await Committees(work).get(committee_id)
    await wait_for_turn(work, Turn.REFERRALS)
    referral = Referral(new_id(), bill_id, committee.id, committee.name)
    referral.prospect = await Referrals(work).prospect_of(referral)
    refer(referral, occasion)
    return Referrals(work).add(referral)
