"""What a hearing recommends, to whom, and what came of it: a case from the draft to its close."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from services.hearings.domain.of_hearing import OfHearing
from services.hearings.domain.words import Answer
from shared.contracts.words import Bilingual


class RecStage(StrEnum):
    NEW = "new"
    DRAFTED = "drafted"
    DROPPED = "dropped"
    ADOPTED = "adopted"
    SENT = "sent"
    OVERDUE = "overdue"
    ANSWERED = "answered"
    FULFILLED = "fulfilled"
    CLOSED = "closed"


class RecAct(StrEnum):
    DRAFT = "draft"
    REWORD = "reword"
    DROP = "drop"
    ADOPT = "adopt"
    SEND = "send"
    ANSWER = "answer"
    ACCEPT_ANSWER = "accept_answer"
    RETURN_ANSWER = "return_answer"
    PASS_TERM = "pass_term"  # noqa: S105 a term that passes
    CLOSE = "close"


NOT_YET_ADOPTED = (RecStage.DRAFTED, RecStage.DROPPED)
"""What the hearing has not said: it is for those who work on it."""


class Addressee(BaseModel):
    """To whom it is addressed."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Bilingual
    body_id: UUID | None = Field(default=None, description="Of a committee or another body here.")


@dataclass(eq=False, kw_only=True)
class Recommendation(OfHearing):
    """One item, in its place among those of the hearing.

    Attributes:
        answer_days: days in which to answer, from the day it is sent; None: as the rules say.
        answer_by: the last day in time; None before it is sent, and where no source gives a term.
    """

    number: int
    text: Bilingual
    addressee: Addressee
    answer_days: int | None = None
    stage: RecStage = RecStage.NEW
    sent_on: date | None = None
    answer_by: date | None = None
    answers: tuple[Answer, ...] = ()
    reason: Bilingual | None = None
