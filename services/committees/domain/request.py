"""A deputy's request: to whom, what is asked, what was answered, and what the deputy made of it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, StringConstraints, model_validator

from services.committees.domain.requests_stages import RequestStage
from services.committees.domain.running_out import NOT_KNOWN, RunsOut
from shared.contracts.words import Bilingual
from shared.kernel.aggregate import Aggregate

LONGEST = 20_000
Long = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST, strip_whitespace=True)]


class Wording(BaseModel):
    """A text of some pages, in Kazakh and in Russian."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kk: Long
    ru: Long


class Reply(BaseModel):
    """What others wrote, in the language or languages in which they wrote it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kk: Long | None = None
    ru: Long | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.kk is None and self.ru is None:
            message = "an answer is in Kazakh, in Russian or in both"
            raise ValueError(message)
        return self


class Answer(BaseModel):
    """An answer, who signed it, and the day on which it came."""

    model_config = ConfigDict(frozen=True)

    day: date
    signed_by: Bilingual
    text: Reply


class ReadingOut(BaseModel):
    """The request was read out on that day; at which sitting, if the sitting is known here."""

    model_config = ConfigDict(frozen=True)

    day: date
    sitting_id: UUID | None = None


class Round(BaseModel):
    """The request was sent and answered, and the answer was found unsatisfactory."""

    model_config = ConfigDict(frozen=True)

    sent_at: datetime
    last_day: date | None
    answer: Answer
    objection: Bilingual
    by: UUID
    at: datetime


@dataclass(eq=False)
class DeputyRequest(Aggregate):
    """A request of one deputy or of several.

    Attributes:
        authors: the deputies whose request it is, in the order in which they joined.
        withheld: why it is not public; None if it is.
        last_day: of the term for the answer; None before it is sent, and while it is not known.
        overdue_since: when it was told that the term ran out, since it was last sent.
        rounds: the earlier answers, each with the objection to it.
        came_on: the day of the answer that is being entered, or of the reading out; this and
            what follows is not kept.
        reckoned: the end of the term by the working days that are known now.
    """

    id: UUID
    number: str
    authors: tuple[UUID, ...]
    addressee: Bilingual
    subject: Bilingual
    text: Wording
    to_be_read_out: bool
    submitted_at: datetime
    withheld: Bilingual | None = None
    read_out: ReadingOut | None = None
    sent_at: datetime | None = None
    last_day: date | None = None
    passes_at: datetime | None = None
    overdue_since: datetime | None = None
    answer: Answer | None = None
    rounds: tuple[Round, ...] = ()
    stage: RequestStage = RequestStage.NEW
    version: int = 0
    came_on: date | None = None
    reckoned: RunsOut | None = None

    def runs_out(self, term: RunsOut) -> None:
        """The term for the answer ends then."""
        self.last_day, self.passes_at = term.last_day, term.passes_at

    def begins_anew(self, closed: Round) -> None:
        """The answer that was objected to becomes one of the earlier ones."""
        self.rounds = (*self.rounds, closed)
        self.sent_at = self.overdue_since = self.answer = None
        self.runs_out(NOT_KNOWN)

    def is_overdue(self, now: datetime) -> bool:
        """Whether the term has run out and no answer came."""
        if self.stage is not RequestStage.SENT or self.passes_at is None:
            return False
        return self.passes_at <= now
