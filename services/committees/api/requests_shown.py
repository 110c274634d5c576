"""What clients are shown of deputies' requests."""

from datetime import date, datetime
from typing import Self
from uuid import UUID

from pydantic import Field

from services.committees.domain.request import Answer, DeputyRequest, ReadingOut, Round, Wording
from services.committees.domain.requests_stages import RequestStage
from shared.contracts.words import Bilingual
from shared.web.shapes import Shown


class RequestWordsShown(Shown):
    """What a request and its answers say."""

    subject: Bilingual
    text: Wording
    answer: Answer | None
    rounds: tuple[Round, ...] = Field(description="Earlier answers, each with the objection.")


class DeputyRequestShown(Shown):
    """A deputy's request, the same for everybody."""

    id: UUID
    version: int
    stage: RequestStage
    number: str
    authors: tuple[UUID, ...]
    addressee: Bilingual
    to_be_read_out: bool
    submitted_at: datetime
    read_out: ReadingOut | None
    sent_at: datetime | None
    last_day: date | None = Field(description="For the answer; null while it is not known.")
    overdue_since: datetime | None = Field(description="Since when it is told that it is late.")
    answered_on: date | None
    times_repeated: int
    withheld: Bilingual | None = Field(description="Why it is not public; null if it is.")
    words: RequestWordsShown | None = Field(description="Null if it is not public.")

    @classmethod
    def of(cls, request: DeputyRequest) -> Self:
        public = request.withheld is None
        return cls(
            id=request.id,
            version=request.version,
            stage=request.stage,
            number=request.number,
            authors=request.authors,
            addressee=request.addressee,
            to_be_read_out=request.to_be_read_out,
            submitted_at=request.submitted_at,
            read_out=request.read_out,
            sent_at=request.sent_at,
            last_day=request.last_day,
            overdue_since=request.overdue_since,
            answered_on=request.answer.day if request.answer else None,
            times_repeated=len(request.rounds),
            withheld=request.withheld,
            words=RequestWordsShown.model_validate(request) if public else None,
        )
