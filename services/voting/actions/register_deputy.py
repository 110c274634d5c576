"""A deputy registers as present: in person, and as often as the answer gets lost."""

from uuid import UUID

from services.voting.domain.acts import register
from services.voting.domain.registration import Registration
from services.voting.store.composition import members_now
from services.voting.store.sittings import Registrations, Sittings
from shared.kernel.occasion import Occasion
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork


async def register_deputy(
    work: UnitOfWork, occasion: Occasion, *, sitting_id: UUID, person_id: UUID
) -> Registration:
    """The deputy's registration: a new one, or the one that is there already."""
    sitting = await Sittings(work).get(sitting_id)
    registrations = Registrations(work)
    await registrations.one_at_a_time(sitting_id, person_id)
    if known := await registrations.of(sitting_id, person_id):
        return known
    registration = Registration(new_id(), sitting_id, person_id, sitting_stage=sitting.stage)
    registration.is_member = not sitting.in_committee or person_id in await members_now(
        work, sitting.bodies
    )
    register(registration, occasion)
    return registrations.add(registration)
