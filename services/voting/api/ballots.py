"""/votes/{id}/ballot: cast one's own, have it confirmed; after the close, how everyone voted."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request, Response

from services.voting.actions.read_by_name import read_by_name
from services.voting.api.ballots_shown import ByNameShown, ReceiptShown
from services.voting.api.given import BallotGiven
from services.voting.api.short_way import take
from services.voting.store.ballots import own_ballot
from services.voting.store.votes import Votes
from shared.web.dependencies import Who, Work
from shared.web.route import KurultaiRoute

router = APIRouter(prefix="/votes", tags=["ballots"], route_class=KurultaiRoute)

ANSWERS: dict[int | str, dict[str, Any]] = {
    200: {"model": ReceiptShown, "description": "It was recorded when it was sent before."},
    201: {"model": ReceiptShown, "description": "It is recorded."},
}


@router.post(
    "/{vote_id}/ballot", status_code=201, responses=ANSWERS, openapi_extra={"parameters": []}
)
async def cast(vote_id: UUID, given: BallotGiven, who: Who, request: Request) -> Response:
    """Cast one's own ballot; sent again with its request_id it gets the same receipt."""
    return await take(request, vote_id, given, who)


@router.get("/{vote_id}/ballot")
async def own(vote_id: UUID, work: Work, who: Who, request: Request) -> ReceiptShown:
    """One's own ballot, with its receipt."""
    vote = await Votes(work).get(vote_id)
    return ReceiptShown.of(await own_ballot(work, vote.id, who.person_id), request.app.state.seal)


@router.get("/{vote_id}/ballots")
async def by_name(vote_id: UUID, work: Work) -> ByNameShown:
    """How everyone on the roll voted, or did not; hidden until the vote is closed."""
    return ByNameShown.of(*await read_by_name(work, vote_id=vote_id))
