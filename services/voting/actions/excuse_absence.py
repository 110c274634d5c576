"""The Apparatus excuses a deputy's absence from a sitting."""

from services.voting.domain.excuse import Excuse
from services.voting.domain.excusing import record
from services.voting.store.excuses import Excuses
from services.voting.store.sittings import Sittings
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def excuse_absence(work: UnitOfWork, occasion: Occasion, excuse: Excuse) -> Excuse:
    """The sitting is held, so that neither its end nor another excuse comes in between."""
    sittings, excuses = Sittings(work), Excuses(work)
    await sittings.hold(excuse.sitting_id)
    excuse.sitting_stage = (await sittings.get(excuse.sitting_id)).stage
    await excuses.look_around(excuse)
    record(excuse, occasion)
    return excuses.add(excuse)
