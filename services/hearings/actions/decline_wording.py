"""A deputy's wording of a recommendation is not taken over."""

from uuid import UUID

from services.hearings.domain.recommendations.drafting import decline
from services.hearings.domain.recommendations.rewording import Rewording
from services.hearings.store.recommendations import Wordings
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def decline_wording(
    work: UnitOfWork, occasion: Occasion, *, wording_id: UUID, reason: Bilingual
) -> Rewording:
    wording = await Wordings(work).to_act_on(wording_id)
    decline(wording, occasion, reason=reason)
    return wording
