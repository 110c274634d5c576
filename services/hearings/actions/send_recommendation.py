"""A recommendation is published, and sent to its addressee."""

from uuid import UUID

from services.hearings.domain.recommendations import follow_up
from services.hearings.domain.recommendations.recommendation import Recommendation
from services.hearings.store.recommendations import Recommendations
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def send_recommendation(
    work: UnitOfWork, occasion: Occasion, *, recommendation_id: UUID
) -> Recommendation:
    recommendation = await Recommendations(work).to_act_on(recommendation_id)
    follow_up.send(recommendation, occasion)
    return recommendation
