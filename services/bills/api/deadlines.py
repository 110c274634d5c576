"""/deadlines: what is due, of one bill and of all. Anyone may look."""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response

from services.bills.api.deadlines_shown import DeadlineShown
from services.bills.api.events import deadline_events, events_of
from services.bills.api.ical import answered
from services.bills.domain.deadlines import State
from services.bills.store.bills import Bills
from services.bills.store.clock import database_now
from services.bills.store.deadlines import deadline_in, deadlines_on
from services.bills.store.due_lists import MOST_EVENTS, listed
from services.bills.store.tables import deadlines
from shared.kernel.actor import Role
from shared.kernel.text import Language
from shared.web.dependencies import Tongue, Work
from shared.web.paging import Page
from shared.web.route import KurultaiRoute

OPEN = (State.OVERDUE, State.RUNNING, State.SUSPENDED, State.NOT_COMPUTABLE)
ICALENDAR: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "iCalendar (RFC 5545).",
        "content": {"text/calendar": {"schema": {"type": "string"}}},
    },
    304: {"description": "What you have still stands."},
}

router = APIRouter(tags=["deadlines"], route_class=KurultaiRoute)

States = Annotated[
    tuple[State, ...],
    Query(alias="state", description="Any of these; all that are not over, if none is named."),
]
Before = Annotated[date | None, Query(description="Only what ends before this day.")]
InLanguage = Annotated[
    Language | None, Query(alias="language", description="For readers that send no header.")
]


@router.get("/bills/{bill_id}/deadlines")
async def of_bill(bill_id: UUID, work: Work, tongue: Tongue) -> list[DeadlineShown]:
    """Every term of the bill: since when, until when, by which rule, who must act."""
    bill = await Bills(work).get(bill_id)
    now = await database_now(work.session)
    return [
        DeadlineShown.of(deadline, now, tongue, number=bill.number, title=bill.title)
        for deadline in await deadlines_on(work, bill.id)
    ]


@router.get("/deadlines")
async def all_deadlines(  # noqa: PLR0913, PLR0917 each is something to ask for
    work: Work,
    page: Page,
    tongue: Tongue,
    state: States = OPEN,
    role: Role | None = None,
    before: Before = None,
) -> list[DeadlineShown]:
    """What is due of every bill, what ends first first; by state, who must act, and last day."""
    now = await database_now(work.session)
    query = listed(now, states=state, role=role, before=before)
    rows = await page.rows(work.session, query, key=deadlines.c.place, id_=deadlines.c.id)
    return [
        DeadlineShown.of(deadline_in(row), now, tongue, number=row.number, title=row.title)
        for row in rows
    ]


@router.get("/bills/{bill_id}/calendar.ics", response_class=Response, responses=ICALENDAR)
async def calendar_of_bill(
    bill_id: UUID, request: Request, work: Work, tongue: Tongue, language: InLanguage = None
) -> Response:
    """The dates of the bill, past and to come, for a calendar program."""
    bill, spoken = await Bills(work).get(bill_id), language or tongue
    events = events_of(bill, await deadlines_on(work, bill.id), spoken)
    return answered(request, events, spoken)


@router.get("/deadlines.ics", response_class=Response, responses=ICALENDAR)
async def calendar_of_all(  # noqa: PLR0913, PLR0917 each is something to ask for
    request: Request,
    work: Work,
    tongue: Tongue,
    language: InLanguage = None,
    role: Role | None = None,
    before: Before = None,
) -> Response:
    """What is due of every bill, what ends first first, for a calendar program."""
    spoken, now = language or tongue, await database_now(work.session)
    query = listed(now, states=(State.OVERDUE, State.RUNNING), role=role, before=before)
    query = query.order_by(deadlines.c.place, deadlines.c.id).limit(MOST_EVENTS)
    rows = await work.session.execute(query)
    events = [deadline_events(deadline_in(row), row.number, row.title, spoken) for row in rows]
    return answered(request, events, spoken)
