"""A guest is invited to a hearing."""

from uuid import UUID

from services.hearings.domain.inviting import Guest, Invitation, invite
from services.hearings.store.guests import Invitations
from services.hearings.store.hearings import Hearings
from shared.kernel.occasion import Occasion
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork


async def invite_guest(
    work: UnitOfWork, occasion: Occasion, *, hearing_id: UUID, guest: Guest
) -> Invitation:
    hearing = await Hearings(work).held(hearing_id)
    invitation = Invitation(id=new_id(), hearing_id=hearing.id, guest=guest, seen=hearing)
    invite(invitation, occasion)
    return Invitations(work).add(invitation)
