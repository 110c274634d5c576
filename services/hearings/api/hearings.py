"""/hearings: call, hold, recommend."""

from uuid import UUID

from fastapi import APIRouter

from services.hearings.actions.adopt_recommendations import adopt_recommendations
from services.hearings.actions.call_hearing import call_hearing
from services.hearings.actions.cancel_hearing import cancel_hearing
from services.hearings.actions.hold_hearing import hold_hearing
from services.hearings.api.shapes import (
    Asked,
    HearingGiven,
    HearingShown,
    HoldingGiven,
    ReasonGiven,
    RecommendationsGiven,
)
from services.hearings.domain.hearing import Hearing
from services.hearings.domain.procedure import PROCEDURE
from services.hearings.store.around import hearing_as_it_is
from services.hearings.store.hearings import Hearings, listed
from services.hearings.store.tables import hearings
from shared.store.acts import acts_on
from shared.web.dependencies import Here, Tongue, Visitor, Work
from shared.web.paging import Page
from shared.web.route import KurultaiRoute
from shared.web.shapes import ActShown, OptionShown, acts_shown, options_shown

router = APIRouter(prefix="/hearings", tags=["hearings"], route_class=KurultaiRoute)


@router.post("", status_code=201, response_model=HearingShown)
async def call(given: HearingGiven, work: Work, here: Here) -> Hearing:
    """Call a hearing (the Chair, a committee's chair, the leader of an opposition faction)."""
    return await call_hearing(work, here, given.call())


@router.post("/{hearing_id}/holding", response_model=HearingShown)
async def hold(hearing_id: UUID, given: HoldingGiven, work: Work, here: Here) -> Hearing:
    """Enter that the hearing took place; not before its time (the initiator; the Apparatus)."""
    return await hold_hearing(work, here, hearing_id=hearing_id, taking_part=given.taking_part)


@router.post("/{hearing_id}/recommendations", response_model=HearingShown)
async def recommend(
    hearing_id: UUID, given: RecommendationsGiven, work: Work, here: Here
) -> Hearing:
    """Adopt what it recommends, by a majority of the deputies who took part."""
    return await adopt_recommendations(
        work,
        here,
        hearing_id=hearing_id,
        recommendations=given.recommendations,
        ballots=given.ballots(),
    )


@router.post("/{hearing_id}/cancellation", response_model=HearingShown)
async def cancel(hearing_id: UUID, given: ReasonGiven, work: Work, here: Here) -> Hearing:
    """Cancel a hearing that was called (its initiator; the Apparatus)."""
    return await cancel_hearing(work, here, hearing_id=hearing_id, reason=given.reason)


@router.get("", response_model=list[HearingShown])
async def all_hearings(work: Work, page: Page, asked: Asked) -> list[Hearing]:
    """Every hearing, the newest first; those asked for by bill, stage, initiator, body and day."""
    order = {"key": hearings.c.id, "id_": hearings.c.id}
    query = listed(asked.wanted())
    return await page.scalars(work.session, query, newest_first=True, **order)


@router.get("/{hearing_id}", response_model=HearingShown)
async def hearing(hearing_id: UUID, work: Work) -> Hearing:
    """A hearing as it stands."""
    return await Hearings(work).get(hearing_id)


@router.get("/{hearing_id}/options")
async def options(
    hearing_id: UUID, work: Work, visitor: Visitor, tongue: Tongue
) -> list[OptionShown]:
    """What may be done with the hearing; a closed act says why."""
    found = await hearing_as_it_is(work, visitor, hearing_id)
    return options_shown(PROCEDURE.options(found, visitor), tongue)


@router.get("/{hearing_id}/acts")
async def acts(hearing_id: UUID, work: Work, tongue: Tongue) -> list[ActShown]:
    """Every act taken on the hearing, oldest first."""
    found = await Hearings(work).get(hearing_id)
    return acts_shown(await acts_on(work, "hearing", found.id), tongue)
