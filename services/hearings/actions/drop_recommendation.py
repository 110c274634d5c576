"""The draft of a recommendation is dropped."""

from uuid import UUID

from services.hearings.domain.recommendations import drafting
from services.hearings.domain.recommendations.recommendation import Recommendation
from services.hearings.store.recommendations import Recommendations
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def drop_recommendation(
    work: UnitOfWork, occasion: Occasion, *, recommendation_id: UUID, reason: Bilingual
) -> Recommendation:
    recommendation = await Recommendations(work).to_act_on(recommendation_id)
    drafting.drop(recommendation, occasion, reason=reason)
    return recommendation
