"""The Kurultai sent a bill back: its lead committee takes it up again."""

from uuid import UUID

from services.committees.domain.acts.referrals import take_up
from services.committees.store.referrals import Referrals
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def take_up_again(
    work: UnitOfWork, occasion: Occasion, *, bill_id: UUID, reading: int
) -> None:
    """A bill that came to its reading without a committee has none to go back to."""
    for referral in await Referrals(work).of_bill(bill_id):
        take_up(referral, reading, occasion)
