"""/me/calendar and /calendars: a deputy's sittings for a calendar program, by a secret link."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response
from pydantic import Field

from services.voting.actions.link_calendar import link_calendar, unlink_calendar
from services.voting.api.calendar_written import MEDIA_TYPE, calendar_of
from services.voting.store.calendar_links import deputy_of, sittings_around
from shared.kernel.text import Language
from shared.web.dependencies import Here, Tongue, Visitor, Who, Work
from shared.web.pace import Pace
from shared.web.personal import STANDS, Me, PersonalRoute
from shared.web.route import KurultaiRoute
from shared.web.shapes import Shown

MOST, SPAN_S = 60, 60.0
"""A calendar program asks every few minutes; a deputy has a few of them."""
ICALENDAR: dict[int | str, dict[str, Any]] = STANDS | {
    200: {
        "description": "iCalendar (RFC 5545).",
        "content": {"text/calendar": {"schema": {"type": "string"}}},
    },
}
InLanguage = Annotated[
    Language | None, Query(alias="language", description="For programs that send no header.")
]

own = APIRouter(prefix="/me/calendar", tags=["me"], route_class=KurultaiRoute)
router = APIRouter(prefix="/calendars", tags=["me"], route_class=PersonalRoute)


class LinkShown(Shown):
    """A link that opens a calendar for whoever has it."""

    path: str = Field(description="After the origin that you use. It is told only now.")


async def _keep_no_secret(request: Request, work: Work) -> None:  # noqa: ARG001 it claims first
    """The answer is not kept for its Idempotency-Key: there is a secret in it."""
    request.state.claim = None


def calendars_pace() -> Pace:
    """How often one calendar is read in this process."""
    return Pace(MOST, SPAN_S)


@own.post("", status_code=201, dependencies=[Depends(_keep_no_secret)])
async def make(request: Request, work: Work, here: Here, me: Me) -> LinkShown:
    """A link to one's own calendar; the one of before ends."""
    secret = await link_calendar(work, me, here.at)
    return LinkShown(path=request.url_for("calendar", secret=secret).path)


@own.delete("", status_code=204)
async def end(work: Work, who: Who) -> Response:
    """End the link; without one it is the same."""
    await unlink_calendar(work, who.person_id)
    return Response(status_code=204)


@router.get("/{secret}.ics", response_class=Response, responses=ICALENDAR)
async def calendar(  # noqa: PLR0913, PLR0917 each is something to ask for
    secret: str,
    request: Request,
    work: Work,
    visitor: Visitor,
    tongue: Tongue,
    language: InLanguage = None,
) -> Response:
    """The deputy's sittings of the last three months and to come; no token is asked for."""
    person_id = await deputy_of(work, secret, visitor.at)
    request.app.state.calendars_pace.keep(person_id)
    spoken = language or tongue
    origin = f"{request.url.scheme}://{request.url.netloc}"
    rows = await sittings_around(work, person_id, visitor.at)
    content = calendar_of(rows, spoken, origin)
    return Response(content, media_type=MEDIA_TYPE, headers={"content-language": spoken})
