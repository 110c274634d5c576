"""The presiding officer closes the sitting."""

from uuid import UUID

from services.voting.domain import acts
from services.voting.domain.presiding import Presidency
from services.voting.domain.sitting import Sitting
from services.voting.store.sittings import Sittings, items_left
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def close_sitting(
    work: UnitOfWork, occasion: Occasion, *, sitting_id: UUID, early: Bilingual | None = None
) -> Sitting:
    """Args: early: why it ends before its agenda does, if it does."""
    sittings = Sittings(work)
    await sittings.hold(sitting_id)
    sitting = await sittings.get(sitting_id)
    sitting.open_votes = await sittings.open_votes(sitting_id)
    sitting.items_left = await items_left(work, sitting_id)
    sitting.ended_early = early if sitting.items_left else None
    acts.close_sitting(sitting, Presidency.of(sitting).seen(occasion))
    return sitting
