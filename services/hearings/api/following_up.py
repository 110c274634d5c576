"""/recommendations: sent, answered, and followed up until they are closed."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter

from services.hearings.actions.accept_answer import accept_answer
from services.hearings.actions.answer_recommendation import answer_recommendation
from services.hearings.actions.close_recommendation import close_recommendation
from services.hearings.actions.return_answer import return_answer
from services.hearings.actions.send_recommendation import send_recommendation
from services.hearings.api.insiders import Insider
from services.hearings.api.shapes import ReasonGiven
from services.hearings.api.shapes_of_recommending import (
    AnswerGiven,
    AskedRecommendations,
    RecommendationShown,
    ReturnGiven,
)
from services.hearings.domain.recommendations.procedure import RECOMMENDATIONS
from services.hearings.domain.recommendations.recommendation import Recommendation
from services.hearings.store.recommendation_tables import recommendations
from services.hearings.store.recommendations import Recommendations, listed
from shared.store.acts import acts_on
from shared.web.dependencies import Here, Tongue, Visitor, Work
from shared.web.paging import Page
from shared.web.route import KurultaiRoute
from shared.web.shapes import ActShown, OptionShown, acts_shown, options_shown

router = APIRouter(prefix="/recommendations", tags=["recommendations"], route_class=KurultaiRoute)


@router.get("", response_model=list[RecommendationShown])
async def all_recommendations(work: Work, page: Page, asked: AskedRecommendations) -> list[Any]:
    """Every recommendation, the newest first; of a state, overdue or not, to a body if asked."""
    order: dict[str, Any] = {"key": recommendations.c.id, "id_": recommendations.c.id}
    return await page.scalars(work.session, listed(asked.wanted()), newest_first=True, **order)


@router.get("/{recommendation_id}", response_model=RecommendationShown)
async def recommendation(recommendation_id: UUID, work: Work, insider: Insider) -> Recommendation:
    """A recommendation as it stands."""
    return await Recommendations(work).public(recommendation_id, insiders=insider)


@router.get("/{recommendation_id}/options")
async def options(
    recommendation_id: UUID, work: Work, visitor: Visitor, insider: Insider, tongue: Tongue
) -> list[OptionShown]:
    """What may be done with the recommendation; a closed act says why."""
    found = await Recommendations(work).public(recommendation_id, insiders=insider)
    return options_shown(RECOMMENDATIONS.options(found, visitor), tongue)


@router.get("/{recommendation_id}/acts")
async def acts(
    recommendation_id: UUID, work: Work, insider: Insider, tongue: Tongue
) -> list[ActShown]:
    """Every act taken on the recommendation, oldest first."""
    found = await Recommendations(work).public(recommendation_id, insiders=insider)
    return acts_shown(await acts_on(work, "recommendation", found.id), tongue)


@router.post("/{recommendation_id}/sending", response_model=RecommendationShown)
async def send(recommendation_id: UUID, work: Work, here: Here) -> Recommendation:
    """Publish it and send it to its addressee: the term begins to run."""
    return await send_recommendation(work, here, recommendation_id=recommendation_id)


@router.post("/{recommendation_id}/answers", response_model=RecommendationShown)
async def answer(
    recommendation_id: UUID, given: AnswerGiven, work: Work, here: Here
) -> Recommendation:
    """Enter the addressee's answer, in time or late."""
    return await answer_recommendation(
        work, here, recommendation_id=recommendation_id, given=given.answer()
    )


@router.post("/{recommendation_id}/acceptance", response_model=RecommendationShown)
async def accept(recommendation_id: UUID, work: Work, here: Here) -> Recommendation:
    """Accept the answer: the recommendation is fulfilled."""
    return await accept_answer(work, here, recommendation_id=recommendation_id)


@router.post("/{recommendation_id}/return", response_model=RecommendationShown)
async def return_(
    recommendation_id: UUID, given: ReturnGiven, work: Work, here: Here
) -> Recommendation:
    """Return an answer that is not enough: another is asked for, in a new term."""
    return await return_answer(
        work,
        here,
        recommendation_id=recommendation_id,
        reason=given.reason,
        answer_days=given.answer_days,
    )


@router.post("/{recommendation_id}/closing", response_model=RecommendationShown)
async def close(
    recommendation_id: UUID, given: ReasonGiven, work: Work, here: Here
) -> Recommendation:
    """Follow it up no longer, for the reason given."""
    return await close_recommendation(
        work, here, recommendation_id=recommendation_id, reason=given.reason
    )
