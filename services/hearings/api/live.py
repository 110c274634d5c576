"""/hearings/{id}/live: a hearing as it goes, for everyone who watches it."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Header, Request
from starlette.responses import Response

from services.hearings.api.watching import FOLLOWED, Watchers
from services.hearings.store.happenings import last_place
from services.hearings.store.hearings import Hearings
from shared.web.dependencies import Work
from shared.web.route import KurultaiRoute

router = APIRouter(prefix="/hearings", tags=["hearings"], route_class=KurultaiRoute)

NOTHING_MORE = 204
"""The one answer after which a browser does not come back to a stream that ended."""

STREAM: dict[int | str, dict[str, Any]] = {
    200: {
        "content": {"text/event-stream": {"schema": {"type": "string"}}},
        "description": "An event for each act, by its name: `open`, `enter_in_protocol`, "
        "`give_floor`, `end_speech`, `close`; nothing of closed parts.",
    },
    NOTHING_MORE: {"description": "The end was the last event you saw."},
}


async def _watchers(request: Request) -> Watchers:
    watchers: Watchers = request.app.state.watchers
    return watchers


Watching = Annotated[Watchers, Depends(_watchers)]


@router.get("/{hearing_id}/live", response_class=Response, responses=STREAM)
async def live(
    hearing_id: UUID,
    work: Work,
    watchers: Watching,
    last_event_id: Annotated[str | None, Header(max_length=40)] = None,
) -> Response:
    """Watch a hearing: Server-Sent Events, resumed after Last-Event-ID, until it is over."""
    hearing = await Hearings(work).get(hearing_id)
    is_over = hearing.stage not in FOLLOWED
    if is_over and last_event_id == str(await last_place(work.session, hearing)):
        return Response(status_code=NOTHING_MORE)
    return watchers.stream(hearing.id, last_event_id)
