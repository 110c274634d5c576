"""A hearing is opened."""

from uuid import UUID

from services.hearings.domain import acts_of_preparing as acts
from services.hearings.domain.hearing import Hearing
from services.hearings.store.around import hearing_as_it_is
from services.hearings.store.hearings import Hearings
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def open_hearing(work: UnitOfWork, occasion: Occasion, *, hearing_id: UUID) -> Hearing:
    await Hearings(work).alone(hearing_id)
    hearing = await hearing_as_it_is(work, occasion, hearing_id)
    acts.open_hearing(hearing, occasion, registered=hearing.counted or 0)
    return hearing
