"""The parts and the places of a hearing are set."""

from uuid import UUID

from services.hearings.actions.move_up import move_up
from services.hearings.domain.acts_of_preparing import arrange
from services.hearings.domain.hearing import Arrangement, Hearing
from services.hearings.store.hearings import Hearings
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def arrange_hearing(
    work: UnitOfWork, occasion: Occasion, *, hearing_id: UUID, arrangement: Arrangement
) -> Hearing:
    """Where there are more places than before, those who wait have them."""
    hearings = Hearings(work)
    await hearings.alone(hearing_id)
    hearing = await hearings.get(hearing_id)
    arrange(hearing, occasion, arrangement)
    await move_up(work, occasion, hearing)
    return hearing
