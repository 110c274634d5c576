"""A guest does not come to a hearing."""

from uuid import UUID

from services.hearings.domain import inviting
from services.hearings.domain.inviting import Invitation
from services.hearings.store.guests import Invitations
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def decline_invitation(
    work: UnitOfWork, occasion: Occasion, *, invitation_id: UUID
) -> Invitation:
    invitation = await Invitations(work).to_act_on(invitation_id)
    inviting.decline_invitation(invitation, occasion)
    return invitation
