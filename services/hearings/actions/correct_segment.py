"""A segment of the transcript has a new edition."""

from uuid import UUID

from services.hearings.domain import transcribing
from services.hearings.domain.transcribing import Segment
from services.hearings.store.holding import Segments
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def correct_segment(
    work: UnitOfWork, occasion: Occasion, *, segment_id: UUID, text: str
) -> Segment:
    segment = await Segments(work).to_act_on(segment_id)
    transcribing.correct_segment(segment, occasion, text=text)
    return segment
