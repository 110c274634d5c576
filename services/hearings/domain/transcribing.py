"""The transcript of a hearing, segment by segment, in the language in which each was said."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict

from services.hearings.domain.in_part import InPart, part_is_of_the_hearing
from services.hearings.domain.of_hearing import HEARINGS, hearing_has_begun
from services.hearings.domain.words import Passage
from shared.contracts.hearings_held import SegmentCorrected, SegmentTranscribed
from shared.contracts.words import Bilingual
from shared.kernel.actor import Role
from shared.kernel.occasion import Occasion
from shared.kernel.procedure import Condition, Procedure, Row, condition


class Tongue(StrEnum):
    """The languages in which it is spoken."""

    KK = "kk"
    RU = "ru"


class SegmentStage(StrEnum):
    NEW = "new"
    TRANSCRIBED = "transcribed"


class SegmentAct(StrEnum):
    TRANSCRIBE = "transcribe"
    CORRECT = "correct_segment"


class Edition(BaseModel):
    """A text that a segment had, and until when."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: Passage
    until: AwareDatetime


@dataclass(eq=False, kw_only=True)
class Segment(InPart):
    """What one speaker said from `since` to `until`; `earlier` are its editions before."""

    number: int
    speaker: Bilingual
    person_id: UUID | None = None
    language: Tongue
    since: datetime
    until: datetime
    text: str
    earlier: tuple[Edition, ...] = ()
    stage: SegmentStage = SegmentStage.NEW

    @property
    def edition(self) -> int:
        """Which edition of it stands, counted from 1."""
        return len(self.earlier) + 1


@condition(
    en="the segment lies within the hearing, and ends after it begins",
    ru="фрагмент находится в пределах слушаний и заканчивается после своего начала",
    kk="үзінді тыңдау уақытының ішінде және басталғаннан кейін аяқталады",
    provision=HEARINGS,
)
def lies_within_the_hearing(segment: Segment, _: Occasion) -> bool:
    opened, closed = segment.hearing.opened_at, segment.hearing.closed_at
    begins = opened is None or opened <= segment.since
    return begins and segment.since < segment.until and (closed is None or segment.until <= closed)


MAY_TRANSCRIBE: list[Condition[Segment]] = [
    hearing_has_begun,
    part_is_of_the_hearing,
    lies_within_the_hearing,
]
CLERK = [Role.CLERK]
S, A = SegmentStage, SegmentAct

# fmt: off
SEGMENTS: Procedure[Segment] = Procedure(
    #   act           from           to             by     not until       under
    Row(A.TRANSCRIBE, S.NEW,         S.TRANSCRIBED, CLERK, MAY_TRANSCRIBE, HEARINGS),
    Row(A.CORRECT,    S.TRANSCRIBED, S.TRANSCRIBED, CLERK, [],             HEARINGS),
)
# fmt: on


def transcribe(segment: Segment, occasion: Occasion) -> None:
    """Take a segment into the transcript. Raises NotNow outside the hearing's time."""
    SEGMENTS.take(segment, SegmentAct.TRANSCRIBE, occasion)
    segment.record(
        SegmentTranscribed(
            at=occasion.at,
            segment_id=segment.id,
            hearing_id=segment.hearing_id,
            number=segment.number,
            language=segment.language,
        )
    )


def correct_segment(segment: Segment, occasion: Occasion, *, text: str) -> None:
    """A new edition stands; the one before stays on file."""
    SEGMENTS.take(segment, SegmentAct.CORRECT, occasion)
    segment.earlier = (*segment.earlier, Edition(text=segment.text, until=occasion.at))
    segment.text = text
    segment.record(
        SegmentCorrected(
            at=occasion.at,
            segment_id=segment.id,
            hearing_id=segment.hearing_id,
            edition=segment.edition,
        )
    )
