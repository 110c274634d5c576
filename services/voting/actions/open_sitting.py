"""The presiding officer opens the sitting."""

from uuid import UUID

from services.voting.domain import acts
from services.voting.domain.presiding import Presidency
from services.voting.domain.sitting import Sitting
from services.voting.store.composition import chamber_at
from services.voting.store.sittings import Sittings
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def open_sitting(work: UnitOfWork, occasion: Occasion, *, sitting_id: UUID) -> Sitting:
    sitting = await Sittings(work).get(sitting_id)
    sitting.chamber = await chamber_at(work, sitting_id, occasion.rules.seats)
    acts.open_sitting(sitting, Presidency.of(sitting).seen(occasion))
    return sitting
