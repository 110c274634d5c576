"""A plenary sitting is called."""

from datetime import datetime

from services.voting.domain.acts import call
from services.voting.domain.sitting import Sitting
from services.voting.store.sittings import Sittings
from shared.kernel.occasion import Occasion
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork


async def call_sitting(work: UnitOfWork, occasion: Occasion, *, starts_at: datetime) -> Sitting:
    sitting = Sitting(new_id(), starts_at)
    call(sitting, occasion)
    return Sittings(work).add(sitting)
