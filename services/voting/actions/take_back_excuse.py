"""The Apparatus takes an excuse back."""

from uuid import UUID

from services.voting.domain.excuse import Excuse
from services.voting.domain.excusing import take_back
from services.voting.store.excuses import Excuses
from services.voting.store.sittings import Sittings
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def take_back_excuse(work: UnitOfWork, occasion: Occasion, *, excuse_id: UUID) -> Excuse:
    sittings = Sittings(work)
    excuse = await Excuses(work).get(excuse_id)
    await sittings.hold(excuse.sitting_id)
    excuse.sitting_stage = (await sittings.get(excuse.sitting_id)).stage
    take_back(excuse, occasion)
    return excuse
