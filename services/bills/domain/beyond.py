"""What a bill remembers of the ways that most bills never go: their shapes, and nothing else."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from services.bills.domain.decided import Vote
from services.bills.domain.stages import Stage
from shared.contracts.bills_beyond import EmergencyGround
from shared.contracts.words import Bilingual, Digests, Line


class Kept(BaseModel):
    model_config = ConfigDict(frozen=True)


class Emergency(Kept):
    """The Government asks for immediate consideration (Constitution 2026, art. 60(4))."""

    ground: EmergencyGround
    declared_at: AwareDatetime


class TemporaryAct(BaseModel):
    """An act of the Government with the force of law, for as long as the bill is considered."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: Bilingual = Field(description="What it is called.")
    number: Line = Field(description="Its number.")
    adopted_on: date = Field(description="When the Government adopted it.")


class Subject(StrEnum):
    """What the Kurultai is asked about a bill, beside the question of a reading."""

    SENDING_BACK = "sending_back"
    NO_CONFIDENCE = "no_confidence"
    OVERRIDE = "override"
    PRESIDENTS_WORDING = "presidents_wording"


class Asked(Kept):
    """A question on the bill beside that of a reading; `decision` is a key of the profile."""

    question_id: UUID
    subject: Subject
    decision: str
    asked_at: AwareDatetime
    vote: Vote | None = None


class Objections(Kept):
    """What the President objects to: the whole law, or these articles (art. 46(3)).

    Attributes:
        due: the last day of the repeat vote; missing it accepts the objections (art. 56(2)).
        standing: the articles of which the earlier decision was not confirmed.
        wording: the digests of the texts the President proposes, if any were laid down.
    """

    words: Bilingual
    articles: tuple[str, ...]
    sent_at: AwareDatetime
    due: date
    standing: tuple[str, ...] = ()
    wording: Digests | None = None


class PartInEffect(BaseModel):
    """An article with a day of effect of its own (Law 480-V, art. 42(4))."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    article: Line = Field(description="Its number, as `33-1`.")
    on: date = Field(description="The day on which it takes effect.")


class Departure(Kept):
    """What parliament did outside the table, with its reason and source.

    Attributes:
        to: the stage the bill goes to.
        readings_passed: how many readings count as passed then; None leaves them.
        source: the document by which it was decided.
    """

    to: Stage
    reason: Bilingual
    source: Bilingual
    dated: date
    readings_passed: int | None
    proposed_by: UUID | None
    proposed_at: AwareDatetime
    confirmed_by: UUID | None = None
    confirmed_at: AwareDatetime | None = None
    origin: Stage | None = None


class Edit(Kept):
    """How much the final edit changed: words put in and taken out, of each language."""

    at: AwareDatetime
    put_in_kk: int
    taken_out_kk: int
    put_in_ru: int
    taken_out_ru: int
