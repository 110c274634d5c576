"""A segment of the transcript is taken in."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.hearings.domain.transcribing import Segment, Tongue, transcribe
from services.hearings.store.hearings import Hearings
from services.hearings.store.holding import Segments
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Speaking:
    """Who said what, in which language, from when until when, and in which part."""

    speaker: Bilingual
    person_id: UUID | None
    language: Tongue
    since: datetime
    until: datetime
    text: str
    part: str | None


async def transcribe_segment(
    work: UnitOfWork, occasion: Occasion, *, hearing_id: UUID, said: Speaking
) -> Segment:
    hearings, segments = Hearings(work), Segments(work)
    await hearings.alone(hearing_id)
    hearing = await hearings.get(hearing_id)
    segment = Segment(
        id=new_id(),
        hearing_id=hearing.id,
        part=said.part,
        number=await segments.next_number(hearing.id),
        speaker=said.speaker,
        person_id=said.person_id,
        language=said.language,
        since=said.since,
        until=said.until,
        text=said.text,
        seen=hearing,
    )
    transcribe(segment, occasion)
    return segments.add(segment)
