"""What the committees service tells of deputies' requests; their texts are with the service."""

from datetime import date
from typing import ClassVar
from uuid import UUID

from pydantic import AwareDatetime

from shared.contracts.words import Bilingual
from shared.kernel.event import Fact


class RequestFact(Fact):
    """A fact about one request; `number` is that of its register."""

    about: ClassVar[str] = "deputy_request"

    deputy_request_id: UUID
    number: str


class DeputyRequestSubmitted(RequestFact):
    """Deputies put a request to a body or an official; withheld, it is told without its subject."""

    type: ClassVar[str] = "committees.deputy_request_submitted.v1"

    authors: tuple[UUID, ...]
    addressee: Bilingual
    subject: Bilingual | None


class DeputyRequestJoined(RequestFact):
    """A deputy joined the authors."""

    type: ClassVar[str] = "committees.deputy_request_joined.v1"

    person_id: UUID


class DeputyRequestLeft(RequestFact):
    """A deputy is of the authors no longer."""

    type: ClassVar[str] = "committees.deputy_request_left.v1"

    person_id: UUID


class DeputyRequestReadOut(RequestFact):
    """The request was read out at a sitting."""

    type: ClassVar[str] = "committees.deputy_request_read_out.v1"

    day: date
    sitting_id: UUID | None = None


class DeputyRequestSent(RequestFact):
    """The request went to its addressee.

    `last_day` is the last one in time for the answer, and `passes_at` the instant at which the
    term has run out; neither is known while the working days of the year are not settled.
    """

    type: ClassVar[str] = "committees.deputy_request_sent.v1"

    authors: tuple[UUID, ...]
    last_day: date | None
    passes_at: AwareDatetime | None


class DeputyRequestTermMoved(RequestFact):
    """Working days were entered, and the last day is another."""

    type: ClassVar[str] = "committees.deputy_request_term_moved.v1"

    last_day: date | None
    passes_at: AwareDatetime | None


class DeputyRequestOverdue(RequestFact):
    """The term ran out without an answer; told once for each time that the request was sent."""

    type: ClassVar[str] = "committees.deputy_request_overdue.v1"

    authors: tuple[UUID, ...]
    addressee: Bilingual
    last_day: date


class DeputyRequestAnswered(RequestFact):
    """The addressee answered; `in_time` is None where the last day was never known."""

    type: ClassVar[str] = "committees.deputy_request_answered.v1"

    authors: tuple[UUID, ...]
    day: date
    in_time: bool | None


class DeputyRequestRepeated(RequestFact):
    """An author found the answer unsatisfactory: the request is put once more."""

    type: ClassVar[str] = "committees.deputy_request_repeated.v1"

    person_id: UUID
    times: int


class DeputyRequestClosed(RequestFact):
    """An author is satisfied with the answer."""

    type: ClassVar[str] = "committees.deputy_request_closed.v1"

    person_id: UUID


class DeputyRequestWithdrawn(RequestFact):
    """Its last author withdrew the request."""

    type: ClassVar[str] = "committees.deputy_request_withdrawn.v1"

    person_id: UUID


class DeputyRequestWithheld(RequestFact):
    """The request and its answer are shown to its authors and the Apparatus only."""

    type: ClassVar[str] = "committees.deputy_request_withheld.v1"


class DeputyRequestPublished(RequestFact):
    """A request that was withheld is public."""

    type: ClassVar[str] = "committees.deputy_request_published.v1"

    subject: Bilingual


TELLS = (
    DeputyRequestSubmitted,
    DeputyRequestJoined,
    DeputyRequestLeft,
    DeputyRequestReadOut,
    DeputyRequestSent,
    DeputyRequestTermMoved,
    DeputyRequestOverdue,
    DeputyRequestAnswered,
    DeputyRequestRepeated,
    DeputyRequestClosed,
    DeputyRequestWithdrawn,
    DeputyRequestWithheld,
    DeputyRequestPublished,
)
