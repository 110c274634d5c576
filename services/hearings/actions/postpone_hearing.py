"""A hearing begins at another time."""

from datetime import datetime
from uuid import UUID

from services.hearings.domain.acts_of_preparing import postpone
from services.hearings.domain.hearing import Hearing
from services.hearings.store.hearings import Hearings
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def postpone_hearing(
    work: UnitOfWork, occasion: Occasion, *, hearing_id: UUID, starts_at: datetime
) -> Hearing:
    hearing = await Hearings(work).get(hearing_id)
    postpone(hearing, occasion, starts_at=starts_at)
    return hearing
