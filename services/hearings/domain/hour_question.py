"""A question of a deputy to the Government, for a Government hour."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from services.hearings.domain.government_hour import HourStage
from shared.contracts.words import Bilingual
from shared.kernel.aggregate import Aggregate


class AskStage(StrEnum):
    NEW = "new"
    ASKED = "asked"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"


class AskAct(StrEnum):
    ASK = "ask"
    ANSWER = "answer"
    WITHDRAW = "withdraw"


@dataclass(eq=False)
class HourQuestion(Aggregate):
    """A question of a deputy to the Government, in writing beforehand or at the hour.

    Attributes:
        guaranteed: whether it must be answered before the hour ends: that of a faction's leader.
        answer: in substance, as the Apparatus has it.
        hour_stage: where the hour stands; it is not kept.
    """

    id: UUID
    hour_id: UUID
    person_id: UUID | None
    text: Bilingual
    guaranteed: bool = False
    answer: Bilingual | None = None
    stage: AskStage = AskStage.NEW
    version: int = 0
    asked_at: datetime | None = None
    answered_at: datetime | None = None
    hour_stage: HourStage | None = None
