"""The parts and the places of a hearing are set."""

from uuid import UUID

from services.hearings.domain.acts_of_preparing import arrange
from services.hearings.domain.hearing import Arrangement, Hearing
from services.hearings.store.hearings import Hearings
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def arrange_hearing(
    work: UnitOfWork, occasion: Occasion, *, hearing_id: UUID, arrangement: Arrangement
) -> Hearing:
    hearing = await Hearings(work).get(hearing_id)
    arrange(hearing, occasion, arrangement)
    return hearing
