"""A hearing is cancelled."""

from uuid import UUID

from services.hearings.domain.acts import cancel
from services.hearings.domain.hearing import Hearing
from services.hearings.store.hearings import Hearings
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def cancel_hearing(
    work: UnitOfWork, occasion: Occasion, *, hearing_id: UUID, reason: Bilingual
) -> Hearing:
    hearing = await Hearings(work).get(hearing_id)
    cancel(hearing, occasion, reason=reason)
    return hearing
