"""A bill leaves the Kurultai, adopted or not: its committee has no more work with it."""

from collections.abc import Callable
from uuid import UUID

from services.committees.domain.acts.conclusion_requests import lapse
from services.committees.domain.referral import Referral
from services.committees.store.conclusion_requests import ConclusionRequests
from services.committees.store.known import know_bill_left
from services.committees.store.referrals import Referrals
from services.committees.store.turns import Turn, wait_for_turn
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork

type Ending = Callable[[Referral, Occasion], None]


async def end_referral(
    work: UnitOfWork, occasion: Occasion, *, bill_id: UUID, ending: Ending
) -> None:
    """A bill that was never referred, or never admitted, only leaves."""
    await wait_for_turn(work, Turn.REFERRALS)
    await know_bill_left(work, bill_id)
    for referral in await Referrals(work).of_bill(bill_id):
        ending(referral, occasion)
        for request in await ConclusionRequests(work).open_of(referral.id):
            lapse(request, occasion)
