"""/votes/{id}/live: a vote as it goes, for everyone who watches it."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from services.voting.api.reading import NOTHING_MORE
from services.voting.api.watching import Watchers
from services.voting.store.ballots import progress_of
from services.voting.store.votes import Votes
from shared.web.dependencies import Visitor, Work
from shared.web.route import KurultaiRoute

router = APIRouter(prefix="/votes", tags=["votes"], route_class=KurultaiRoute)

STREAM: dict[int | str, dict[str, Any]] = {
    200: {
        "content": {"text/event-stream": {"schema": {"type": "string"}}},
        "description": "`progress` while the vote is under way, with as much as its rule lets be "
        "told; `result` when it is counted; at the end `proclaimed` or `annulled`.",
    },
    NOTHING_MORE: {"description": "The end was the last event you saw."},
}


async def _watchers(request: Request) -> Watchers:
    watchers: Watchers = request.app.state.watchers
    return watchers


Watching = Annotated[Watchers, Depends(_watchers)]


@router.get("/{vote_id}/live", response_class=Response, responses=STREAM)
async def live(
    vote_id: UUID, work: Work, visitor: Visitor, watchers: Watching, request: Request
) -> Response:
    """Watch a vote: Server-Sent Events, resumed after Last-Event-ID, until the vote is over."""
    vote = await Votes(work).get(vote_id)
    progress = await progress_of(work.session, vote_id)
    return watchers.answer(vote, progress.recorded, visitor.rules, request)
