"""The answer to a recommendation is not enough."""

from uuid import UUID

from services.hearings.domain.recommendations import follow_up
from services.hearings.domain.recommendations.recommendation import Recommendation
from services.hearings.store.recommendations import Recommendations
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def return_answer(
    work: UnitOfWork,
    occasion: Occasion,
    *,
    recommendation_id: UUID,
    reason: Bilingual,
    answer_days: int | None,
) -> Recommendation:
    recommendation = await Recommendations(work).to_act_on(recommendation_id)
    follow_up.return_answer(recommendation, occasion, reason=reason, answer_days=answer_days)
    return recommendation
