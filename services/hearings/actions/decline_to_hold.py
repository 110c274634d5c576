"""It is decided that a hearing is not held."""

from uuid import UUID

from services.hearings.domain import acts_of_preparing as acts
from services.hearings.domain.hearing import Hearing
from services.hearings.store.around import hearing_as_it_is
from services.hearings.store.sessions import one_call_at_a_time
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def decline_to_hold(
    work: UnitOfWork, occasion: Occasion, *, hearing_id: UUID, reason: Bilingual
) -> Hearing:
    hearing = await hearing_as_it_is(work, occasion, hearing_id)
    # Two declined at once must not each be taken for the one that the guarantee lets go.
    await one_call_at_a_time(work, hearing.on_behalf_of)
    hearing = await hearing_as_it_is(work, occasion, hearing_id)
    acts.decline_to_hold(hearing, occasion, reason=reason)
    return hearing
