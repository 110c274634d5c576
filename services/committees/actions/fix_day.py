"""The coordinating body, or the plenary, fixes the day by which a committee concludes."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from services.committees.domain.acts.bill_work import fix_day
from services.committees.domain.bill_work import Considered, DayFixed
from services.committees.domain.referral import Referral
from services.committees.store.referrals import Referrals
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class DayAsked:
    """The day that is to be fixed, and the decision by which it is."""

    day: date
    ground: str


async def fix_conclusion_day(
    work: UnitOfWork, occasion: Occasion, *, referral_id: UUID, asked: DayAsked
) -> Referral:
    referral = await Referrals(work).get(referral_id)
    fix_day_of(referral, asked, occasion)
    return referral


def fix_day_of(referral: Referral, asked: DayAsked, occasion: Occasion) -> None:
    """For the reading to come."""
    fixed = DayFixed(reading=referral.reading, day=asked.day, ground=asked.ground, at=occasion.at)
    referral.considered = Considered(day=asked.day)
    fix_day(referral, fixed, occasion)
