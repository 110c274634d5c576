"""A recommendation is followed up no longer."""

from uuid import UUID

from services.hearings.domain.recommendations import follow_up
from services.hearings.domain.recommendations.recommendation import Recommendation
from services.hearings.store.recommendations import Recommendations
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def close_recommendation(
    work: UnitOfWork, occasion: Occasion, *, recommendation_id: UUID, reason: Bilingual
) -> Recommendation:
    recommendation = await Recommendations(work).to_act_on(recommendation_id)
    follow_up.close(recommendation, occasion, reason=reason)
    return recommendation
