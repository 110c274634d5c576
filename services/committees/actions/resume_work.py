"""The Kurultai passed a reading: the lead committee takes the bill up again if it must."""

from uuid import UUID

from services.committees.domain.acts.referrals import resume
from services.committees.store.referrals import Referrals
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def resume_work(work: UnitOfWork, occasion: Occasion, *, bill_id: UUID, passed: int) -> None:
    """Raises ReferralNotFound: no reading is passed without a committee's conclusion."""
    resume(await Referrals(work).lead_of(bill_id), passed, occasion)
