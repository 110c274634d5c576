"""The minutes (протокол) of a sitting: drawn up from what was held, approved, and then frozen."""

import operator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from services.voting.domain.sitting import Break, ClosedPart
from services.voting.domain.speaking import SpeechKind
from services.voting.domain.stages import SittingForm, SittingStage, VoteStage
from shared.agenda.items import AgendaItem
from shared.contracts.words import Bilingual, Tally
from shared.kernel.aggregate import Aggregate
from shared.kernel.rules import Outcome


class MinutesStage(StrEnum):
    NEW = "new"
    DRAFT = "draft"
    APPROVED = "approved"


class MinutesAct(StrEnum):
    DRAW_UP = "draw_up"
    REDRAW = "redraw"
    APPROVE = "approve"


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True)


class Attendant(_Part):
    """A deputy of those who sit."""

    person_id: UUID
    number: int
    name: Bilingual


class PresidedBy(_Part):
    """Who presided, and from when on."""

    name: Bilingual
    since: AwareDatetime


class SpeechHeld(_Part):
    """Who spoke: a deputy or a guest, from when to when."""

    item_id: UUID | None
    kind: SpeechKind
    name: Bilingual
    given_at: AwareDatetime
    ended_at: AwareDatetime | None


class VoteHeld(_Part):
    """A vote, and what it decided; an annulled one decided nothing."""

    vote_id: UUID
    title: Bilingual
    round: int
    stage: VoteStage
    outcome: Outcome
    tally: Tally
    needed: int
    closed_at: AwareDatetime


class MinutesContent(_Part):
    """What the minutes say; with digests of votes it can be checked against the log.

    Attributes:
        bodies: the names of the committees that sat; none of the plenary.
        closed_parts: when it was behind closed doors; who spoke then is not told here. Left out
            where there were none, as in minutes that were approved before there could be any.
        presided: who presided; the opener, where nothing else is on record.
        absent: without a reason on record; `excused` have one.
        agenda: as it was held, each item with its state and times.
    """

    sitting_id: UUID
    bodies: tuple[Bilingual, ...]
    form: SittingForm
    place: Bilingual | None
    starts_at: AwareDatetime
    opened_at: AwareDatetime | None
    closed_at: AwareDatetime
    ended_early: Bilingual | None
    breaks: tuple[Break, ...]
    closed_parts: tuple[ClosedPart, ...] = Field(default=(), exclude_if=operator.not_)
    presided: tuple[PresidedBy, ...]
    quorum: int
    present: tuple[Attendant, ...]
    excused: tuple[Attendant, ...]
    absent: tuple[Attendant, ...]
    agenda: tuple[AgendaItem, ...]
    speeches: tuple[SpeechHeld, ...]
    votes: tuple[VoteHeld, ...]


@dataclass(eq=False)
class Minutes(Aggregate):
    """The minutes of one sitting.

    Attributes:
        remarks: what the Apparatus adds in words.
        sitting_stage: where the sitting stands; it is not kept.
    """

    id: UUID
    sitting_id: UUID
    content: MinutesContent
    remarks: Bilingual | None = None
    stage: MinutesStage = MinutesStage.NEW
    version: int = 0
    drawn_up_by: UUID | None = None
    drawn_up_at: datetime | None = None
    approved_by: UUID | None = None
    approved_at: datetime | None = None
    digest: str | None = None
    sitting_stage: SittingStage | None = None
