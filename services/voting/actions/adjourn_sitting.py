"""The presiding officer ends a sitting that could not open."""

from uuid import UUID

from services.voting.domain.acts import adjourn
from services.voting.domain.presiding import Presidency
from services.voting.domain.sitting import Sitting
from services.voting.store.sittings import Sittings
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def adjourn_sitting(work: UnitOfWork, occasion: Occasion, *, sitting_id: UUID) -> Sitting:
    sitting = await Sittings(work).get(sitting_id)
    adjourn(sitting, Presidency.of(sitting).seen(occasion))
    return sitting
