"""A deputy's wording of a recommendation is taken over."""

from uuid import UUID

from services.hearings.domain.recommendations.drafting import accept
from services.hearings.domain.recommendations.rewording import Rewording
from services.hearings.store.recommendations import Recommendations, Wordings
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def accept_wording(work: UnitOfWork, occasion: Occasion, *, wording_id: UUID) -> Rewording:
    wording = await Wordings(work).to_act_on(wording_id)
    recommendation = await Recommendations(work).to_act_on(wording.recommendation_id)
    accept(wording, recommendation, occasion)
    return wording
