"""The minutes of a sitting are drawn up, drawn up again, and approved."""

from uuid import UUID

from services.voting.domain import minutes_acts
from services.voting.domain.minutes import Minutes
from services.voting.store.clock import at_the_sitting
from services.voting.store.minutes import MinutesOnFile, content_of
from services.voting.store.sittings import Sittings
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork


async def draw_up_minutes(
    work: UnitOfWork, occasion: Occasion, *, sitting_id: UUID, remarks: Bilingual | None
) -> Minutes:
    """From the record as it is; the second time in place of the first, until they are approved."""
    sittings, on_file = Sittings(work), MinutesOnFile(work)
    sitting = await sittings.get(sitting_id)
    content = await content_of(work, sitting, occasion.rules)
    known = await on_file.known_of(sitting_id)
    minutes = known or Minutes(new_id(), sitting_id, content, remarks)
    minutes.sitting_stage = sitting.stage
    if known:
        minutes_acts.redraw(minutes, content, remarks, occasion)
        return minutes
    minutes_acts.draw_up(minutes, occasion)
    return on_file.add(minutes)


async def approve_minutes(work: UnitOfWork, occasion: Occasion, *, sitting_id: UUID) -> Minutes:
    minutes = await MinutesOnFile(work).of(sitting_id)
    minutes_acts.approve(minutes, await at_the_sitting(work, occasion, sitting_id))
    return minutes
