"""Recommendations are drafted, worded by deputies, and adopted."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter

from services.hearings.actions.accept_wording import accept_wording
from services.hearings.actions.adopt_drafted import adopt_drafted
from services.hearings.actions.decline_wording import decline_wording
from services.hearings.actions.draft_recommendation import draft_recommendation
from services.hearings.actions.drop_recommendation import drop_recommendation
from services.hearings.actions.propose_wording import propose_wording
from services.hearings.api.insiders import Insider
from services.hearings.api.shapes import HearingShown, ReasonGiven
from services.hearings.api.shapes_of_recommending import (
    AdoptionGiven,
    DraftGiven,
    RecommendationShown,
    WordingGiven,
    WordingShown,
)
from services.hearings.domain.hearing import Hearing
from services.hearings.domain.recommendations.recommendation import Recommendation
from services.hearings.domain.recommendations.rewording import Rewording
from services.hearings.store.hearings import Hearings
from services.hearings.store.recommendation_tables import recommendations, rewordings
from services.hearings.store.recommendations import (
    Recommendations,
    WantedRecommendations,
    Wordings,
    listed,
)
from shared.web.dependencies import Here, Who, Work
from shared.web.paging import Page
from shared.web.route import KurultaiRoute

router = APIRouter(tags=["recommendations"], route_class=KurultaiRoute)


@router.post("/hearings/{hearing_id}/drafts", status_code=201, response_model=RecommendationShown)
async def draft(hearing_id: UUID, given: DraftGiven, work: Work, here: Here) -> Recommendation:
    """Draft a recommendation, once the hearing has begun (its initiator; the Apparatus)."""
    return await draft_recommendation(work, here, hearing_id=hearing_id, given=given.draft())


@router.get("/hearings/{hearing_id}/recommendations", response_model=list[RecommendationShown])
async def of_hearing(hearing_id: UUID, work: Work, page: Page, insider: Insider) -> list[Any]:
    """What the hearing recommends, in its order; drafts are for the chamber and its Apparatus."""
    found = await Hearings(work).get(hearing_id)
    order: dict[str, Any] = {"key": recommendations.c.number, "id_": recommendations.c.id}
    query = listed(WantedRecommendations(insiders=insider, hearing_id=found.id))
    return await page.scalars(work.session, query, **order)


@router.post("/hearings/{hearing_id}/adoption", response_model=HearingShown)
async def adopt(hearing_id: UUID, given: AdoptionGiven, work: Work, here: Here) -> Hearing:
    """Adopt all that was drafted, by a majority of the deputies who took part."""
    return await adopt_drafted(work, here, hearing_id=hearing_id, ballots=given.ballots())


@router.post("/recommendations/{recommendation_id}/dropping", response_model=RecommendationShown)
async def drop(
    recommendation_id: UUID, given: ReasonGiven, work: Work, here: Here
) -> Recommendation:
    """Drop a draft."""
    return await drop_recommendation(
        work, here, recommendation_id=recommendation_id, reason=given.reason
    )


@router.post(
    "/recommendations/{recommendation_id}/wordings", status_code=201, response_model=WordingShown
)
async def propose(
    recommendation_id: UUID, given: WordingGiven, work: Work, here: Here, who: Who
) -> Rewording:
    """Propose another wording of a draft (a deputy)."""
    return await propose_wording(
        work, here, recommendation_id=recommendation_id, person_id=who.person_id, text=given.text
    )


@router.get("/recommendations/{recommendation_id}/wordings", response_model=list[WordingShown])
async def wordings(recommendation_id: UUID, work: Work, page: Page, insider: Insider) -> list[Any]:
    """The wordings that deputies proposed, oldest first."""
    found = await Recommendations(work).public(recommendation_id, insiders=insider)
    order: dict[str, Any] = {"key": rewordings.c.id, "id_": rewordings.c.id}
    return await page.scalars(work.session, Wordings.of(found.id), **order)


@router.post("/wordings/{wording_id}/acceptance", response_model=WordingShown)
async def accept(wording_id: UUID, work: Work, here: Here) -> Rewording:
    """Take the wording over (whoever runs the hearing)."""
    return await accept_wording(work, here, wording_id=wording_id)


@router.post("/wordings/{wording_id}/refusal", response_model=WordingShown)
async def decline(wording_id: UUID, given: ReasonGiven, work: Work, here: Here) -> Rewording:
    """Leave the draft as it is, and say why."""
    return await decline_wording(work, here, wording_id=wording_id, reason=given.reason)
