"""It is decided that a hearing is held."""

from uuid import UUID

from services.hearings.domain import acts_of_preparing as acts
from services.hearings.domain.hearing import Hearing
from services.hearings.store.around import hearing_as_it_is
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def decide_to_hold(work: UnitOfWork, occasion: Occasion, *, hearing_id: UUID) -> Hearing:
    hearing = await hearing_as_it_is(work, occasion, hearing_id)
    acts.decide_to_hold(hearing, occasion)
    return hearing
