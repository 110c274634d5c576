"""A deputy registers for a hearing: in person, and as often as the answer gets lost."""

from uuid import UUID

from services.hearings.domain.presence import Presence, register
from services.hearings.store.hearings import Hearings
from services.hearings.store.presences import Presences
from shared.kernel.occasion import Occasion
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork


async def register_for_hearing(
    work: UnitOfWork, occasion: Occasion, *, hearing_id: UUID, person_id: UUID
) -> Presence:
    """The deputy's registration: a new one, or the one that is there already."""
    hearing = await Hearings(work).held(hearing_id)
    presences = Presences(work)
    await presences.one_at_a_time(hearing.id, person_id)
    if known := await presences.of(hearing.id, person_id):
        return known
    presence = Presence(id=new_id(), hearing_id=hearing.id, person_id=person_id, seen=hearing)
    register(presence, occasion)
    return presences.add(presence)
