"""Deputies may register for the sitting."""

from uuid import UUID

from services.voting.domain import acts
from services.voting.domain.presiding import Presidency
from services.voting.domain.sitting import Sitting
from services.voting.store.sittings import Sittings
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def open_registration(work: UnitOfWork, occasion: Occasion, *, sitting_id: UUID) -> Sitting:
    sitting = await Sittings(work).get(sitting_id)
    acts.open_registration(sitting, Presidency.of(sitting).seen(occasion))
    return sitting
