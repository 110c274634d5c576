"""/hearings: decided on, put off, arranged, registered for, opened and closed."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter

from services.hearings.actions.arrange_hearing import arrange_hearing
from services.hearings.actions.close_hearing import close_hearing
from services.hearings.actions.decide_to_hold import decide_to_hold
from services.hearings.actions.decline_to_hold import decline_to_hold
from services.hearings.actions.open_hearing import open_hearing
from services.hearings.actions.postpone_hearing import postpone_hearing
from services.hearings.actions.register_for_hearing import register_for_hearing
from services.hearings.api.shapes import HearingShown, ReasonGiven
from services.hearings.api.shapes_of_preparing import (
    ArrangementGiven,
    NoticeShown,
    PostponementGiven,
    PresenceShown,
    SharesShown,
)
from services.hearings.domain.hearing import Hearing
from services.hearings.domain.presence import Presence
from services.hearings.domain.session import Session
from services.hearings.store.hearings import Hearings
from services.hearings.store.presences import registered_for
from services.hearings.store.sessions import called_in
from services.hearings.store.tables import presences
from shared.web.dependencies import Here, MustMatch, Tongue, Visitor, Who, Work
from shared.web.paging import Page
from shared.web.route import KurultaiRoute

router = APIRouter(prefix="/hearings", tags=["hearings"], route_class=KurultaiRoute)


@router.get("/notice")
async def notice(visitor: Visitor, tongue: Tongue) -> NoticeShown:
    """How early a hearing called at this moment may begin."""
    return NoticeShown.of(visitor, tongue)


@router.get("/shares")
async def shares(work: Work, visitor: Visitor) -> SharesShown:
    """How many hearings each initiator has called in this session, and what is left."""
    session = Session.at(visitor.day, visitor.rules)
    return SharesShown.of(session, await called_in(work, session), visitor)


@router.post("/{hearing_id}/decision", response_model=HearingShown)
async def decide(hearing_id: UUID, work: Work, here: Here) -> Hearing:
    """Decide that the hearing is held (the Chair for the Bureau, its committee's chair)."""
    return await decide_to_hold(work, here, hearing_id=hearing_id)


@router.post("/{hearing_id}/refusal", response_model=HearingShown)
async def decline(hearing_id: UUID, given: ReasonGiven, work: Work, here: Here) -> Hearing:
    """Decide that it is not held; never one that the opposition is guaranteed."""
    return await decline_to_hold(work, here, hearing_id=hearing_id, reason=given.reason)


@router.post("/{hearing_id}/postponement", response_model=HearingShown)
async def postpone(hearing_id: UUID, given: PostponementGiven, work: Work, here: Here) -> Hearing:
    """Put it off, or bring it forward; the notice runs anew (its initiator; the Apparatus)."""
    return await postpone_hearing(work, here, hearing_id=hearing_id, starts_at=given.starts_at)


@router.put("/{hearing_id}/arrangement", response_model=HearingShown, dependencies=[MustMatch])
async def arrange(hearing_id: UUID, given: ArrangementGiven, work: Work, here: Here) -> Hearing:
    """Set its parts, open and closed, and the places for public and media."""
    return await arrange_hearing(work, here, hearing_id=hearing_id, arrangement=given.arrangement())


@router.post("/{hearing_id}/registration", status_code=201, response_model=PresenceShown)
async def register(hearing_id: UUID, work: Work, here: Here, who: Who) -> Presence:
    """Register as taking part: a deputy, in person. Again it gives the same answer."""
    return await register_for_hearing(work, here, hearing_id=hearing_id, person_id=who.person_id)


@router.get("/{hearing_id}/registrations", response_model=list[PresenceShown])
async def registrations(hearing_id: UUID, work: Work, page: Page) -> list[Any]:
    """The deputies who registered, in the order in which they came."""
    found = await Hearings(work).get(hearing_id)
    order: dict[str, Any] = {"key": presences.c.registered_at, "id_": presences.c.id}
    return await page.scalars(work.session, registered_for(found.id), **order)


@router.post("/{hearing_id}/opening", response_model=HearingShown)
async def open_(hearing_id: UUID, work: Work, here: Here) -> Hearing:
    """Open the hearing; not before its time, nor without the quorum."""
    return await open_hearing(work, here, hearing_id=hearing_id)


@router.post("/{hearing_id}/closing", response_model=HearingShown)
async def close(hearing_id: UUID, work: Work, here: Here) -> Hearing:
    """Close the hearing: as many took part as are registered."""
    return await close_hearing(work, here, hearing_id=hearing_id)
