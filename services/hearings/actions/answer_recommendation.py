"""The addressee of a recommendation answered."""

from uuid import UUID

from services.hearings.domain.recommendations import follow_up
from services.hearings.domain.recommendations.recommendation import Recommendation
from services.hearings.domain.words import Answer
from services.hearings.store.recommendations import Recommendations
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def answer_recommendation(
    work: UnitOfWork, occasion: Occasion, *, recommendation_id: UUID, given: Answer
) -> Recommendation:
    recommendation = await Recommendations(work).to_act_on(recommendation_id)
    follow_up.answer(recommendation, occasion, given)
    return recommendation
