"""A hearing took place."""

from uuid import UUID

from services.hearings.domain.acts import hold
from services.hearings.domain.hearing import Hearing
from services.hearings.store.hearings import Hearings
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def hold_hearing(
    work: UnitOfWork, occasion: Occasion, *, hearing_id: UUID, taking_part: int
) -> Hearing:
    hearing = await Hearings(work).get(hearing_id)
    hold(hearing, occasion, taking_part=taking_part)
    return hearing
