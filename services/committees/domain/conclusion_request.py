"""A committee asks a body or an expert for a conclusion on a bill; a case of its own."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from services.committees.domain.request import Reply
from services.committees.domain.running_out import RunsOut
from services.committees.domain.stages import ReferralStage
from shared.contracts.words import Bilingual
from shared.kernel.aggregate import Aggregate


class AskingStage(StrEnum):
    NEW = "new"
    ASKED = "asked"
    ANSWERED = "answered"
    CLOSED = "closed"


class AskingAct(StrEnum):
    ASK = "ask"
    PROLONG = "prolong"
    ANSWER = "answer"
    WITHDRAW = "withdraw"
    LAPSE = "lapse"
    TELL_OVERDUE = "tell_overdue"


class ConclusionGot(BaseModel):
    """What was concluded; `favourable` is None where the conclusion takes no side."""

    model_config = ConfigDict(frozen=True)

    day: date
    favourable: bool | None
    signed_by: Bilingual
    text: Reply


@dataclass(eq=False)
class ConclusionRequest(Aggregate):
    """A conclusion that is asked for, in a term, for a reading of a bill.

    Attributes:
        last_day: the last one in time; None where neither the committee nor a rule says so.
        overdue_since: when the term ran out without an answer, once that was told.
        came_on: the day of the answer that is being entered; this and what follows is not kept.
        day: the last day that the committee itself gives.
        referral_stage: how the work on the bill stands.
    """

    id: UUID
    referral_id: UUID
    bill_id: UUID
    committee_id: UUID
    reading: int
    addressee: Bilingual
    what: Bilingual
    asked_at: datetime
    last_day: date | None = None
    passes_at: datetime | None = None
    overdue_since: datetime | None = None
    answer: ConclusionGot | None = None
    stage: AskingStage = AskingStage.NEW
    version: int = 0
    came_on: date | None = None
    day: date | None = None
    referral_stage: ReferralStage = ReferralStage.IN_WORK

    def runs_out(self, term: RunsOut) -> None:
        """The term ends then; that it passed is told anew."""
        self.last_day, self.passes_at = term.last_day, term.passes_at
        self.overdue_since = None
