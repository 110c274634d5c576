"""/conclusion-requests: conclusions on bills that committees ask others for."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from services.committees.actions.ask_for_conclusion import (
    ask_for_conclusion,
    ask_no_longer,
    enter_conclusion,
    prolong_term,
)
from services.committees.api.conclusion_requests_shapes import (
    ConclusionGotGiven,
    ConclusionRequestShown,
    ConclusionsAskedGiven,
    InquiryGiven,
    LastDayGiven,
)
from services.committees.domain.conclusion_request import ConclusionRequest
from services.committees.domain.conclusion_requests_procedure import CONCLUSIONS_ASKED
from services.committees.store.conclusion_requests import ConclusionRequests
from services.committees.store.conclusion_requests_tables import conclusion_requests
from shared.store.acts import acts_on
from shared.web.dependencies import Here, Rulebook, Tongue, Visitor, Work
from shared.web.paging import Page
from shared.web.route import KurultaiRoute
from shared.web.shapes import ActShown, OptionShown, acts_shown, options_shown

router = APIRouter(tags=["conclusion requests"], route_class=KurultaiRoute)
PATH = "/conclusion-requests"


@router.post(
    "/referrals/{referral_id}/conclusion-requests",
    status_code=201,
    response_model=ConclusionRequestShown,
)
async def ask(
    referral_id: UUID, given: InquiryGiven, work: Work, here: Here, profile: Rulebook
) -> ConclusionRequest:
    """Ask a body or an expert for a conclusion (the lead committee; the Apparatus for it)."""
    return await ask_for_conclusion(
        work, here, referral_id=referral_id, inquiry=given.inquiry(), profile=profile
    )


@router.post(PATH + "/{request_id}/prolongation", response_model=ConclusionRequestShown)
async def prolong(
    request_id: UUID, given: LastDayGiven, work: Work, here: Here
) -> ConclusionRequest:
    """Give it until another day (the lead committee; the Apparatus for it)."""
    return await prolong_term(work, here, request_id=request_id, day=given.last_day)


@router.post(PATH + "/{request_id}/answer", response_model=ConclusionRequestShown)
async def answer(
    request_id: UUID, given: ConclusionGotGiven, work: Work, here: Here
) -> ConclusionRequest:
    """Enter the conclusion that came (the lead committee; the Apparatus for it)."""
    return await enter_conclusion(work, here, request_id=request_id, got=given.got())


@router.post(PATH + "/{request_id}/withdrawal", response_model=ConclusionRequestShown)
async def withdraw(request_id: UUID, work: Work, here: Here) -> ConclusionRequest:
    """Ask no longer (the lead committee; the Apparatus for it)."""
    return await ask_no_longer(work, here, request_id=request_id)


@router.get(PATH, response_model=list[ConclusionRequestShown])
async def all_requests(
    work: Work, page: Page, visitor: Visitor, asked: Annotated[ConclusionsAskedGiven, Query()]
) -> list[ConclusionRequest]:
    """Requests for conclusions, the newest first; of a bill or a committee, late or not."""
    query = asked.asked().query(visitor.at)
    order = {"key": conclusion_requests.c.id, "id_": conclusion_requests.c.id}
    return await page.scalars(work.session, query, newest_first=True, **order)


@router.get(PATH + "/{request_id}", response_model=ConclusionRequestShown)
async def request(request_id: UUID, work: Work) -> ConclusionRequest:
    """One request with what was concluded."""
    return await ConclusionRequests(work).get(request_id)


@router.get(PATH + "/{request_id}/options")
async def options(
    request_id: UUID, work: Work, visitor: Visitor, tongue: Tongue
) -> list[OptionShown]:
    """What may be done with the request; a closed act says why."""
    found = await ConclusionRequests(work).get(request_id)
    return options_shown(CONCLUSIONS_ASKED.options(found, visitor), tongue)


@router.get(PATH + "/{request_id}/acts")
async def acts(request_id: UUID, work: Work, tongue: Tongue) -> list[ActShown]:
    """Every act taken on the request, oldest first."""
    found = await ConclusionRequests(work).get(request_id)
    return acts_shown(await acts_on(work, "conclusionrequest", found.id), tongue)
