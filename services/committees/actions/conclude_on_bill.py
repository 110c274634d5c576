"""The lead committee adopts its conclusion on a bill."""

from uuid import UUID

from services.committees.domain.acts.referrals import conclude
from services.committees.domain.referral import Referral
from services.committees.store.referrals import Referrals
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def conclude_on_bill(
    work: UnitOfWork,
    occasion: Occasion,
    *,
    referral_id: UUID,
    favourable: bool,
    summary: Bilingual,
) -> Referral:
    referral = await Referrals(work).get(referral_id)
    conclude(referral, favourable=favourable, summary=summary, occasion=occasion)
    return referral
