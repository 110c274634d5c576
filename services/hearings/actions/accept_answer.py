"""The answer to a recommendation is accepted: it is fulfilled."""

from uuid import UUID

from services.hearings.domain.recommendations import follow_up
from services.hearings.domain.recommendations.recommendation import Recommendation
from services.hearings.store.recommendations import Recommendations
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def accept_answer(
    work: UnitOfWork, occasion: Occasion, *, recommendation_id: UUID
) -> Recommendation:
    recommendation = await Recommendations(work).to_act_on(recommendation_id)
    follow_up.accept_answer(recommendation, occasion)
    return recommendation
