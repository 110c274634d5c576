"""The presiding officer closes the sitting."""

from uuid import UUID

from services.voting.domain import acts
from services.voting.domain.sitting import Sitting
from services.voting.store.sittings import Sittings
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def close_sitting(work: UnitOfWork, occasion: Occasion, *, sitting_id: UUID) -> Sitting:
    sittings = Sittings(work)
    await sittings.hold(sitting_id)
    sitting = await sittings.get(sitting_id)
    sitting.open_votes = await sittings.open_votes(sitting_id)
    acts.close_sitting(sitting, occasion)
    return sitting
