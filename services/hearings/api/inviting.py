"""Invitations to a hearing, and places at it for the public and the media."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter

from services.hearings.actions.accept_invitation import accept_invitation
from services.hearings.actions.decline_invitation import decline_invitation
from services.hearings.actions.give_up_seat import give_up_seat
from services.hearings.actions.invite_guest import invite_guest
from services.hearings.actions.take_seat import take_seat
from services.hearings.actions.withdraw_invitation import withdraw_invitation
from services.hearings.api.insiders import Insider
from services.hearings.api.running import for_those_who_run_it
from services.hearings.api.shapes_of_guests import (
    InvitationGiven,
    InvitationShown,
    PlacesShown,
    SeatGiven,
    SeatShown,
)
from services.hearings.domain.inviting import INVITATIONS, Invitation
from services.hearings.domain.seating import Seat
from services.hearings.store.guest_tables import invitations, seats
from services.hearings.store.guests import Invitations, Seats
from services.hearings.store.hearings import Hearings
from shared.web.dependencies import Here, Tongue, Visitor, Work
from shared.web.paging import Page
from shared.web.route import KurultaiRoute
from shared.web.shapes import OptionShown, options_shown

router = APIRouter(tags=["guests"], route_class=KurultaiRoute)


@router.post("/hearings/{hearing_id}/invitations", status_code=201, response_model=InvitationShown)
async def invite(hearing_id: UUID, given: InvitationGiven, work: Work, here: Here) -> Invitation:
    """Invite somebody to a hearing that is not over (its initiator; the Apparatus)."""
    return await invite_guest(work, here, hearing_id=hearing_id, guest=given.guest)


@router.get("/hearings/{hearing_id}/invitations", response_model=list[InvitationShown])
async def invited(hearing_id: UUID, work: Work, page: Page, insider: Insider) -> list[Any]:
    """Who is invited, in order; the public sees who comes."""
    found = await Hearings(work).get(hearing_id)
    order: dict[str, Any] = {"key": invitations.c.id, "id_": invitations.c.id}
    query = Invitations.of(found.id, insiders=insider)
    return await page.scalars(work.session, query, **order)


@router.get("/invitations/{invitation_id}/options")
async def options(
    invitation_id: UUID, work: Work, visitor: Visitor, tongue: Tongue
) -> list[OptionShown]:
    """What may be done with the invitation; a closed act says why."""
    found = await Invitations(work).seen(invitation_id)
    return options_shown(INVITATIONS.options(found, visitor), tongue)


@router.post("/invitations/{invitation_id}/acceptance", response_model=InvitationShown)
async def accept(invitation_id: UUID, work: Work, here: Here) -> Invitation:
    """Accept: the guest in person, or whoever runs the hearing enters it."""
    return await accept_invitation(work, here, invitation_id=invitation_id)


@router.post("/invitations/{invitation_id}/refusal", response_model=InvitationShown)
async def decline(invitation_id: UUID, work: Work, here: Here) -> Invitation:
    """Decline: the guest in person, or whoever runs the hearing enters it."""
    return await decline_invitation(work, here, invitation_id=invitation_id)


@router.post("/invitations/{invitation_id}/withdrawal", response_model=InvitationShown)
async def withdraw(invitation_id: UUID, work: Work, here: Here) -> Invitation:
    """Withdraw the invitation."""
    return await withdraw_invitation(work, here, invitation_id=invitation_id)


@router.post("/hearings/{hearing_id}/seats", status_code=201, response_model=SeatShown)
async def seat(hearing_id: UUID, given: SeatGiven, work: Work, here: Here) -> Seat:
    """Register somebody of the public or the media: a place, or a place in the waiting list."""
    return await take_seat(work, here, hearing_id=hearing_id, comer=given.comer())


@router.get("/hearings/{hearing_id}/seats", response_model=list[SeatShown])
async def seated(hearing_id: UUID, work: Work, page: Page, here: Here) -> list[Any]:
    """Who is registered, in the order in which they came; for those who run the hearing."""
    found = for_those_who_run_it(await Hearings(work).get(hearing_id), here)
    order: dict[str, Any] = {"key": seats.c.registered_at, "id_": seats.c.id}
    return await page.scalars(work.session, Seats.of(found.id), **order)


@router.post("/seats/{seat_id}/giving-up", response_model=SeatShown)
async def give_up(seat_id: UUID, work: Work, here: Here) -> Seat:
    """Give a place up: whoever waits longest has it."""
    return await give_up_seat(work, here, seat_id=seat_id)


@router.get("/hearings/{hearing_id}/places")
async def places(hearing_id: UUID, work: Work) -> PlacesShown:
    """How many places there are for public and media, how many are taken, how many wait."""
    found = await Hearings(work).get(hearing_id)
    return PlacesShown.of(found, await Seats(work).counted(found.id))
