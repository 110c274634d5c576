"""/deputy-requests: what deputies ask of bodies and officials, and what they are answered."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from services.committees.actions.put_request import repeat_request, submit_request, take_own_act
from services.committees.api.requests_given import ObjectionGiven, RequestGiven, RequestsAskedGiven
from services.committees.api.requests_shown import DeputyRequestShown, RequestWordsShown
from services.committees.domain.acts import requests as own
from services.committees.domain.readers import may_read
from services.committees.domain.request import DeputyRequest
from services.committees.domain.requests_procedure import DEPUTY_REQUESTS
from services.committees.store.requests import DeputyRequests
from services.committees.store.requests_tables import deputy_requests
from shared.store.acts import acts_on
from shared.web.dependencies import Here, Tongue, Visitor, Work
from shared.web.paging import Page
from shared.web.route import KurultaiRoute
from shared.web.shapes import ActShown, OptionShown, acts_shown, options_shown

router = APIRouter(prefix="/deputy-requests", tags=["requests"], route_class=KurultaiRoute)


@router.post("", status_code=201)
async def submit(given: RequestGiven, work: Work, here: Here) -> DeputyRequestShown:
    """Put a request (a deputy)."""
    return DeputyRequestShown.of(await submit_request(work, here, given.asking()))


@router.post("/{request_id}/authors", status_code=200)
async def join(request_id: UUID, work: Work, here: Here) -> DeputyRequestShown:
    """Become one of its authors, until it is sent (a deputy)."""
    return DeputyRequestShown.of(await take_own_act(work, here, own.join, request_id=request_id))


@router.post("/{request_id}/leaving")
async def leave(request_id: UUID, work: Work, here: Here) -> DeputyRequestShown:
    """Be one of its authors no longer (one of several)."""
    return DeputyRequestShown.of(await take_own_act(work, here, own.leave, request_id=request_id))


@router.post("/{request_id}/repetition")
async def repeat(
    request_id: UUID, given: ObjectionGiven, work: Work, here: Here
) -> DeputyRequestShown:
    """Find the answer unsatisfactory, and put the request once more (an author)."""
    return DeputyRequestShown.of(
        await repeat_request(work, here, request_id=request_id, objection=given.objection)
    )


@router.post("/{request_id}/closing")
async def close(request_id: UUID, work: Work, here: Here) -> DeputyRequestShown:
    """Be satisfied with the answer (an author)."""
    return DeputyRequestShown.of(await take_own_act(work, here, own.close, request_id=request_id))


@router.post("/{request_id}/withdrawal")
async def withdraw(request_id: UUID, work: Work, here: Here) -> DeputyRequestShown:
    """Withdraw it (its only author)."""
    return DeputyRequestShown.of(
        await take_own_act(work, here, own.withdraw, request_id=request_id)
    )


@router.get("")
async def all_requests(
    work: Work, page: Page, visitor: Visitor, asked: Annotated[RequestsAskedGiven, Query()]
) -> list[DeputyRequestShown]:
    """Requests, the newest first; of an author, by words of the addressee's name, late or not."""
    query = asked.asked().query(visitor.at)
    order = {"key": deputy_requests.c.id, "id_": deputy_requests.c.id}
    found = await page.scalars(work.session, query, newest_first=True, **order)
    return [DeputyRequestShown.of(request) for request in found]


@router.get("/{request_id}")
async def request(request_id: UUID, work: Work) -> DeputyRequestShown:
    """One request as it stands; of one that is withheld, all but its words."""
    return DeputyRequestShown.of(await DeputyRequests(work).get(request_id))


@router.get("/{request_id}/words", response_model=RequestWordsShown)
async def words(request_id: UUID, work: Work, visitor: Visitor) -> DeputyRequest:
    """Its words, to whoever may read them: those withheld to its authors and the Apparatus."""
    found = await DeputyRequests(work).get(request_id)
    may_read(found, visitor)
    return found


@router.get("/{request_id}/options")
async def options(
    request_id: UUID, work: Work, visitor: Visitor, tongue: Tongue
) -> list[OptionShown]:
    """What may be done with the request; a closed act says why."""
    found = await DeputyRequests(work).get(request_id)
    return options_shown(DEPUTY_REQUESTS.options(found, visitor), tongue)


@router.get("/{request_id}/acts")
async def acts(request_id: UUID, work: Work, tongue: Tongue) -> list[ActShown]:
    """Every act taken on the request, oldest first."""
    found = await DeputyRequests(work).get(request_id)
    return acts_shown(await acts_on(work, "deputyrequest", found.id), tongue)
