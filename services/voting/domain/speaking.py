"""Debates and speeches: who asked for the floor, in which order, and for how long they had it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from services.voting.domain.stages import SittingStage
from shared.contracts.words import Bilingual
from shared.kernel.aggregate import Aggregate


class DebateStage(StrEnum):
    NEW = "new"
    OPEN = "open"
    LIST_CLOSED = "list_closed"
    ENDED = "ended"


class DebateAct(StrEnum):
    OPEN = "open"
    CLOSE_LIST = "close_list"
    END = "end"


class SpeechStage(StrEnum):
    NEW = "new"
    ASKED = "asked"
    SPEAKING = "speaking"
    ENDED = "ended"
    WITHDRAWN = "withdrawn"


class SpeechAct(StrEnum):
    ASK = "ask"
    GIVE = "give"
    END = "end"
    WITHDRAW = "withdraw"


class SpeechKind(StrEnum):
    """What the floor is asked for; how long it is given for each, the rules say."""

    REPORT = "report"
    DEBATE = "debate"
    QUESTION = "question"
    FOR_FACTION = "for_faction"
    ORDER = "order"


@dataclass(eq=False)
class Debate(Aggregate):
    """The debate on one item of the agenda, or on none of them.

    Attributes:
        sitting_stage: where the sitting stands; this and what follows is not kept.
        item_is_there: whether the item is on the agenda and not dealt with yet.
        another_goes_on: whether another debate of the sitting is not ended.
        someone_speaks: whether somebody has the floor.
        promised: how many wait who may not be denied the floor.
    """

    id: UUID
    sitting_id: UUID
    item_id: UUID | None
    stage: DebateStage = DebateStage.NEW
    version: int = 0
    opened_at: datetime | None = None
    list_closed_at: datetime | None = None
    ended_at: datetime | None = None
    sitting_stage: SittingStage | None = None
    item_is_there: bool | None = None
    another_goes_on: bool | None = None
    someone_speaks: bool | None = None
    promised: int | None = None


@dataclass(eq=False)
class Speech(Aggregate):
    """The floor for one person, from asking for it to the last word.

    Attributes:
        person_id: the deputy; None of a guest, whom `guest` names.
        guaranteed: whether nobody may deny them the floor.
        limit_seconds: how long they may speak; None where the rules set no limit.
        debate_stage: where the debate stands; this and what follows is not kept.
        is_present: whether the deputy registered for the sitting.
        asked_already: whether they asked in the debate for the floor of this kind.
        someone_speaks: whether somebody else has the floor.
        delegate_of: the faction whose leader named this deputy for the sitting.
        counterpart_asked: whether the leader, or the delegate, of the same faction asked for the
            guaranteed floor in this debate: it is of one of the two.
        sitting_stage: where the sitting stands.
    """

    id: UUID
    debate_id: UUID
    sitting_id: UUID
    kind: SpeechKind
    person_id: UUID | None
    guest: Bilingual | None = None
    stage: SpeechStage = SpeechStage.NEW
    version: int = 0
    guaranteed: bool = False
    limit_seconds: int | None = None
    asked_at: datetime | None = None
    given_at: datetime | None = None
    ended_at: datetime | None = None
    debate_stage: DebateStage | None = None
    is_present: bool | None = None
    asked_already: bool | None = None
    someone_speaks: bool | None = None
    sitting_stage: SittingStage | None = None
    delegate_of: UUID | None = None
    counterpart_asked: bool = False
